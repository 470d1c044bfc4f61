namespace NaccsCert.Services;

/// <summary>A host that must be reachable (manual 2.2).</summary>
/// <param name="Role">What it is for, for example <c>WebNaccs</c>.</param>
/// <param name="Host">Its name or address.</param>
/// <param name="Port">Its TCP port.</param>
/// <param name="Environment">The environment that it belongs to.</param>
internal sealed record ServiceHost(string Role, string Host, int Port, ServiceEnvironment Environment);

using System;

namespace NaccsCert.Services;

/// <summary>A host that must be reachable (manual 2.2).</summary>
/// <param name="Role">What it is for, for example <c>WebNaccs</c>.</param>
/// <param name="Host">Its name or address.</param>
/// <param name="Port">Its TCP port.</param>
/// <param name="Environment">The environment that it belongs to.</param>
internal sealed record ServiceHost(string Role, string Host, int Port, ServiceEnvironment Environment)
{
    /// <summary>Whether users sign in to it with client certificates.</summary>
    public bool TakesClientCertificate { get; init; }

    /// <summary>The path of a page that shows whether it can be signed in to; asking for it changes nothing.</summary>
    public string Path { get; init; } = "/";

    /// <summary>The address of that page.</summary>
    public Uri Address => new UriBuilder(Uri.UriSchemeHttps, Host, Port, Path).Uri;
}

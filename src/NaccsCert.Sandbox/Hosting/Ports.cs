namespace NaccsCert.Sandbox.Hosting;

/// <summary>TCP ports to listen on; 0 for any.</summary>
/// <param name="Secure">The one of HTTPS.</param>
/// <param name="Plain">The one without TLS, if there is to be one.</param>
internal readonly record struct Ports(int Secure, int Plain);

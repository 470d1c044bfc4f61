using NaccsCert.Http;

namespace NaccsCert.Connectivity;

/// <summary>What a connection to a host showed.</summary>
/// <param name="ConnectFailure">Why there is no TCP connection; null when there is one.</param>
/// <param name="HandshakeFailure">Why there was no TLS handshake; null when there was one.</param>
/// <param name="Version">The TLS version; null without a handshake.</param>
/// <param name="Verdict">Whether the server is one of the service's; null when its certificate was not seen.</param>
internal sealed record TlsFinding(
    string? ConnectFailure, string? HandshakeFailure, string? Version, ServerVerdict? Verdict);

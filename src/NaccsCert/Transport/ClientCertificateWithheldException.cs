using System.IO;

namespace NaccsCert.Transport;

/// <summary>
/// Ends a connection to a server that was accepted only after it had asked for the client certificate. Nothing was sent on it; a
/// new connection is made at once.
/// </summary>
internal sealed class ClientCertificateWithheldException : IOException;

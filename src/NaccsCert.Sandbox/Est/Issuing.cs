using NaccsCert.Sandbox.Authority;

namespace NaccsCert.Sandbox.Est;

/// <summary>What enrollment and renewal issue with.</summary>
/// <param name="Issuer">Issues.</param>
/// <param name="Naming">Names terminals.</param>
/// <param name="Bundle">Puts what was issued into an answer.</param>
internal sealed record Issuing(CertificateIssuer Issuer, TerminalNaming Naming, CertificateBundle Bundle);

using NaccsCert.Sandbox.Authority;

namespace NaccsCert.Sandbox.Issuance;

/// <summary>What enrollment and renewal issue with.</summary>
/// <param name="Issuer">Issues.</param>
/// <param name="Naming">Names terminals.</param>
internal sealed record Issuing(CertificateIssuer Issuer, TerminalNaming Naming);

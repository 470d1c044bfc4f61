using System.Collections.Generic;
using System.Security.Cryptography.X509Certificates;

namespace NaccsCert.Validation.Revocation;

/// <summary>What an issuer is asked.</summary>
/// <param name="Certificate">The certificate in question.</param>
/// <param name="Issuer">The certificate of its issuer.</param>
/// <param name="Authorities">Certificates among which another signer of a list is looked for.</param>
internal sealed record RevocationQuestion(
    X509Certificate2 Certificate, X509Certificate2 Issuer, IReadOnlyList<X509Certificate2> Authorities);

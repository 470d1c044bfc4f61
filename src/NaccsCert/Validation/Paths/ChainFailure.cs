using NaccsCert.Messages;

namespace NaccsCert.Validation.Paths;

/// <summary>What is wrong, and with which certificate.</summary>
/// <param name="Problem">What.</param>
/// <param name="Certificate">The certificate.</param>
internal sealed record ChainFailure(ChainProblem Problem, CertificateParts Certificate)
{
    /// <summary>The same in words that need no translation.</summary>
    public override string ToString()
    {
        string subject = DistinguishedNames.Describe(Certificate.Subject);
        return Problem == ChainProblem.PartialChain
            ? $"{Problem}: ends in {subject}, issued by {DistinguishedNames.Describe(Certificate.Issuer)}"
            : $"{Problem}: {subject}";
    }
}

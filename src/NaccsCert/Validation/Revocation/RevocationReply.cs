using NaccsCert.Messages.Revocation;

namespace NaccsCert.Validation.Revocation;

/// <summary>What one address had to say.</summary>
/// <param name="Check">Passed, failed when revoked, or a warning with the reason why the answer tells neither.</param>
/// <param name="Reasons">The reasons for which the certificate is known not to be revoked.</param>
internal sealed record RevocationReply(Check Check, RevocationReasons Reasons)
{
    /// <summary>An answer that tells nothing, or everything.</summary>
    public static RevocationReply Of(Check check) =>
        new(check, check.Status == CheckStatus.Passed ? RevocationReasons.All : RevocationReasons.None);
}

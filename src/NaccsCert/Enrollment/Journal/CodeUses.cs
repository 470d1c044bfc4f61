namespace NaccsCert.Enrollment.Journal;

/// <summary>Decides whether codes have been used, from what was sent and what came back.</summary>
internal static class CodeUses
{
    /// <summary>What is known after an attempt that was answered without a certificate, or not at all.</summary>
    /// <param name="before">What was known before it; null where there are no codes.</param>
    /// <param name="codesSent">Whether it may have brought the codes to the service.</param>
    /// <param name="error">How it failed; null where it was interrupted, or the service will answer later.</param>
    public static CodeUse? WithoutCertificate(CodeUse? before, bool codesSent, ErrorId? error) =>
        before is not CodeUse.NotUsed || !codesSent || IsRefusal(error) ? before : CodeUse.Unknown;

    /// <summary>What is known once a certificate has arrived that was verified.</summary>
    /// <param name="before">What was known before; null where there are no codes.</param>
    public static CodeUse? WithCertificate(CodeUse? before) => before is null ? null : CodeUse.Used;

    /// <summary>What an entry of a version shows that did not keep it.</summary>
    public static CodeUse? InEarlierEntry(JournalEntry entry) => entry switch
    {
        { CodeFingerprint: null } => null,
        { State: >= EnrollmentStage.Issued } => CodeUse.Used,
        { Attempts: > 0 } => CodeUse.Unknown,
        _ => CodeUse.NotUsed,
    };

    /// <summary>Whether an error is the service's answer that it issues nothing for what it was sent.</summary>
    public static bool IsRefusal(ErrorId? error) =>
        error is ErrorId.CodesRefused or ErrorId.RequestRefused or ErrorId.RequestForbidden or ErrorId.RequestRejected;
}

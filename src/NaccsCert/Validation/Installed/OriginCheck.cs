using NaccsCert.Resources;
using NaccsCert.Validation.Origin;

namespace NaccsCert.Validation.Installed;

/// <summary>Whether the certificate comes from the service, and what shows it.</summary>
internal static class OriginCheck
{
    private const string Name = "Origin";

    /// <summary>Evaluates the origin. The root is named by its SHA-256, so that user or policy can pin it.</summary>
    public static Check Evaluate(CertificateOrigin origin) => origin.Evidence switch
    {
        OriginEvidence.Enrolled => new Check(Name, CheckStatus.Passed, Strings.Format(StringId.OriginEnrolled)),
        OriginEvidence.PinnedRoot => new Check(Name, CheckStatus.Passed, Strings.Format(StringId.OriginPinnedRoot, origin.RootSha256!)),
        OriginEvidence.EnrolledRoot => new Check(Name, CheckStatus.Passed, Strings.Format(StringId.OriginEnrolledRoot, origin.RootSha256!)),
        OriginEvidence.TrustedRoot => new Check(Name, CheckStatus.Passed, Strings.Format(StringId.OriginTrustedRoot, origin.RootSha256!)),
        _ => new Check(Name, CheckStatus.Failed, Strings.Format(StringId.OriginUnverified, origin.Failure ?? "-"))
        {
            Advice = Strings.Format(StringId.AdviceUnverified),
        },
    };
}

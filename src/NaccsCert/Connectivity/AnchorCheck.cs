using System;
using System.Security.Cryptography.X509Certificates;
using NaccsCert.Http;
using NaccsCert.Reasons;
using NaccsCert.Services;
using NaccsCert.Shims;
using NaccsCert.Time;

namespace NaccsCert.Connectivity;

/// <summary>The root that vouches for a server: whether this computer trusts it too, and for how long it will.</summary>
internal static class AnchorCheck
{
    /// <summary>Judges the anchor of a server that is spoken to.</summary>
    /// <param name="name">The name of the check.</param>
    /// <param name="verdict">What was found of the server.</param>
    /// <param name="needed">The moment up to which the anchor is needed: the end of the client certificate.</param>
    public static Check Judge(string name, ServerVerdict? verdict, DateTimeOffset needed) =>
        verdict?.Anchor is not { } anchor
            ? new Check(name, Verdict.Warning, ReasonText.Of(ReasonId.AnchorInspected, verdict?.Issuer ?? "-"))
        : EndOf(anchor) is { } end && end < needed
            ? new Check(name, Verdict.Warning, ReasonText.Of(ReasonId.AnchorEnds, anchor.Name, LocalTime.Text(end)))
            {
                Advice = ReasonText.Of(ReasonId.AdviceAnchorEnds),
            }
        : !verdict.IsPlatformTrusted
            ? new Check(name, Verdict.Warning, ReasonText.Of(ReasonId.AnchorNotTrusted, anchor.Name))
            {
                Advice = ReasonText.Of(ReasonId.AdviceInstallRoot),
            }
        : new Check(name, Verdict.Passed, ReasonText.Of(ReasonId.AnchorTrusted, anchor.Name));

    // Null where the definition has only the pin.
    private static DateTimeOffset? EndOf(TrustAnchor anchor)
    {
        if (anchor.Certificate is not { } der)
        {
            return null;
        }

        using X509Certificate2 certificate = Certificates.Load(der);
        return certificate.NotAfter.ToUniversalTime();
    }
}

using System;
using System.Security.Cryptography.X509Certificates;
using NaccsCert.Messages;
using NaccsCert.Resources;
using NaccsCert.Services;
using NaccsCert.Time;
using NaccsCert.Transport;

namespace NaccsCert.Validation.Connectivity;

/// <summary>The root that vouches for a server: whether this computer trusts it too, and for how long it will.</summary>
internal static class AnchorCheck
{
    /// <summary>Evaluates the anchor of a server that is spoken to.</summary>
    /// <param name="name">The name of the check.</param>
    /// <param name="verdict">What was found of the server.</param>
    /// <param name="needed">The moment up to which the anchor is needed: the end of the client certificate.</param>
    public static Check Evaluate(string name, ServerTrustResult? verdict, DateTimeOffset needed) =>
        verdict?.Anchor is not { } anchor
            ? new Check(name, CheckStatus.Warning, Strings.Format(StringId.AnchorInspected, verdict?.Issuer ?? "-"))
        : EndOf(anchor) is { } end && end < needed
            ? new Check(name, CheckStatus.Warning, Strings.Format(StringId.AnchorEnds, anchor.Name, LocalTime.Text(end)))
            {
                Advice = Strings.Format(StringId.AdviceAnchorEnds),
            }
        : !verdict.IsPlatformTrusted
            ? new Check(name, CheckStatus.Warning, Strings.Format(StringId.AnchorNotTrusted, anchor.Name))
            {
                Advice = Strings.Format(StringId.AdviceInstallRoot),
            }
        : new Check(name, CheckStatus.Passed, Strings.Format(StringId.AnchorTrusted, anchor.Name));

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

using System;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography.X509Certificates;
using NaccsCert.Messages;
using NaccsCert.Resources;
using NaccsCert.Services;
using NaccsCert.Time;

namespace NaccsCert.Validation.Installed;

/// <summary>
/// Whether this computer trusts a root of the service's servers for as long as the certificate lives (manual 2.3): told
/// ahead of time, because a browser that does not trust the server is a terminal that stands still.
/// </summary>
internal static class AnchorsCheck
{
    /// <summary>The name of the check.</summary>
    public const string Name = "TrustAnchors";

    /// <summary>Evaluates the anchors.</summary>
    /// <param name="definition">The service.</param>
    /// <param name="known">The certificates of this computer's stores.</param>
    /// <param name="needed">The end of the client certificate.</param>
    public static Check Evaluate(ServiceDefinition definition, IReadOnlyCollection<X509Certificate2> known, DateTimeOffset needed)
    {
        TrustAnchor[] anchors = [.. definition.AnchorsFor(TrustAnchorPurpose.Server)];
        HashSet<string> pins = [.. anchors.Select(anchor => anchor.Sha256)];
        X509Certificate2? longest = known.Where(root => pins.Contains(Fingerprint.Sha256(root.RawData)))
            .OrderByDescending(root => root.NotAfter).FirstOrDefault();
        if (longest is null)
        {
            return Warn(Strings.Format(StringId.AnchorsMissing, string.Join(", ", anchors.Select(anchor => anchor.Name))));
        }

        string name = Certificates.SimpleName(longest, forIssuer: false);
        return longest.NotAfter < needed
            ? Warn(Strings.Format(StringId.AnchorEnds, name, LocalTime.Text(longest.NotAfter)))
            : new Check(Name, CheckStatus.Passed, Strings.Format(StringId.AnchorTrusted, name));
    }

    private static Check Warn(string detail) =>
        new(Name, CheckStatus.Warning, detail) { Advice = Strings.Format(StringId.AdviceInstallRoot) };
}

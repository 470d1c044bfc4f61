using System;
using System.Security.Cryptography.X509Certificates;
using NaccsCert.Http;
using NaccsCert.Reasons;
using NaccsCert.Services;
using NaccsCert.Shims;
using NaccsCert.Time;

namespace NaccsCert.Connectivity;

/// <summary>The root that vouches for a server, and whether it will end before the next renewal could fail for it.</summary>
internal static class AnchorCheck
{
    private static readonly TimeSpan AheadOfTime = TimeSpan.FromDays(365);

    /// <summary>Judges the anchor of a server that is trusted.</summary>
    /// <param name="name">The name of the check.</param>
    /// <param name="verdict">What was found of the server.</param>
    /// <param name="definition">The service.</param>
    /// <param name="now">The present moment.</param>
    public static Check Judge(string name, ServerVerdict? verdict, ServiceDefinition definition, DateTimeOffset now)
    {
        if (verdict?.Anchor is not { } anchor)
        {
            return new Check(name, Verdict.Warning, ReasonText.Of(ReasonId.AnchorInspected, verdict?.Issuer ?? "-"));
        }

        DateTimeOffset? end = EndOf(anchor);
        return end is { } notAfter && notAfter - now < AheadOfTime
            ? new Check(name, Verdict.Warning, ReasonText.Of(ReasonId.AnchorEnds, anchor.Name, LocalTime.Text(notAfter), definition.DisplayName))
            : new Check(name, Verdict.Passed, ReasonText.Of(ReasonId.AnchorTrusted, anchor.Name));
    }

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

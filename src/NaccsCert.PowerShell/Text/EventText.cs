using NaccsCert.Enrollment.Events;
using NaccsCert.Resources;
using NaccsCert.Services;
using NaccsCert.Time;
using NaccsCert.Validation.Roots;

namespace NaccsCert.PowerShell.Text;

/// <summary>The sentences that tell people of events, in the language of the session.</summary>
internal static class EventText
{
    /// <summary>The sentence for an event.</summary>
    /// <returns>The sentence; null for events that people need not read.</returns>
    public static string? Format(EnrollmentEvent happened) => happened switch
    {
        AccountSelected account => Strings.Format(StringId.EventAccount, account.UserName, account.StoreName),
        ServiceSelected service => Strings.Format(StringId.EventService, service.DisplayName, HostNames.Show(service.Host), service.Origin),
        EnrollmentResumed resumed => Strings.Format(StringId.EventResumed, resumed.EnrollmentId),
        RouteSelected route => Strings.FormatRoute(route.Proxy),
        AttemptFailed failed => Strings.Format(StringId.EventAttemptFailed, failed.Reason),
        ClockSkewDetected clock => CommandText.Format(MessageId.ClockSkewed, ClockSkew.Text(clock.Skew)),
        TlsInspectionAllowed inspection => CommandText.Format(MessageId.TlsInspected, inspection.Issuer),
        CsrAttributesSkipped skipped => CommandText.Format(MessageId.CsrAttributesSkipped, HostNames.Show(skipped.Host), skipped.Reason),
        KeyCreated key => Strings.Format(StringId.EventKeyCreated, key.Algorithm, key.Provider, key.EnrollmentId),
        ResponseIssued issued => Strings.Format(StringId.EventIssued, HostNames.Show(issued.Host)),
        ResponsePending pending => Strings.Format(StringId.EventPending, HostNames.Show(pending.Host), LocalTime.Text(pending.NextAttempt)),
        CertificateVerified certificate => Strings.Format(
            StringId.EventVerified, certificate.Terminal, certificate.Issuer, LocalTime.Text(certificate.NotAfter)),
        CertificateInstalled installed => Strings.Format(
            installed.IsRenewal ? StringId.EventRenewed : StringId.EventInstalled, installed.Thumbprint),
        KeyVerified => Strings.Format(StringId.EventSigned),
        RootHandled { Status: { } status } => Strings.Format(RootInstaller.ReasonOf(status)),
        RootHandled => Strings.Format(StringId.EventRootSkipped),
        PreviousArchived archived => Strings.Format(StringId.EventArchived, archived.Thumbprint),
        ReplacedCertificateRemoved removed => CommandText.Format(
            MessageId.CertificateRemoved, $"{removed.Terminal} ({removed.Thumbprint})"),
        EnrollmentDiscarded => Strings.Format(StringId.EventDiscarded),
        _ => null,
    };
}

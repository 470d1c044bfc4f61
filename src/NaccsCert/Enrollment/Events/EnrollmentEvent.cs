using System;
using NaccsCert.Enrollment.Journal;
using NaccsCert.Transport;

namespace NaccsCert.Enrollment.Events;

/// <summary>
/// Something that happened during an enrollment, reported the moment it did. Verbose text, progress, the log and event sessions
/// are the sinks of this one stream; none of its members holds a code, a password, a header field or a body.
/// </summary>
internal abstract record EnrollmentEvent;

/// <summary>The enrollment has entered a stage.</summary>
internal sealed record StageEntered(EnrollmentStage Stage) : EnrollmentEvent;

/// <summary>An enrollment or a renewal starts, or is resumed.</summary>
internal sealed record EnrollmentStarted(EnrollmentOperation Operation, string Service) : EnrollmentEvent;

/// <summary>Whose certificate it will be, and in which store.</summary>
internal sealed record AccountSelected(string UserName, string StoreName) : EnrollmentEvent;

/// <summary>Which service is asked, by which definition.</summary>
internal sealed record ServiceSelected(string DisplayName, string Host, string Origin) : EnrollmentEvent;

/// <summary>An unfinished enrollment is resumed from the journal.</summary>
internal sealed record EnrollmentResumed(string EnrollmentId) : EnrollmentEvent;

/// <summary>The route to the service is known.</summary>
internal sealed record RouteSelected(Uri? Proxy) : EnrollmentEvent;

/// <summary>A request was sent, and a response has arrived whole or will not arrive.</summary>
internal sealed record RequestCompleted(HttpExchange Exchange) : EnrollmentEvent;

/// <summary>An attempt failed with an error that may pass; it will be retried where the policy allows.</summary>
internal sealed record AttemptFailed(string Reason) : EnrollmentEvent;

/// <summary>The service's clock differs from this computer's by more than is tolerated.</summary>
internal sealed record ClockSkewDetected(TimeSpan Skew) : EnrollmentEvent;

/// <summary>The service did not say readably what it wants in a request, so the request is made without (RFC 7030, section 4.5).</summary>
internal sealed record CsrAttributesSkipped(string Host, string Reason) : EnrollmentEvent;

/// <summary>A device inspects the connection, and the definition allows it.</summary>
internal sealed record TlsInspectionAllowed(string Issuer) : EnrollmentEvent;

/// <summary>Key and signed request are on disk.</summary>
internal sealed record KeyCreated(KeyAlgorithm Algorithm, string Provider, string EnrollmentId) : EnrollmentEvent;

/// <summary>The service has sent a certificate.</summary>
internal sealed record ResponseIssued(string Host) : EnrollmentEvent;

/// <summary>The service will issue later.</summary>
internal sealed record ResponsePending(string Host, DateTimeOffset NextAttempt) : EnrollmentEvent;

/// <summary>The pending request is sent again after this time.</summary>
internal sealed record Waiting(TimeSpan Left) : EnrollmentEvent;

/// <summary>The certificate is what was asked for.</summary>
internal sealed record CertificateVerified(string Terminal, string Issuer, DateTimeOffset NotAfter) : EnrollmentEvent;

/// <summary>The certificate is in the store, beside the one that it renews if there is one.</summary>
internal sealed record CertificateInstalled(string Thumbprint, bool IsRenewal) : EnrollmentEvent;

/// <summary>The certificate was read back from the store, and its key has signed.</summary>
internal sealed record KeyVerified : EnrollmentEvent;

/// <summary>The root was handled; null where it was left out.</summary>
internal sealed record RootHandled(RootCAStatus? Status) : EnrollmentEvent;

/// <summary>The certificate that was renewed is archived.</summary>
internal sealed record PreviousArchived(string Thumbprint) : EnrollmentEvent;

/// <summary>A certificate was removed with its key, because it has been archived for as long as was chosen.</summary>
internal sealed record ReplacedCertificateRemoved(string Terminal, string Thumbprint) : EnrollmentEvent;

/// <summary>The enrollment was discarded with its key, because nothing was issued for it.</summary>
internal sealed record EnrollmentDiscarded : EnrollmentEvent;

/// <summary>An enrollment or a renewal has ended without an error.</summary>
internal sealed record EnrollmentCompleted(EnrollmentResult Result) : EnrollmentEvent;

/// <summary>An enrollment or a renewal has failed; what was done is kept.</summary>
internal sealed record EnrollmentFailed(NaccsException Error) : EnrollmentEvent;

/// <summary>A command has a result, while it goes on.</summary>
internal sealed record ResultProduced(OperationResult Result) : EnrollmentEvent;

/// <summary>A command has an error that does not end it.</summary>
internal sealed record ErrorReported(NaccsException Error) : EnrollmentEvent;

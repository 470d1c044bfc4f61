using System;
using System.Security.Cryptography.X509Certificates;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Protocol;
using NaccsCert.Reasons;
using NaccsCert.Roots;
using NaccsCert.Shims;
using NaccsCert.Time;
using NaccsCert.Tracing;

namespace NaccsCert.Enrollment.States;

/// <summary>The certificate works. Leads to the end: the root is trusted, and the journal entry is no longer needed.</summary>
internal sealed class ProvenState : EnrollmentState
{
    public override EnrollmentStep? Step => EnrollmentStep.Complete;

    public override Task<EnrollmentState> AdvanceAsync(EnrollmentWork work, CancellationToken cancellationToken)
    {
        IssuedCertificate issued = work.VerifyAnswer();
        using X509Certificate2 certificate = Certificates.Load(issued.Certificate);
        RootCAStatus? root = work.Options.SkipRootCA
            ? null
            : RootInstaller.ForUser(work.Environment.Stores, [], work.Environment.CanAskUser).TryInstall(issued.Root);
        work.Story.Tell(root is { } status ? RootInstaller.ReasonOf(status) : ReasonId.StoryRootSkipped);
        NaccsCertEventSource.Log.KeyReleasing(work.Entry.KeyName);
        work.Keys.ReleaseToStore(work.Entry.KeyName);
        NaccsCertEventSource.Log.KeyReleased(work.Entry.KeyName);
        work.Environment.Journal.Remove(work.Entry.Id);
        return Task.FromResult<EnrollmentState>(new FinishedState(Result(work, certificate, root)));
    }

    private static EnrollmentResult Result(EnrollmentWork work, X509Certificate2 certificate, RootCAStatus? root)
    {
        bool renewed = work.Entry.Operation == EnrollmentOperation.Reenroll;
        DateTimeOffset notAfter = certificate.NotAfter.ToUniversalTime();
        DateTimeOffset opens = work.Definition.RenewalOpens(notAfter);
        return new EnrollmentResult
        {
            Status = renewed ? EnrollmentStatus.Renewed : EnrollmentStatus.Enrolled,
            Operation = work.Entry.Operation,
            Service = work.Definition.Name,
            Terminal = certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false),
            Reason = ReasonText.Of(renewed ? ReasonId.Renewed : ReasonId.Enrolled, LocalTime.Text(notAfter)),
            Changed = true,
            Thumbprint = certificate.Thumbprint,
            PreviousThumbprint = work.Entry.PreviousThumbprint,
            EnrollmentId = work.Entry.Id,
            NotBefore = certificate.NotBefore.ToUniversalTime(),
            NotAfter = notAfter,
            RenewalOpens = opens,
            NextAttempt = opens,
            RootCA = root,
        };
    }
}

using System;
using System.Security.Cryptography.X509Certificates;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Diagnostics;
using NaccsCert.Messages;
using NaccsCert.Resources;
using NaccsCert.Time;
using NaccsCert.Validation;
using NaccsCert.Validation.Roots;

namespace NaccsCert.Enrollment.States;

/// <summary>The certificate works. Leads to the end: the root is trusted, and the journal entry is no longer needed.</summary>
internal sealed class VerifiedState : EnrollmentState
{
    public override EnrollmentStep? Step => EnrollmentStep.Complete;

    public override Task<EnrollmentState> AdvanceAsync(EnrollmentContext context, CancellationToken cancellationToken)
    {
        IssuedCertificate issued = context.VerifyResponse();
        using X509Certificate2 certificate = Certificates.Load(issued.Certificate);
        RootCAStatus? root = context.Options.SkipRootCA
            ? null
            : RootInstaller.ForUser(context.Environment.Stores, [], context.Environment.CanAskUser).TryInstall(issued.Root);
        context.Story.Tell(root is { } status ? RootInstaller.ReasonOf(status) : StringId.EventRootSkipped);
        NaccsCertEventSource.Log.KeyReleasing(context.Entry.KeyName);
        context.Keys.ReleaseToStore(context.Entry.KeyName);
        NaccsCertEventSource.Log.KeyReleased(context.Entry.KeyName);
        context.Environment.Journal.Remove(context.Entry.Id);
        return Task.FromResult<EnrollmentState>(new FinishedState(Result(context, certificate, root)));
    }

    private static EnrollmentResult Result(EnrollmentContext context, X509Certificate2 certificate, RootCAStatus? root)
    {
        bool renewed = context.Entry.Operation == EnrollmentOperation.Reenroll;
        DateTimeOffset notAfter = certificate.NotAfter.ToUniversalTime();
        DateTimeOffset opens = context.Definition.RenewalOpens(notAfter);
        return new EnrollmentResult
        {
            Status = renewed ? EnrollmentStatus.Renewed : EnrollmentStatus.Enrolled,
            Operation = context.Entry.Operation,
            Service = context.Definition.Name,
            Terminal = certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false),
            Reason = Strings.Format(renewed ? StringId.Renewed : StringId.Enrolled, LocalTime.Text(notAfter)),
            Changed = true,
            Thumbprint = certificate.Thumbprint,
            PreviousThumbprint = context.Entry.PreviousThumbprint,
            EnrollmentId = context.Entry.Id,
            NotBefore = certificate.NotBefore.ToUniversalTime(),
            NotAfter = notAfter,
            RenewalOpens = opens,
            NextAttempt = opens,
            RootCA = root,
        };
    }
}

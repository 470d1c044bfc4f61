using System;
using System.Linq;
using System.Security.Cryptography.X509Certificates;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Diagnostics;
using NaccsCert.Enrollment.Events;
using NaccsCert.Enrollment.Journal;
using NaccsCert.Messages;
using NaccsCert.Resources;
using NaccsCert.Time;
using NaccsCert.Validation;
using NaccsCert.Validation.Installed;
using NaccsCert.Validation.Origin;
using NaccsCert.Validation.Roots;

namespace NaccsCert.Enrollment.States;

/// <summary>The certificate works. Leads to the end: the root is trusted, and the journal entry is no longer needed.</summary>
internal sealed class VerifiedState : EnrollmentState
{
    public override EnrollmentStage Stage => EnrollmentStage.Verified;

    public override async Task<EnrollmentState> AdvanceAsync(EnrollmentContext context, CancellationToken cancellationToken)
    {
        IssuedCertificate issued = context.Issued;
        using X509Certificate2 certificate = Certificates.Load(issued.Certificate);
        Remember(context, issued);
        var trust = new RootTrust(
            RootInstaller.ForUser(context.Services.Stores, [], context.Services.CanAskUser),
            context.Definition,
            context.Services.RootConsent);
        RootCAStatus? root = await trust.ApplyAsync(issued.Root, context.Task.Options.RootCA, cancellationToken).ConfigureAwait(false);
        context.Report(new RootHandled(root));
        NaccsCertEventSource.Log.KeyReleasing(context.Entry.KeyName);
        context.Keys.ReleaseToStore(context.Entry.KeyName);
        NaccsCertEventSource.Log.KeyReleased(context.Entry.KeyName);
        bool? archived = context.Entry.PreviousThumbprint is { } previous ? TryArchive(context, previous) : null;
        context.Services.Journal.Remove(context.Entry.Id);
        return new FinishedState(Result(context, certificate, root, archived));
    }

    // Before the journal entry goes, so that whoever resumes it archives too. The new certificate works whatever comes of this: what
    // cannot be done now is left to a later run.
    private static bool TryArchive(EnrollmentContext context, string previous)
    {
        EnrollmentServices services = context.Services;
        try
        {
            bool isArchived = new CertificateArchive(services.Stores, services.Histories, services.Clock)
                .ArchiveReplaced(context.Entry.StoreName, context.Definition).Contains(previous);
            if (isArchived)
            {
                context.Report(new PreviousArchived(previous));
            }

            return isArchived;
        }
        catch (NaccsException error)
        {
            NaccsCertEventSource.Log.CertificateNotArchived(previous, error.Message);
            return false;
        }
    }

    // Kept before the journal entry goes: what was enrolled here needs no other proof of where it comes from.
    private static void Remember(EnrollmentContext context, IssuedCertificate issued)
    {
        EnrollmentHistoryFile histories = context.Services.Histories;
        var enrolled = new EnrolledCertificate(
            Fingerprint.Sha256(issued.Certificate),
            context.Entry.PreviousSha256,
            Fingerprint.Sha256(issued.Root),
            context.Services.Clock.UtcNow)
        {
            // Where the new one is in another store, a browser may know the old one alone.
            ArchivesPrevious = context.Entry is { PreviousSha256: not null, KeepsPrevious: false, PreviousStoreName: null },
            EnrollmentId = context.Entry.Id,
            CodeFingerprint = context.Entry.CodeFingerprint,
        };
        EnrollmentHistory history = histories.Read(context.Definition.Name);
        histories.Write(context.Definition.Name, history.With(enrolled, [.. issued.Intermediates, issued.Root]));
    }

    private static EnrollmentResult Result(EnrollmentContext context, X509Certificate2 certificate, RootCAStatus? root, bool? archived)
    {
        DateTimeOffset notBefore = certificate.NotBefore.ToUniversalTime();
        DateTimeOffset notAfter = certificate.NotAfter.ToUniversalTime();
        DateTimeOffset opens = context.Definition.RenewalOpens(notAfter);
        bool isAhead = notBefore - context.Services.Clock.UtcNow > ClockSkew.Tolerated;
        EnrollmentStatus status = isAhead ? EnrollmentStatus.NotYetValid : StatusOf(context.Entry.Operation);
        return new EnrollmentResult
        {
            Status = status,
            Operation = context.Entry.Operation,
            Service = context.Definition.Name,
            Terminal = new TerminalName(context.Definition.TerminalAttribute, [certificate]).Of(certificate),
            Reason = ReasonOf(status, isAhead ? notBefore : notAfter, root, archived),
            Changed = true,
            Thumbprint = certificate.Thumbprint,
            PreviousThumbprint = context.Entry.PreviousThumbprint,
            PreviousArchived = archived,
            EnrollmentId = context.Entry.Id,
            NotBefore = notBefore,
            NotAfter = notAfter,
            RenewalOpens = opens,
            NextAttempt = isAhead ? notBefore : opens,
            RootCA = root,
        };
    }

    private static EnrollmentStatus StatusOf(EnrollmentOperation operation) =>
        operation == EnrollmentOperation.Reenroll ? EnrollmentStatus.Renewed : EnrollmentStatus.Enrolled;

    // What was left out is said where people look first.
    private static string ReasonOf(EnrollmentStatus status, DateTimeOffset moment, RootCAStatus? root, bool? archived)
    {
        string reason = Strings.Format(IdOf(status), LocalTime.Text(moment));
        reason = archived == true ? Strings.Join(reason, Strings.Format(StringId.PreviousArchived)) : reason;
        return root == RootCAStatus.NotPinned ? Strings.Join(reason, Strings.Format(StringId.RootNotPinned)) : reason;
    }

    private static StringId IdOf(EnrollmentStatus status) => status switch
    {
        EnrollmentStatus.NotYetValid => StringId.NotYetValid,
        EnrollmentStatus.Renewed => StringId.Renewed,
        _ => StringId.Enrolled,
    };
}

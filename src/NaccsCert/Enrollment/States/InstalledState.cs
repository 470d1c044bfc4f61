using System.Security.Cryptography.X509Certificates;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Enrollment.Events;
using NaccsCert.Enrollment.Journal;
using NaccsCert.Keys;
using NaccsCert.Validation;

namespace NaccsCert.Enrollment.States;

/// <summary>The certificate is in the store. Leads to the proof that it signs there, read back from the store.</summary>
internal sealed class InstalledState : EnrollmentState
{
    public override EnrollmentStage Stage => EnrollmentStage.Installed;

    public override Task<EnrollmentState> AdvanceAsync(EnrollmentContext context, CancellationToken cancellationToken)
    {
        using X509Certificate2? installed = context.FindInstalled();
        KeyState key = installed is null ? KeyState.Missing : KeyTest.Run(installed);
        if (key != KeyState.Signs)
        {
            throw new NaccsException(ErrorId.CertificateInstallFailed, context.Entry.Id, key)
            {
                EnrollmentId = context.Entry.Id,
            };
        }

        // Not written down: who begins here again proves it again.
        context.Report(new KeyVerified());
        return Task.FromResult<EnrollmentState>(new VerifiedState());
    }
}

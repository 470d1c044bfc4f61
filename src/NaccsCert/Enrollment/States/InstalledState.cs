using System.Security.Cryptography.X509Certificates;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Enrollment.Journal;
using NaccsCert.Keys;
using NaccsCert.Reasons;

namespace NaccsCert.Enrollment.States;

/// <summary>The certificate is in the store. Leads to the proof that it signs there, read back from the store.</summary>
internal sealed class InstalledState : EnrollmentState
{
    public override EnrollmentStep? Step => EnrollmentStep.Prove;

    public override Task<EnrollmentState> AdvanceAsync(EnrollmentWork work, CancellationToken cancellationToken)
    {
        using X509Certificate2? installed = work.FindInstalled();
        KeyState key = installed is null ? KeyState.Missing : KeyProof.Test(installed);
        if (key != KeyState.Signs)
        {
            throw new NaccsException(ErrorId.CertificateInstallFailed, work.Entry.Id, key)
            {
                EnrollmentId = work.Entry.Id,
            };
        }

        work.Record(work.Entry with { State = JournalState.Proven });
        work.Story.Tell(ReasonId.StorySigned);
        return Task.FromResult<EnrollmentState>(new ProvenState());
    }
}

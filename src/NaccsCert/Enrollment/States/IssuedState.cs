using System.Collections.Generic;
using System.Security.Cryptography.X509Certificates;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Enrollment.Journal;
using NaccsCert.Keys;
using NaccsCert.Protocol;
using NaccsCert.Reasons;
using NaccsCert.Shims;
using NaccsCert.Stores;
using NaccsCert.Time;

namespace NaccsCert.Enrollment.States;

/// <summary>The verified answer is in the journal. Leads to the certificate with its key in the store.</summary>
internal sealed class IssuedState : EnrollmentState
{
    /// <summary>Where Windows and .NET look for intermediate certificates.</summary>
    private const string IntermediateStore = "CA";

    public override EnrollmentStep? Step => EnrollmentStep.Install;

    public override Task<EnrollmentState> AdvanceAsync(EnrollmentWork work, CancellationToken cancellationToken)
    {
        IssuedCertificate issued = work.VerifyAnswer();
        using KeyHandle key = work.OpenKey();
        using X509Certificate2 bare = Certificates.Load(issued.Certificate);
        using X509Certificate2 joined = key.JoinTo(bare);
        work.Story.Tell(
            ReasonId.StoryVerified,
            bare.GetNameInfo(X509NameType.SimpleName, forIssuer: false),
            bare.GetNameInfo(X509NameType.SimpleName, forIssuer: true),
            LocalTime.Text(bare.NotAfter.ToUniversalTime()));
        FriendlyNames.Set(joined, work.Entry.FriendlyName);
        work.Environment.Stores(work.Entry.StoreName).Add(joined);
        AddIntermediates(work.Environment.Stores(IntermediateStore), issued.Intermediates);
        work.Record(work.Entry with { State = JournalState.Installed });
        work.Story.Tell(work.Entry.PreviousThumbprint is null ? ReasonId.StoryInstalled : ReasonId.StoryReplaced, bare.Thumbprint);
        return Task.FromResult<EnrollmentState>(new InstalledState());
    }

    private static void AddIntermediates(ICertificateStore store, IReadOnlyList<byte[]> intermediates)
    {
        foreach (byte[] der in intermediates)
        {
            using X509Certificate2 certificate = Certificates.Load(der);
            store.Add(certificate);
        }
    }
}

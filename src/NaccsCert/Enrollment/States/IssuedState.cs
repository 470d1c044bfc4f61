using System.Collections.Generic;
using System.Security.Cryptography.X509Certificates;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Compat;
using NaccsCert.Enrollment.Events;
using NaccsCert.Enrollment.Journal;
using NaccsCert.Keys;
using NaccsCert.Messages;
using NaccsCert.Stores;
using NaccsCert.Validation;
using NaccsCert.Validation.Installed;

namespace NaccsCert.Enrollment.States;

/// <summary>The verified response is in the journal. Leads to the certificate with its key in the store.</summary>
internal sealed class IssuedState : EnrollmentState
{
    /// <summary>Where Windows and .NET look for intermediate certificates.</summary>
    private const string IntermediateStore = "CA";

    public override EnrollmentStage Stage => EnrollmentStage.Issued;

    public override Task<EnrollmentState> AdvanceAsync(EnrollmentContext context, CancellationToken cancellationToken)
    {
        IssuedCertificate issued = context.Issued;
        using KeyHandle key = context.OpenKey();
        using X509Certificate2 bare = Certificates.Load(issued.Certificate);
        using X509Certificate2 joined = key.CopyWithPrivateKey(bare);
        context.Report(new CertificateVerified(
            new TerminalName(context.Definition.TerminalAttribute, [bare]).Of(bare),
            Certificates.SimpleName(bare, forIssuer: true),
            bare.NotAfter.ToUniversalTime()));
        FriendlyNames.Set(joined, context.Entry.FriendlyName);
        context.Services.Stores(context.Entry.StoreName).Add(joined);
        AddIntermediates(context.Services.Stores(IntermediateStore), issued.Intermediates);
        context.Record(context.Entry with { State = EnrollmentStage.Installed });
        context.Report(new CertificateInstalled(bare.Thumbprint, IsRenewal: context.Entry.PreviousThumbprint is not null));
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

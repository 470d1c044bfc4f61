using System.Linq;
using System.Security.Cryptography.X509Certificates;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Enrollment;
using NaccsCert.Enrollment.Journal;
using NaccsCert.Sessions;
using NaccsCert.Stores;
using NaccsCert.Tests.Support;
using NaccsCert.Validation.Installed;
using Xunit;

namespace NaccsCert.Tests.Enrollment;

/// <summary>After a proven renewal the old certificate is archived, whatever happens on the way.</summary>
public sealed class ArchivingTests(SandboxFixture fixture)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(EnrollmentStage.Installed)]
    [InlineData(EnrollmentStage.Verified)]
    internal async Task Until_the_new_one_is_tested_the_old_one_stays_in_use_and_who_resumes_archives_it(EnrollmentStage stage)
    {
        using var user = new ScratchUser();
        using StoredCertificate old = await EnrolledAsync(user);
        using (var session = EnrollmentSession.Reenroll(user.Environment, fixture.Definition, old.Handle, Outcomes.Quick))
        {
            await session.AdvanceUntilAsync(stage, Token);
        }

        Assert.Equal(2, user.Store("My").Read().Count);
        EnrollmentResult result = await ResumeAsync(user, new EnrollmentOptions { KeepsPrevious = true });

        Assert.Equal((EnrollmentStatus.Renewed, true), (result.Status, result.PreviousArchived));
        AssertArchived(user, old, isArchived: true);
    }

    [Fact]
    public async Task The_choice_not_to_is_kept_with_the_unfinished_renewal()
    {
        using var user = new ScratchUser();
        using StoredCertificate old = await EnrolledAsync(user);
        using (var session = EnrollmentSession.Reenroll(
            user.Environment, fixture.Definition, old.Handle, Outcomes.Quick with { KeepsPrevious = true }))
        {
            await session.AdvanceUntilAsync(EnrollmentStage.Verified, Token);
        }

        EnrollmentResult result = await ResumeAsync(user, Outcomes.Quick);

        Assert.Equal((EnrollmentStatus.Renewed, false), (result.Status, result.PreviousArchived));
        AssertArchived(user, old, isArchived: false);
        Assert.Empty(new CertificateArchive(user.Store, user.Environment.Histories, user.Environment.Clock)
            .ArchiveReplaced("My", fixture.Definition));
    }

    [Fact]
    public async Task A_store_that_keeps_no_such_mark_fails_no_renewal_and_is_asked_again_later()
    {
        using var user = new ScratchUser();
        using StoredCertificate old = await EnrolledAsync(user);
        EnrollmentServices unmarking = user.Environment with { Stores = name => new UserCertificateStore(user.Store(name).Name, new NoMarks()) };
        using (var session = EnrollmentSession.Reenroll(unmarking, fixture.Definition, old.Handle, Outcomes.Quick))
        {
            EnrollmentResult result = await session.FinishAsync(Token);
            Assert.Equal((EnrollmentStatus.Renewed, false), (result.Status, result.PreviousArchived));
        }

        AssertArchived(user, old, isArchived: false);
        Assert.Empty(user.Journal.Read());
        Assert.Equal(
            [old.Record.Thumbprint],
            new CertificateArchive(user.Store, user.Environment.Histories, user.Environment.Clock).ArchiveReplaced("My", fixture.Definition));
        AssertArchived(user, old, isArchived: true);
    }

    private static void AssertArchived(ScratchUser user, StoredCertificate certificate, bool isArchived)
    {
        using DisposableList<X509Certificate2> all = user.Store("My").ReadAll();
        X509Certificate2 found = all.Single(other => other.Thumbprint == certificate.Record.Thumbprint);
        Assert.Equal(isArchived, user.Store("My").IsArchived(found));
        Assert.True(found.HasPrivateKey);
        Assert.Equal(2, all.Count);
    }

    private async Task<StoredCertificate> EnrolledAsync(ScratchUser user)
    {
        await user.EnrollAsync(fixture.Definition, fixture.TakeCodes(), Token, Outcomes.Quick);
        return Assert.Single(user.Certificates(fixture.Definition));
    }

    private async Task<EnrollmentResult> ResumeAsync(ScratchUser user, EnrollmentOptions options)
    {
        using var session = EnrollmentSession.Resume(
            user.Environment, fixture.Definition, Assert.Single(user.Journal.Read()).Id, null, options);
        return await session.FinishAsync(Token);
    }

    /// <summary>Marks that are not kept, as of a store that is read only.</summary>
    private sealed class NoMarks : IArchiveMarks
    {
        public bool IsArchived(string storeName, X509Certificate2 certificate) => false;

        public void Set(string storeName, X509Certificate2 certificate, bool isArchived)
        {
        }

        public void Forget(string storeName, X509Certificate2 certificate)
        {
        }
    }
}

using System.IO;
using System.Security.Cryptography.X509Certificates;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Enrollment;
using NaccsCert.Enrollment.Journal;
using NaccsCert.Services;
using NaccsCert.Sessions;
using NaccsCert.Stores;
using NaccsCert.Tests.Support;
using NaccsCert.TestSupport.Servers;
using Xunit;

namespace NaccsCert.Tests.Enrollment;

/// <summary>This computer fails, not the service.</summary>
public sealed class LocalFailureTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_a_journal_no_request_is_sent_and_no_key_stays()
    {
        await using FakeEstServer service = await FakeEstServer.StartAsync(Token);
        using var user = new ScratchUser();
        await File.WriteAllTextAsync(user.JournalFolder, "a file where the folder should be", Token);

        NaccsException error = await user.FailAsync(service.Define(), ErrorId.JournalUnavailable, Token);

        user.AssertNothingLeft(error);
        Assert.Empty(service.RequestsFor("simpleenroll"));
    }

    [Fact]
    public async Task A_lock_that_cannot_be_opened_is_told_of()
    {
        await using FakeEstServer service = await FakeEstServer.StartAsync(Token);
        using var user = new ScratchUser();
        Directory.CreateDirectory(Path.Combine(user.JournalFolder, "fake.lock"));

        NaccsException error = await user.FailAsync(service.Define(), ErrorId.JournalUnavailable, Token);

        user.AssertNothingLeft(error);
        Assert.Empty(service.Requests);
    }

    [Fact]
    public async Task A_store_that_cannot_be_written_keeps_the_issued_certificate_for_the_next_run()
    {
        await using FakeEstServer service = await FakeEstServer.StartAsync(Token);
        using var user = new ScratchUser();
        var broken = user.Environment with { Stores = name => new BrokenStore(user.Store(name)) };
        ServiceDefinition definition = service.Define();
        using AuthenticationCodes codes = TestSessions.Codes(Outcomes.AnyCodes);
        using (var session = EnrollmentSession.Enroll(broken, definition, codes, Outcomes.Quick))
        {
            NaccsException error = await Assert.ThrowsAsync<NaccsException>(() => session.FinishAsync(Token));
            Assert.Equal(ErrorId.StoreUnavailable, error.ErrorId);
            Assert.Equal(Assert.Single(user.Journal.Read()).Id, error.EnrollmentId);
            Assert.Equal(EnrollmentStage.Issued, Assert.Single(user.Journal.Read()).State);
        }

        EnrollmentResult result = await user.EnrollAsync(definition, Token);

        Assert.Equal(EnrollmentStatus.Enrolled, result.Status);
        Assert.Equal(2, service.RequestsFor("simpleenroll").Count);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(200)]
    public async Task A_damaged_journal_entry_stands_in_nobodys_way_and_is_not_removed(int lengthLeft)
    {
        await using FakeEstServer service = await FakeEstServer.StartAsync(Token);
        using var user = new ScratchUser();
        service.Answer("simpleenroll", _ => Reply.Nothing);
        await user.FailAsync(service.Define(), ErrorId.ConnectionFailed, Token);
        string entry = Assert.Single(Directory.GetFiles(user.JournalFolder, "*.json", SearchOption.AllDirectories));
        string text = await File.ReadAllTextAsync(entry, Token);
        await File.WriteAllTextAsync(entry, text[..lengthLeft], Token);
        service.Answer("simpleenroll", request => service.Issue(request));

        Assert.Equal(EnrollmentStatus.Enrolled, (await user.EnrollAsync(service.Define(), Token)).Status);

        Assert.True(File.Exists(entry));
        Assert.Equal("Unreadable", Assert.Single(PendingEnrollments.List(user.Journal, user.Environment.Clock.UtcNow)).Status);
    }

    [Fact]
    public async Task Unfinished_enrollments_hold_no_code()
    {
        await using FakeEstServer service = await FakeEstServer.StartAsync(Token);
        using var user = new ScratchUser();
        service.Answer("simpleenroll", _ => Reply.Nothing);
        await user.FailAsync(service.Define(), ErrorId.ConnectionFailed, Token);

        string text = await File.ReadAllTextAsync(
            Assert.Single(Directory.GetFiles(user.JournalFolder, "*.json", SearchOption.AllDirectories)), Token);

        Assert.DoesNotContain(Outcomes.AnyCodes.Code1, text, System.StringComparison.Ordinal);
        Assert.DoesNotContain(Outcomes.AnyCodes.Code2, text, System.StringComparison.Ordinal);
        Assert.DoesNotContain("PRIVATE", text, System.StringComparison.Ordinal);
    }

    /// <summary>A store that can be read and not written, as on a full disk.</summary>
    private sealed class BrokenStore(IUserCertificateStore real) : IUserCertificateStore
    {
        public string Name => real.Name;

        public DisposableList<X509Certificate2> Read() => real.Read();

        public DisposableList<X509Certificate2> ReadAll() => real.ReadAll();

        public bool IsArchived(X509Certificate2 certificate) => real.IsArchived(certificate);

        public void SetArchived(X509Certificate2 certificate, bool isArchived) => real.SetArchived(certificate, isArchived);

        public void ProveWritable() => real.ProveWritable();

        public void Add(X509Certificate2 certificate) =>
            throw new NaccsException(ErrorId.StoreUnavailable, Name, "no space left on device");

        public void Remove(X509Certificate2 certificate) => real.Remove(certificate);
    }
}

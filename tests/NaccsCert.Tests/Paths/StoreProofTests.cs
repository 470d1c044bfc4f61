using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Enrollment;
using NaccsCert.Enrollment.Journal;
using NaccsCert.Sessions;
using NaccsCert.Stores;
using NaccsCert.Tests.Support;
using NaccsCert.TestSupport.Servers;
using Xunit;

namespace NaccsCert.Tests.Paths;

/// <summary>A store is proven to take certificates before a code is sent.</summary>
public sealed class StoreProofTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("..")]
    [InlineData(".")]
    [InlineData(" ")]
    [InlineData("My ")]
    [InlineData("My/../Root")]
    [InlineData(@"My\Root")]
    [InlineData("My\nRoot")]
    [InlineData("nul")]
    public async Task A_name_that_no_store_can_have_sends_nothing_and_leaves_nothing(string name)
    {
        await using FakeEstServer service = await FakeEstServer.StartAsync(Token);
        using var user = new ScratchUser();
        var services = user.Environment with { Stores = store => new UserCertificateStore(store, user.Marks) };
        using AuthenticationCodes codes = TestSessions.Codes(Outcomes.AnyCodes);
        using var session = EnrollmentSession.Enroll(services, service.Define(), codes, Outcomes.Quick with { StoreName = name });

        NaccsException error = await Assert.ThrowsAsync<NaccsException>(() => session.FinishAsync(Token));

        Assert.Equal((ErrorId.StoreNameInvalid, name.Replace('\n', ' ')), (error.ErrorId, error.Target));
        user.AssertNothingLeft(error);
        Assert.Empty(service.RequestsFor("simpleenroll"));
        Assert.Equal(
            ErrorId.StoreNameInvalid, Assert.Throws<NaccsException>(() => new UserCertificateStore(name, user.Marks).Read()).ErrorId);
    }

    [Fact]
    public async Task A_store_that_can_be_read_and_not_written_sends_nothing_and_leaves_nothing()
    {
        await using FakeEstServer service = await FakeEstServer.StartAsync(Token);
        using var user = new ScratchUser();
        Break(user.Store("My"));

        NaccsException error = await user.FailAsync(service.Define(), ErrorId.StoreUnavailable, Token);

        user.AssertNothingLeft(error);
        Assert.Empty(service.RequestsFor("simpleenroll"));
        File.Delete(FolderOf(user.Store("My")));
        Assert.Equal(EnrollmentStatus.Enrolled, (await user.EnrollAsync(service.Define(), Token)).Status);
    }

    [Fact]
    public void The_proof_leaves_nothing_not_even_what_a_process_left_that_died_at_it()
    {
        SkipElsewhere();
        using var user = new ScratchUser();
        UserCertificateStore store = user.Store("My");
        store.ProveWritable();
        File.WriteAllText(Path.Combine(FolderOf(store), ".naccscert-0123.tmp"), "torn");
        store.ProveWritable();
        Assert.Empty(Directory.GetFileSystemEntries(FolderOf(store)));
    }

    [Fact]
    public async Task An_enrollment_whose_store_broke_is_resumed_with_another_and_sends_nothing_before()
    {
        await using FakeEstServer service = await FakeEstServer.StartAsync(Token);
        using var user = new ScratchUser();
        string enrollmentId = await LoseResponseAsync(user, service);
        int sent = service.RequestsFor("simpleenroll").Count;
        Break(user.Store("My"));

        NaccsException error = await Assert.ThrowsAsync<NaccsException>(() => ResumeAsync(user, service, enrollmentId, Outcomes.Quick));
        Assert.Equal((ErrorId.StoreUnavailable, enrollmentId), (error.ErrorId, error.EnrollmentId));
        Assert.Equal(sent, service.RequestsFor("simpleenroll").Count);

        EnrollmentOptions elsewhere = Outcomes.Quick with { StoreName = "Other", ChangesStore = true };
        EnrollmentResult result = await ResumeAsync(user, service, enrollmentId, elsewhere);

        Assert.Equal(EnrollmentStatus.Enrolled, result.Status);
        Assert.Equal(result.Thumbprint, Assert.Single(user.Store("Other").Read()).Thumbprint);
        File.Delete(FolderOf(user.Store("My")));
    }

    [Fact]
    public async Task Without_being_told_an_enrollment_stays_with_its_store()
    {
        await using FakeEstServer service = await FakeEstServer.StartAsync(Token);
        using var user = new ScratchUser();
        string enrollmentId = await LoseResponseAsync(user, service);

        await ResumeAsync(user, service, enrollmentId, Outcomes.Quick with { StoreName = "Other" });

        Assert.Single(user.Store("My").Read());
        Assert.Empty(user.Store("Other").Read());
    }

    [Fact]
    public async Task A_renewal_that_changes_its_store_still_finds_the_certificate_that_it_renews()
    {
        await using FakeEstServer service = await FakeEstServer.StartAsync(Token);
        using var user = new ScratchUser();
        await user.EnrollAsync(service.Define(), Token);
        using DisposableList<System.Security.Cryptography.X509Certificates.X509Certificate2> installed = user.Store("My").Read();
        service.Answer("simplereenroll", _ => Reply.Nothing);
        await Assert.ThrowsAsync<NaccsException>(() => user.RenewAsync(service.Define(), installed[0], Token));
        string id = Assert.Single(user.Journal.Read()).Id;
        EnrollmentOptions elsewhere = Outcomes.Quick with { StoreName = "Other", ChangesStore = true };
        await Assert.ThrowsAsync<NaccsException>(() => ResumeAsync(user, service, id, elsewhere));
        service.Answer("simplereenroll", request => service.Issue(request));

        Assert.Equal(EnrollmentStatus.Renewed, (await ResumeAsync(user, service, id, Outcomes.Quick)).Status);

        Assert.Single(user.Store("Other").Read());
    }

    // An enrollment whose codes were sent, and whose response did not come; the next request is answered.
    private static async Task<string> LoseResponseAsync(ScratchUser user, FakeEstServer service)
    {
        service.Answer("simpleenroll", _ => Reply.Nothing);
        NaccsException lost = await user.FailAsync(service.Define(), ErrorId.ConnectionFailed, Token);
        service.Answer("simpleenroll", request => service.Issue(request));
        return lost.EnrollmentId!;
    }

    private static async Task<EnrollmentResult> ResumeAsync(
        ScratchUser user, FakeEstServer service, string id, EnrollmentOptions options)
    {
        JournalEntry entry = Assert.Single(user.Journal.Read());
        using AuthenticationCodes? codes =
            entry.Operation == EnrollmentOperation.Enroll ? TestSessions.Codes(Outcomes.AnyCodes) : null;
        using var session = EnrollmentSession.Resume(user.Environment, service.Define(), id, codes, options);
        return await session.FinishAsync(Token);
    }

    // A folder that lists and takes no file, whoever asks: root as well.
    private static void Break(UserCertificateStore store)
    {
        SkipElsewhere();
        Directory.CreateDirectory(FolderOf(store));
        Directory.Delete(FolderOf(store));
        Directory.CreateSymbolicLink(FolderOf(store), "/proc/self");
    }

    private static void SkipElsewhere() => Assert.SkipUnless(OperatingSystem.IsLinux(), "Only there are stores folders.");

    private static string FolderOf(UserCertificateStore store) => Path.Combine(
        Environment.GetEnvironmentVariable("HOME")!, ".dotnet/corefx/cryptography/x509stores", store.Name.ToLowerInvariant());
}

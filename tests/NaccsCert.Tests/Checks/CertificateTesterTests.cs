using System;
using System.Linq;
using System.Security.Cryptography.X509Certificates;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Services;
using NaccsCert.Stores;
using NaccsCert.Tests.Reminders;
using NaccsCert.Tests.Support;
using NaccsCert.TestSupport;
using NaccsCert.TestSupport.Certificates;
using NaccsCert.TestSupport.Servers;
using NaccsCert.Time;
using NaccsCert.Transport;
using NaccsCert.Validation.Installed;
using Xunit;

namespace NaccsCert.Tests.Checks;

/// <summary>The verdict on an installed certificate.</summary>
public sealed class CertificateTesterTests(SandboxFixture fixture)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_fresh_certificate_of_the_sandbox_passes_and_fails_once_it_is_revoked()
    {
        using var user = new ScratchUser();
        await user.EnrollAsync(fixture.Definition, fixture.TakeCodes(), Token, Outcomes.Quick);

        CertificateTestResult before = await TestAsync(user, fixture.Definition);
        await fixture.Sandbox.RevokeAsync(Assert.Single(user.Certificates(fixture.Definition)).Record.SerialNumber, Token);
        CertificateTestResult after = await TestAsync(user, fixture.Definition);

        Assert.Equal(
            [("Window", CheckStatus.Warning), ("Key", CheckStatus.Passed), ("Chain", CheckStatus.Passed), ("Revocation", CheckStatus.Passed), ("TrustAnchors", CheckStatus.Passed), ("Reminder", CheckStatus.Skipped), ("Origin", CheckStatus.Passed)],
            before.Checks.Select(check => (check.Name, check.Status)));
        Assert.Equal(CheckStatus.Warning, before.Status);
        Assert.Equal(CheckStatus.Failed, after.Checks[3].Status);
        Assert.Equal(CheckStatus.Failed, after.Status);
        Assert.Equal(after.Checks[3].Detail, after.Reason);
    }

    [Fact]
    public async Task A_revocation_that_was_not_asked_for_is_skipped_and_no_verdict()
    {
        using var authority = new TestAuthority(TestAuthority.ClientCA);
        using var user = new ScratchUser();
        ServiceDefinition definition = Define(authority);
        Install(user, authority, new ClientProfile { NotAfter = DateTimeOffset.UtcNow.AddYears(1) });

        CertificateTestResult result = await TestAsync(user, definition, checkRevocation: false);

        Assert.Equal(CheckStatus.Skipped, result.Checks[3].Status);
        Assert.Equal(CheckStatus.Passed, result.Status);
        Assert.NotNull(result.NextAttempt);
    }

    [Fact]
    public async Task A_chain_to_no_known_root_fails()
    {
        using var authority = new TestAuthority(TestAuthority.ClientCA);
        using var lookAlike = new TestAuthority(TestAuthority.ClientCA);
        using var user = new ScratchUser();
        Install(user, lookAlike, new ClientProfile());

        CertificateTestResult result = await TestAsync(user, Define(authority), checkRevocation: false);

        Assert.Equal(CheckStatus.Failed, result.Checks[2].Status);
        Assert.Equal(result.Checks[2].Detail, result.Reason);
    }

    [Theory]
    [InlineData(-30, -1, CertificateStatus.Expired)]
    [InlineData(1, 40, CertificateStatus.NotYetValid)]
    public async Task A_certificate_out_of_its_time_fails_for_that_and_not_for_its_chain(int fromDay, int toDay, CertificateStatus expected)
    {
        using var authority = new TestAuthority(TestAuthority.ClientCA);
        using var user = new ScratchUser();
        Install(user, authority, new ClientProfile
        {
            NotBefore = DateTimeOffset.UtcNow.AddDays(fromDay),
            NotAfter = DateTimeOffset.UtcNow.AddDays(toDay),
        });

        CertificateTestResult result = await TestAsync(user, Define(authority), checkRevocation: false);

        Assert.Equal(expected, result.CertificateStatus);
        Assert.Equal(
            [CheckStatus.Failed, CheckStatus.Passed, CheckStatus.Passed, CheckStatus.Skipped, CheckStatus.Passed, CheckStatus.Skipped, CheckStatus.Passed],
            result.Checks.Select(check => check.Status));
        Assert.Null(result.NextAttempt);
    }

    [Fact]
    public async Task A_missing_key_fails()
    {
        using var authority = new TestAuthority(TestAuthority.ClientCA);
        using var user = new ScratchUser();
        using X509Certificate2 joined = authority.IssueWithKey();
        using X509Certificate2 bare = X509CertificateLoader.LoadCertificate(joined.RawData);
        user.Store("My").Add(bare);

        CertificateTestResult result = await TestAsync(user, Define(authority), checkRevocation: false);

        Assert.Equal(CheckStatus.Failed, result.Checks[1].Status);
        Assert.Equal(CheckStatus.Passed, result.Checks[0].Status);
    }

    [InEnglish]
    [Theory]
    [InlineData("closed", "port")]
    [InlineData("unresolvable", "nowhere.naccscert.invalid")]
    [InlineData("404", "404")]
    [InlineData("html", "")]
    [InlineData("other authority", "")]
    [InlineData("stale", "CRL")]
    [InlineData("none", "CRL distribution point")]
    public async Task A_revocation_list_that_cannot_be_had_is_a_warning_and_not_a_revocation(string kind, string cause)
    {
        await using FakeEstServer service = await FakeEstServer.StartAsync(Token);
        using var otherAuthority = new TestAuthority(TestAuthority.ClientCA);
        using var user = new ScratchUser();
        DateTimeOffset tomorrow = DateTimeOffset.UtcNow.AddDays(1);
        service.Answer("list.crl", _ => kind switch
        {
            "404" => Reply.Text(404, "no"),
            "html" => Reply.Text(200, "<html>"),
            "other authority" => new Reply(200, otherAuthority.SignRevocationList(tomorrow)),
            _ => new Reply(200, service.Authority.SignRevocationList(DateTimeOffset.UtcNow.AddDays(-1))),
        });
        Install(user, service.Authority, new ClientProfile
        {
            RevocationList = kind switch
            {
                "none" => null,
                "closed" => new Uri($"http://127.0.0.1:{Ports.Closed()}/list.crl"),
                "unresolvable" => new Uri("http://nowhere.naccscert.invalid/list.crl"),
                _ => new Uri(service.Origin, "list.crl"),
            },
        });

        CertificateTestResult result = await TestAsync(user, service.Define());

        Assert.Equal(CheckStatus.Warning, result.Checks[3].Status);
        Assert.Contains(cause, result.Checks[3].Detail, StringComparison.Ordinal);
        Assert.NotEqual(CheckStatus.Failed, result.Status);
    }

    [InEnglish]
    [Theory]
    [InlineData(null, "trusts none of the roots")]
    [InlineData(10, "before the client certificate does")]
    [InlineData(100, null)]
    public async Task A_root_for_servers_that_is_missing_or_ends_too_early_is_a_warning_ahead_of_time(int? days, string? warning)
    {
        using var authority = new TestAuthority(TestAuthority.ClientCA);
        using var servers = new TestAuthority("Servers", days is { } left ? DateTimeOffset.UtcNow.AddDays(left) : null);
        using var user = new ScratchUser();
        Install(user, authority, new ClientProfile { NotAfter = DateTimeOffset.UtcNow.AddDays(50) });
        if (days is not null)
        {
            user.Store("Root").Add(servers.Certificate);
        }

        using StoredCertificate certificate = Assert.Single(user.Certificates(Define(authority)));
        ServiceDefinition definition =
            new DefinitionBuilder(new Uri("https://any.invalid")).Pin("server", servers.Certificate).Pin("client", authority.Certificate).Build();
        using DisposableList<X509Certificate2> roots = user.Store("Root").Read();
        CertificateTestResult result = await new CertificateTester(
            definition, roots, ReminderRecords.NotRegistered, Clients).TestAsync(certificate, new CertificateTestOptions(), Token);

        Check anchors = result.Checks.Single(check => check.Name == "TrustAnchors");
        Assert.Equal(warning is null ? CheckStatus.Passed : CheckStatus.Warning, anchors.Status);
        Assert.Contains(warning ?? "Servers", anchors.Detail, StringComparison.Ordinal);
        Assert.Equal(warning is not null, anchors.Advice?.Contains("Install-NaccsRootCA", StringComparison.Ordinal) ?? false);
    }

    private static HttpClientFactory Clients => new(new SystemClock(), NetworkOptions.Default, new PlatformHttpHandlerFactory());

    private static ServiceDefinition Define(TestAuthority authority) => new DefinitionBuilder(new Uri("https://any.invalid"))
        .Pin("server", authority.Certificate).Pin("client", authority.Certificate).Build();

    private static void Install(ScratchUser user, TestAuthority authority, ClientProfile profile)
    {
        using X509Certificate2 certificate = authority.IssueWithKey(profile);
        user.Store("My").Add(certificate);
    }

    private static async Task<CertificateTestResult> TestAsync(
        ScratchUser user, ServiceDefinition definition, bool checkRevocation = true)
    {
        using StoredCertificate certificate = Assert.Single(user.Certificates(definition));
        return await TestAsync(user, certificate, definition, checkRevocation);
    }

    // With the roots of the servers in the store, unless the test is about them.
    private static async Task<CertificateTestResult> TestAsync(
        ScratchUser user, StoredCertificate certificate, ServiceDefinition definition, bool checkRevocation)
    {
        foreach (byte[] root in definition.TrustAnchors.Where(anchor => anchor.Purpose == TrustAnchorPurpose.Server).Select(anchor => anchor.Certificate!))
        {
            using X509Certificate2 trusted = X509CertificateLoader.LoadCertificate(root);
            user.Store("Root").Add(trusted);
        }

        using var authorities = new DisposableList<X509Certificate2>([.. user.Store("CA").Read(), .. user.Store("Root").Read()]);
        return await new CertificateTester(definition, authorities, ReminderRecords.NotRegistered, Clients)
            .TestAsync(certificate, new CertificateTestOptions { CheckRevocation = checkRevocation }, Token);
    }
}

using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Security.Authentication;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using NaccsCert.Services;
using NaccsCert.Tests.Support;
using NaccsCert.TestSupport;
using NaccsCert.TestSupport.Certificates;
using NaccsCert.TestSupport.Servers;
using NaccsCert.Time;
using NaccsCert.Validation.Connectivity;
using Xunit;

namespace NaccsCert.Tests.Connectivity;

/// <summary>What each stage finds, and that a stage that fails ends its row and no other.</summary>
public sealed class ConnectivityTesterTests(SandboxFixture fixture)
{
    private static readonly string[] Stages =
    [
        "Proxy", "NameResolution", "Tcp", "ProxyAuthentication", "Tls", "TrustAnchor", "Service", "ClientCertificate", "Clock",
        "Maintenance",
    ];

    // There is no proxy and no client certificate, and this computer does not trust the roots of the tests.
    private static CheckStatus Expected(string stage) => stage switch
    {
        "ProxyAuthentication" or "ClientCertificate" => CheckStatus.Skipped,
        "TrustAnchor" => CheckStatus.Warning,
        _ => CheckStatus.Passed,
    };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_sandbox_passes_every_stage()
    {
        ConnectivityResult result = Assert.Single(await TestAsync(fixture.Definition with { Maintenance = null }));

        Assert.Equal(
            Stages.Select(stage => (stage, Expected(stage))),
            result.Checks.Select(check => (check.Name, check.Status)));
        Assert.Equal(CheckStatus.Warning, result.Status);
        Assert.Equal("NaccsCert Sandbox TLS Root", result.TrustAnchor);
        Assert.StartsWith("TLS 1.", result.TlsVersion, StringComparison.Ordinal);
        Assert.Equal(["127.0.0.1"], result.Addresses);
        Assert.Equal(("CertificateService", "Test"), (result.Role, result.Environment));
        Assert.NotNull(result.ClockSkew);
        Assert.False(result.InMaintenance);
        Assert.Null(result.NextMaintenance);
    }

    [Fact]
    public async Task A_server_under_another_root_fails_at_the_anchor_and_names_the_issuer()
    {
        await using FakeEstServer service = await FakeEstServer.StartAsync(Token);
        using var otherAuthority = new TestAuthority("Other CA");

        ConnectivityResult result = Assert.Single(await TestAsync(
            service.Describe().Unpin().Pin("server", otherAuthority.Certificate).Build()));

        AssertFailsAt("TrustAnchor", result);
        Assert.Contains("CN=Fake TLS Root", result.Reason, StringComparison.Ordinal);
        Assert.Null(result.TrustAnchor);
        Assert.Empty(service.Requests);
    }

    [Fact]
    public async Task A_server_of_another_name_fails_at_the_anchor()
    {
        await using FakeEstServer service = await FakeEstServer.StartAsync(Token, "elsewhere.naccscert.invalid");

        AssertFailsAt("TrustAnchor", Assert.Single(await TestAsync(service.Define())));
    }

    // Its first and last letters are Cyrillic.
    [Fact]
    public async Task A_host_of_other_letters_that_is_not_found_is_named_in_both_forms()
    {
        ServiceDefinition definition = fixture.Definition with
        {
            Hosts = [new ServiceHost("WebNaccs", "\u043Facc\u0441.invalid", 443, ServiceEnvironment.Production)],
        };
        Check resolution = Check(Assert.Single(await TestAsync(definition)), "NameResolution");
        Assert.Equal(CheckStatus.Failed, resolution.Status);
        Assert.Contains("\u043Facc\u0441.invalid (xn--", resolution.Detail, StringComparison.Ordinal);
        Assert.Contains("\u043Facc\u0441.invalid (xn--", resolution.Advice!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_hosts_have_a_row_each_the_worst_first_and_do_not_disturb_each_other()
    {
        await using FakeEstServer service = await FakeEstServer.StartAsync(Token);
        ServiceDefinition definition = service.Describe().With(json =>
        {
            JsonArray hosts = json["hosts"]!.AsArray();
            hosts.Add(Host("NetNaccs", "127.0.0.1", Ports.Closed(), "Production"));
            hosts.Add(Host("WebNaccs", "nowhere.naccscert.invalid", 443, "Production"));
            hosts.Add(Host("Other", "127.0.0.1", service.Origin.Port, "Test"));
        }).Build();

        IReadOnlyList<ConnectivityResult> results = await TestAsync(definition);

        Assert.Equal(["NetNaccs", "WebNaccs", "CertificateService", "Other"], results.Select(result => result.Role));
        AssertFailsAt("Tcp", results[0]);
        AssertFailsAt("NameResolution", results[1]);
        Assert.Equal(CheckStatus.Warning, results[2].Status);
        Assert.Contains("nowhere.naccscert.invalid", results[1].Reason, StringComparison.Ordinal);
        Assert.Equal(CheckStatus.Warning, results[3].Status);
    }

    [Theory]
    [InlineData(-10, CheckStatus.Warning)]
    [InlineData(10, CheckStatus.Warning)]
    [InlineData(-1, CheckStatus.Passed)]
    public async Task A_clock_that_is_off_is_a_warning_with_its_skew(int minutes, CheckStatus expected)
    {
        await using FakeEstServer service = await FakeEstServer.StartAsync(Token);
        var clock = SettableClock.AtNow();
        string date = clock.UtcNow.AddMinutes(minutes).ToString("R", CultureInfo.InvariantCulture);
        service.Answer("cacerts", _ => Reply.Text(200, "x", ("Date", date)));

        ConnectivityResult result = Assert.Single(await ConnectivityTester.TestAsync(service.Define(), ConnectivityOptions.Default, clock, Token));

        Assert.Equal(TimeSpan.FromMinutes(minutes), result.ClockSkew);
        Assert.Equal(expected, Check(result, "Clock").Status);
    }

    // No certificate is shown here: that is another command, and the host is there.
    [Theory]
    [InlineData(SslProtocols.Tls12, true)]
    [InlineData(SslProtocols.Tls13, true)]
    [InlineData(SslProtocols.Tls13, false)]
    public async Task A_host_that_needs_a_client_certificate_can_be_reached_where_the_definition_says_so(
        SslProtocols version, bool isSaid)
    {
        using var root = new TestAuthority("Root");
        using ServerIdentity identity = ServerIdentity.Issue(root, "127.0.0.1");
        await using HttpTestServer host = await HttpTestServer.StartAsync(
            identity,
            (_, _) => Task.FromResult(Reply.Text(200, "welcome")),
            Token,
            tls => (tls.SslProtocols, tls.ClientCertificateMode) = (version, ClientCertificateMode.RequireCertificate));
        ServiceDefinition definition = new DefinitionBuilder(new Uri("https://nowhere.naccscert.invalid"))
            .Pin("server", root.Certificate)
            .With(json =>
            {
                json["hosts"] = new JsonArray(Host("WebNaccs", "127.0.0.1", host.Origin.Port, "Test"));
                json["hosts"]![0]!["clientCertificate"] = isSaid;
            })
            .Build();

        ConnectivityResult result = Assert.Single(await TestAsync(definition));

        Assert.Equal(!isSaid, result.Status == CheckStatus.Failed);
        Assert.Equal(isSaid, Check(result, "Service").Status == CheckStatus.Passed);
    }

    [Fact]
    public async Task A_host_that_redirects_has_answered()
    {
        await using FakeEstServer service = await FakeEstServer.StartAsync(Token);
        service.Answer("cacerts", _ => Reply.Text(302, "login first", ("Location", "https://elsewhere.invalid/login")));

        ConnectivityResult result = Assert.Single(await TestAsync(service.Define()));

        Assert.Equal(CheckStatus.Passed, Check(result, "Service").Status);
        Assert.Contains("302", Check(result, "Service").Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_root_that_this_computer_trusts_too_passes()
    {
        await using FakeEstServer service = await FakeEstServer.StartAsync(Token, tlsRoot: TrustedRoot.Authority);

        ConnectivityResult result = Assert.Single(await TestAsync(service.Describe().Build()));

        Assert.Equal(CheckStatus.Passed, Check(result, "TrustAnchor").Status);
    }

    [InEnglish]
    [Fact]
    public async Task What_is_not_done_by_the_deadline_is_told_as_late_and_the_rest_as_skipped()
    {
        await using var silent = new SilentServer();
        await using FakeEstServer service = await FakeEstServer.StartAsync(Token);
        ServiceDefinition definition = service.Describe().With(json =>
            json["hosts"]!.AsArray().Add(Host("Silent", "127.0.0.1", silent.Url("https").Port, "Test"))).Build();

        IReadOnlyList<ConnectivityResult> results = await ConnectivityTester.TestAsync(
            definition, ConnectivityOptions.Default with { Deadline = TimeSpan.FromSeconds(3) }, new SystemClock(), Token);

        Assert.Equal(CheckStatus.Passed, Check(results[1], "Service").Status);
        AssertFailsAt("Tls", results[0]);
        Assert.Contains("too long", results[0].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_that_breaks_off_fails_at_the_service()
    {
        await using FakeEstServer service = await FakeEstServer.StartAsync(Token);
        service.Answer("cacerts", _ => Reply.Nothing);

        AssertFailsAt("Service", Assert.Single(await TestAsync(service.Define())));
    }

    [Fact]
    public async Task Maintenance_that_is_on_is_a_warning_with_its_end()
    {
        await using FakeEstServer service = await FakeEstServer.StartAsync(Token);
        var clock = SettableClock.AtNow();

        ConnectivityResult result = Assert.Single(await ConnectivityTester.TestAsync(
            service.Describe().Maintain(1, DayOfWeek.Monday, "00:00", "P40D").Build(), ConnectivityOptions.Default, clock, Token));

        Assert.True(result.InMaintenance);
        Assert.Equal(CheckStatus.Warning, result.Status);
        Assert.Equal(CheckStatus.Warning, Check(result, "Maintenance").Status);
        Assert.True(result.NextAttempt > clock.UtcNow);
        Assert.True(result.NextMaintenance > clock.UtcNow);
    }

    [Fact]
    public async Task A_probe_that_the_user_ends_is_ended_and_not_a_result()
    {
        await using FakeEstServer service = await FakeEstServer.StartAsync(Token);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(Token);
        service.Answer("cacerts", _ =>
        {
            ended.Cancel();
            return Reply.Endless();
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            ConnectivityTester.TestAsync(service.Define(), ConnectivityOptions.Default, new SystemClock(), ended.Token));
    }

    private static Task<IReadOnlyList<ConnectivityResult>> TestAsync(ServiceDefinition definition) =>
        ConnectivityTester.TestAsync(definition, ConnectivityOptions.Default, new SystemClock(), Token);

    private static JsonObject Host(string role, string host, int port, string environment) => new()
    {
        ["role"] = role,
        ["host"] = host,
        ["port"] = port,
        ["environment"] = environment,
    };

    private static void AssertFailsAt(string stage, ConnectivityResult result)
    {
        int index = Array.IndexOf(Stages, stage);
        Assert.Equal(Stages, result.Checks.Select(check => check.Name));
        Assert.All(result.Checks.Take(index), check =>
            Assert.Equal(Expected(check.Name), check.Status));
        Assert.Equal(CheckStatus.Failed, result.Checks[index].Status);
        Assert.All(result.Checks.Skip(index + 1).SkipLast(1), check => Assert.Equal(CheckStatus.Skipped, check.Status));
        Assert.Equal(CheckStatus.Failed, result.Status);
        Assert.Equal(result.Checks[index].Detail, result.Reason);
        Assert.Equal(result.Checks[index].Advice, result.Advice);
        Assert.NotEmpty(result.Advice!);
    }

    private static Check Check(ConnectivityResult result, string name) => result.Checks.Single(check => check.Name == name);
}

using System;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Services;
using NaccsCert.Tests.Support;
using NaccsCert.TestSupport;
using NaccsCert.TestSupport.Certificates;
using NaccsCert.TestSupport.Proxies;
using NaccsCert.TestSupport.Servers;
using NaccsCert.Time;
using Xunit;

namespace NaccsCert.Tests.Enrollment;

/// <summary>A service that cannot be reached, or is not the one that the definition pins, gets neither codes nor requests.</summary>
[Collection(nameof(DefaultProxy))]
public sealed class UnreachableServiceTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_server_under_a_root_that_nobody_pins_is_not_trusted()
    {
        await using FakeEstServer service = await FakeEstServer.StartAsync(Token);
        using var otherAuthority = new TestAuthority("Other CA");
        using var user = new ScratchUser();
        ServiceDefinition definition = service.Describe().Unpin().Pin("server", otherAuthority.Certificate).Build();

        NaccsException error = await user.FailAsync(definition, ErrorId.ServerNotTrusted, Token);

        Assert.Contains("CN=Fake TLS Root", error.Message, StringComparison.Ordinal);
        user.AssertNothingLeft(error);
        Assert.Empty(service.Requests);
    }

    [Fact]
    public async Task A_root_that_the_user_trusts_but_the_definition_does_not_pin_is_not_enough()
    {
        await using FakeEstServer service = await FakeEstServer.StartAsync(Token, tlsRoot: TrustedRoot.Authority);
        using var otherAuthority = new TestAuthority("Other CA");
        using var user = new ScratchUser();
        ServiceDefinition definition = service.Describe().Unpin().Pin("server", otherAuthority.Certificate).Build();

        NaccsException error = await user.FailAsync(definition, ErrorId.TlsInspectionDetected, Token);

        Assert.Contains("CN=Trusted TLS Root", error.Message, StringComparison.Ordinal);
        user.AssertNothingLeft(error);
        Assert.Empty(service.Requests);
    }

    [Theory]
    [InlineData(-30)]
    [InlineData(30)]
    public async Task A_clock_that_is_years_off_is_named_as_the_cause(int years)
    {
        await using FakeEstServer service = await FakeEstServer.StartAsync(Token);
        var clock = new SettableClock(DateTimeOffset.UtcNow.AddYears(years));
        using var user = new ScratchUser(clock);

        NaccsException error = await user.FailAsync(service.Define(), ErrorId.ServerCertificateNotTimeValid, Token);

        Assert.Contains(LocalTime.Text(clock.UtcNow), error.Message, StringComparison.Ordinal);
        user.AssertNothingLeft(error);
        Assert.Empty(service.Requests);
    }

    [Fact]
    public async Task A_root_that_is_pinned_for_client_certificates_does_not_vouch_for_servers()
    {
        await using FakeEstServer service = await FakeEstServer.StartAsync(Token);
        using var otherAuthority = new TestAuthority("Other CA");
        using var user = new ScratchUser();
        ServiceDefinition definition = service.Describe().Unpin()
            .Pin("server", otherAuthority.Certificate).Pin("client", service.TlsRoot.Certificate).Build();

        await user.FailAsync(definition, ErrorId.ServerNotTrusted, Token);
    }

    [Fact]
    public async Task A_server_of_another_name_is_not_trusted()
    {
        await using FakeEstServer service = await FakeEstServer.StartAsync(Token, "elsewhere.naccscert.invalid");
        using var user = new ScratchUser();

        NaccsException error = await user.FailAsync(service.Define(), ErrorId.ServerNotTrusted, Token);

        Assert.Contains("NameMismatch", error.Message, StringComparison.Ordinal);
        user.AssertNothingLeft(error);
        Assert.Empty(service.Requests);
    }

    [Fact]
    public async Task A_host_that_does_not_resolve_is_named()
    {
        using var root = new TestAuthority("Any");
        using var user = new ScratchUser();
        ServiceDefinition definition = new DefinitionBuilder(new Uri("https://nowhere.naccscert.invalid"))
            .Pin("server", root.Certificate).Build();

        NaccsException error = await user.FailAsync(definition, ErrorId.HostNotFound, Token);

        Assert.Equal("nowhere.naccscert.invalid", error.Target);
        user.AssertNothingLeft(error);
    }

    [Fact]
    public async Task A_port_that_nobody_listens_on_is_a_failed_connection()
    {
        using var root = new TestAuthority("Any");
        using var user = new ScratchUser();
        ServiceDefinition definition = new DefinitionBuilder(new Uri($"https://127.0.0.1:{Ports.Closed()}"))
            .Pin("server", root.Certificate).Build();

        NaccsException error = await user.FailAsync(definition, ErrorId.ConnectionFailed, Token);

        user.AssertNothingLeft(error);
    }

    [Fact]
    public async Task A_port_that_speaks_no_TLS_is_named_as_such()
    {
        await using var server = new SilentServer("HTTP/1.1 400 Bad Request\r\n\r\n", hangsUp: true);
        using var root = new TestAuthority("Any");
        using var user = new ScratchUser();
        ServiceDefinition definition = new DefinitionBuilder(server.Url("https"))
            .Pin("server", root.Certificate).Build();

        NaccsException error = await user.FailAsync(definition, ErrorId.TlsHandshakeFailed, Token);

        user.AssertNothingLeft(error);
    }

    [Fact]
    public async Task A_proxy_that_demands_credentials_is_told_of_with_the_schemes_that_it_offers()
    {
        await using var proxy = new DefaultProxy(
            FakeProxy.Refusing("Basic realm=\"proxy\"", "Digest realm=\"proxy\", nonce=\"x\""), "proxied.naccscert.invalid");
        using var root = new TestAuthority("Any");
        using var user = new ScratchUser();
        ServiceDefinition definition = new DefinitionBuilder(new Uri("https://proxied.naccscert.invalid"))
            .Pin("server", root.Certificate).Build();

        NaccsException error = await user.FailAsync(definition, ErrorId.ProxyAuthenticationRequired, Token);

        Assert.Contains("Basic, Digest", error.Message, StringComparison.Ordinal);
        user.AssertNothingLeft(error);
    }

    [Fact]
    public async Task Giving_up_in_the_middle_of_an_answer_is_no_error_and_loses_nothing()
    {
        await using FakeEstServer service = await FakeEstServer.StartAsync(Token);
        using var user = new ScratchUser();
        using var givenUp = CancellationTokenSource.CreateLinkedTokenSource(Token);
        service.Answer("simpleenroll", _ =>
        {
            givenUp.Cancel();
            return Reply.Endless();
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => user.EnrollAsync(service.Define(), givenUp.Token));

        Assert.Single(user.Journal.Read());
        service.Answer("simpleenroll", request => service.Issue(request));
        Assert.Equal(EnrollmentStatus.Enrolled, (await user.EnrollAsync(service.Define(), Token)).Status);
        Assert.Empty(user.Journal.Read());
    }
}

using System;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Services;
using NaccsCert.Tests.Support;
using NaccsCert.TestSupport;
using NaccsCert.TestSupport.Certificates;
using NaccsCert.TestSupport.Proxies;
using NaccsCert.TestSupport.Servers;
using NaccsCert.Transport;
using Xunit;

namespace NaccsCert.Tests.Http;

/// <summary>Each stage of an exchange has its time, and the error names the one that took too long, or the wall that was met.</summary>
[Collection(nameof(DefaultProxy))]
public sealed class StageTests
{
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(300);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [InEnglish]
    [Fact]
    public async Task A_server_that_takes_the_connection_and_says_nothing_is_late_in_the_handshake()
    {
        await using var server = new SilentServer();
        NaccsException error = await FailAsync(server.Url("https"), new NetworkOptions
        {
            Timeouts = new NetworkTimeouts(Long, Short, Long, Long),
        });
        Assert.Equal(ErrorId.ConnectionTimedOut, error.ErrorId);
        Assert.Contains("the TLS handshake took longer than 0.3 s", error.Message, StringComparison.Ordinal);
    }

    [InEnglish]
    [Fact]
    public async Task A_service_that_does_not_answer_is_late_with_its_first_byte()
    {
        await using FakeEstServer service = await FakeEstServer.StartAsync(Token);
        var never = new TaskCompletionSource();
        service.Answer("cacerts", _ => Reply.After(never.Task));
        NaccsException error = await FailAsync(service.Define(), new NetworkOptions
        {
            Timeouts = new NetworkTimeouts(Long, Long, Short, Long),
        });
        never.SetResult();
        Assert.Equal(ErrorId.ConnectionTimedOut, error.ErrorId);
        Assert.Contains("the first byte of the response took longer than 0.3 s", error.Message, StringComparison.Ordinal);
    }

    [InEnglish]
    [Fact]
    public async Task A_service_whose_answer_never_ends_is_late_with_the_whole()
    {
        await using FakeEstServer service = await FakeEstServer.StartAsync(Token);
        service.Answer("cacerts", _ => Reply.Endless());
        NaccsException error = await FailAsync(service.Define(), new NetworkOptions
        {
            Timeouts = new NetworkTimeouts(Long, Long, Long, TimeSpan.FromSeconds(2)),
        });
        Assert.Equal(ErrorId.ConnectionTimedOut, error.ErrorId);
        Assert.Contains("the complete response took longer than 2 s", error.Message, StringComparison.Ordinal);
    }

    // Its first and last letters are Cyrillic.
    [Fact]
    public async Task A_host_of_other_letters_is_named_in_both_forms()
    {
        NaccsException error = await FailAsync(new Uri("https://\u043Facc\u0441.invalid"), new NetworkOptions());
        Assert.Contains("\u043Facc\u0441.invalid (xn--", error.Message, StringComparison.Ordinal);
        Assert.Equal(error.Target, HostNames.Show("\u043Facc\u0441.invalid"));
    }

    [InEnglish]
    [Fact]
    public async Task A_proxy_that_does_not_answer_is_late_with_its_consent()
    {
        await using var proxy = new SilentServer();
        NaccsException error = await FailAsync(new Uri("https://service.naccscert.invalid"), new NetworkOptions
        {
            Proxy = proxy.Url("http"),
            Timeouts = new NetworkTimeouts(Long, Short, Long, Long),
        });
        Assert.Equal(ErrorId.ConnectionTimedOut, error.ErrorId);
        Assert.Contains("the proxy's CONNECT response took longer than 0.3 s", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_proxy_that_refuses_the_host_is_told_of_with_its_status()
    {
        await using var proxy = new SilentServer("HTTP/1.1 403 Forbidden\r\nContent-Type: text/html\r\nContent-Length: 14\r\n\r\n<html>No</html");
        NaccsException error = await FailThroughAsync(proxy.Url("http"), ErrorId.ProxyRefused);
        Assert.Contains("403", error.Message, StringComparison.Ordinal);
        Assert.Contains(proxy.Url("http").Authority, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_proxy_that_hangs_up_cannot_be_used()
    {
        await using var proxy = new SilentServer(hangsUp: true);
        await FailThroughAsync(proxy.Url("http"), ErrorId.ProxyUnreachable);
    }

    [Fact]
    public Task A_proxy_that_is_down_cannot_be_used() =>
        FailThroughAsync(new Uri($"http://127.0.0.1:{Ports.Closed()}"), ErrorId.ProxyUnreachable);

    [Fact]
    public Task A_proxy_whose_name_does_not_resolve_cannot_be_used() =>
        FailThroughAsync(new Uri("http://proxy.naccscert.invalid:8080"), ErrorId.ProxyUnreachable);

    [Fact]
    public async Task The_users_choice_goes_before_the_policy_and_that_before_the_definition()
    {
        var policy = new NetworkPolicy(new Uri("http://policy.naccscert.invalid:8080"), null);
        using var root = new TestAuthority("Any");
        ServiceDefinition definition = new DefinitionBuilder(new Uri("https://service.naccscert.invalid"))
            .Pin("server", root.Certificate).Build() with
        {
            Network = ServiceNetwork.Default with { Proxy = new Uri("http://definition.naccscert.invalid:8080") },
        };

        Assert.Contains("definition.naccscert.invalid", (await FailAsync(definition, new NetworkOptions())).Message, StringComparison.Ordinal);
        Assert.Contains("policy.naccscert.invalid", (await FailAsync(definition, new NetworkOptions { Policy = policy })).Message, StringComparison.Ordinal);
        Assert.Contains("user.naccscert.invalid", (await FailAsync(definition, new NetworkOptions
        {
            Policy = policy,
            Proxy = new Uri("http://user.naccscert.invalid:8080"),
        })).Message, StringComparison.Ordinal);
        Assert.Equal(ErrorId.HostNotFound, (await FailAsync(definition, new NetworkOptions { Policy = policy, NoProxy = true })).ErrorId);
    }

    [Fact]
    public async Task Without_a_proxy_the_one_of_the_system_is_not_asked()
    {
        await using FakeEstServer service = await FakeEstServer.StartAsync(Token, "localhost");
        await using var proxy = new DefaultProxy(FakeProxy.Refusing("Basic realm=\"proxy\""), "localhost");
        ServiceDefinition definition = new DefinitionBuilder(new Uri($"https://localhost:{service.Origin.Port}"))
            .Pin("server", service.TlsRoot.Certificate).Pin("client", service.Authority.Certificate).Build();
        using var plain = new ScratchUser();
        using ScratchUser direct = Through(plain, new NetworkOptions { NoProxy = true });
        await plain.FailAsync(definition, ErrorId.ProxyBasicNotAllowed, Token);
        Assert.Equal(EnrollmentStatus.Enrolled, (await direct.EnrollAsync(definition, Token)).Status);
    }

    private static ScratchUser Through(ScratchUser user, NetworkOptions network) =>
        new() { Environment = user.Environment with { Network = network } };

    private static async Task<NaccsException> FailThroughAsync(Uri proxy, ErrorId expected)
    {
        NaccsException error = await FailAsync(new Uri("https://service.naccscert.invalid"), new NetworkOptions { Proxy = proxy });
        Assert.Equal(expected, error.ErrorId);
        Assert.Equal("service.naccscert.invalid", error.Target);
        return error;
    }

    private static Task<NaccsException> FailAsync(Uri service, NetworkOptions network)
    {
        using var root = new TestAuthority("Any");
        return FailAsync(new DefinitionBuilder(service).Pin("server", root.Certificate).Build(), network);
    }

    private static async Task<NaccsException> FailAsync(ServiceDefinition definition, NetworkOptions network)
    {
        using var plain = new ScratchUser();
        using ScratchUser user = Through(plain, network);
        return await Assert.ThrowsAsync<NaccsException>(() => user.EnrollAsync(definition, Token));
    }
}

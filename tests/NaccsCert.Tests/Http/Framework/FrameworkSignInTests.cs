using System;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Sessions;
using NaccsCert.Tests.Support;
using NaccsCert.TestSupport.Proxies;
using NaccsCert.TestSupport.Servers;
using NaccsCert.Transport;
using NaccsCert.Validation.Roots;
using Xunit;

namespace NaccsCert.Tests.Http.Framework;

/// <summary>Signing in to a proxy in Windows PowerShell: the next credentials are tried, and then the user is asked.</summary>
[Collection(nameof(DefaultProxy))]
public sealed class FrameworkSignInTests
{
    private const string Password = "right";

    private readonly FrameworkHandler _stack = new(Password);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Credentials_that_were_given_are_tried_after_those_of_the_proxys_settings()
    {
        await using FakeEstServer service = await FakeEstServer.StartAsync(Token, "localhost");
        await using var proxy = new DefaultProxy(FakeProxy.Refusing(), "localhost")
        {
            Credentials = new NetworkCredential("taro", "old"),
        };

        Assert.Equal(200, await GetAsync(service, Options(new NetworkCredential("taro", Password))));
        Assert.Equal(1, _stack.Refusals);
    }

    [Fact]
    public async Task The_user_is_asked_when_the_credentials_are_not_taken()
    {
        await using FakeEstServer service = await FakeEstServer.StartAsync(Token, "localhost");
        var user = new TypingUser("wrong", Password);
        var signIn = new ProxySignIn(Options(new NetworkCredential("taro", "old")), user, new ProxyMemory());

        Assert.Equal(200, await signIn.RunAsync(() => GetAsync(service, signIn.Network), Token));
        Assert.Equal((2, 2), (user.Prompts, _stack.Refusals));
    }

    [Fact]
    public async Task Where_nobody_is_there_the_refusal_is_the_error()
    {
        await using FakeEstServer service = await FakeEstServer.StartAsync(Token, "localhost");
        NaccsException error = await Assert.ThrowsAsync<NaccsException>(
            () => GetAsync(service, Options(new NetworkCredential("taro", "old"))));
        Assert.Equal(ErrorId.ProxyCredentialRefused, error.ErrorId);
    }

    [Fact]
    public async Task What_was_remembered_is_forgotten_when_it_is_refused_and_what_is_accepted_then_takes_its_place()
    {
        await using FakeEstServer service = await FakeEstServer.StartAsync(Token, "localhost");
        var memory = new ProxyMemory();
        memory.Remember(new Uri("http://proxy.naccscert.invalid:8080"), new NetworkCredential("taro", "old"));
        var nobody = new ProxySignIn(Options(null), new TypingUser(), memory);
        await Assert.ThrowsAsync<NaccsException>(() => nobody.RunAsync(() => GetAsync(service, nobody.Network), Token));
        Assert.True(memory.IsEmpty);

        var user = new TypingUser(Password);
        var first = new ProxySignIn(Options(new NetworkCredential("taro", "old")), user, memory);
        Assert.Equal(200, await first.RunAsync(() => GetAsync(service, first.Network), Token));
        var second = new ProxySignIn(Options(null), new TypingUser(), memory);
        Assert.Equal(200, await second.RunAsync(() => GetAsync(service, second.Network), Token));
    }

    private static NetworkOptions Options(NetworkCredential? given) =>
        new() { ProxyCredential = given, ProxyAuthentication = ProxyAuthentication.Basic };

    private async Task<int> GetAsync(FakeEstServer service, NetworkOptions options)
    {
        var clients = new HttpClientFactory(SettableClock.AtNow(), options, _stack);
        using PinnedHttpClient client = clients.Create(service.Define().ServerAnchors, service.Define().Network);
        return (await client.GetAsync(new Uri($"https://localhost:{service.Origin.Port}/.well-known/est/cacerts"), Token)).StatusCode;
    }

    private sealed class TypingUser(params string[] passwords) : IUserInteraction
    {
        public int Prompts { get; private set; }

        public bool CanAsk => Prompts < passwords.Length;

        public Task<NetworkCredential?> AskProxyCredentialAsync(string reason, PromptAttempt attempt, CancellationToken cancellationToken) =>
            Task.FromResult<NetworkCredential?>(new NetworkCredential("taro", passwords[Prompts++]));

        public Task<bool?> ConfirmAsync(RootOffer root, CancellationToken cancellationToken) => Task.FromResult<bool?>(null);
    }
}

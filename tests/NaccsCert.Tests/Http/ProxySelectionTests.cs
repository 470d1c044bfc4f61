using System;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Services;
using NaccsCert.Tests.Support;
using NaccsCert.TestSupport.Certificates;
using NaccsCert.Transport;
using NaccsCert.Validation.Connectivity;
using Xunit;

namespace NaccsCert.Tests.Http;

/// <summary>A system that takes its time to choose a proxy, as with a PAC file that nobody serves, holds nobody up.</summary>
[Collection(nameof(DefaultProxy))]
public sealed class ProxySelectionTests
{
    private const string Host = "selection.naccscert.invalid";

    private static readonly Uri Service = new($"https://{Host}/");
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(1);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [InEnglish]
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task The_choice_is_given_up_in_time_and_named(int callThatHangs)
    {
        using var system = new HangingProxy(callThatHangs);
        NaccsException error = await Assert.ThrowsAsync<NaccsException>(() => GetAsync(TimeSpan.FromMilliseconds(300), Token));
        Assert.Equal(ErrorId.ConnectionTimedOut, error.ErrorId);
        Assert.Contains(
            callThatHangs == 1 ? "selecting the proxy took longer than 0.3 s" : "connecting took longer than 0.3 s",
            error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task The_user_can_leave_meanwhile(int callThatHangs)
    {
        using var system = new HangingProxy(callThatHangs);
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(Token);
        Task<HttpReply> getting = GetAsync(Long, leaving.Token);
        await system.Hanging.WaitAsync(Token);
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => getting);
    }

    [Fact]
    public async Task The_test_of_connectivity_goes_on_to_tell_of_it()
    {
        using var system = new HangingProxy(1);
        using var root = new TestAuthority("Any");
        ServiceDefinition definition = new DefinitionBuilder(Service).Pin("server", root.Certificate).Build();
        ConnectivityResult result = Assert.Single(await ConnectivityTester.TestAsync(
            definition,
            ConnectivityOptions.Default with { Network = Options(TimeSpan.FromMilliseconds(300)) },
            SettableClock.AtNow(),
            Token));
        Assert.Equal(CheckStatus.Failed, Assert.Single(result.Checks, check => check.Name == nameof(Stage.Proxy)).Status);
    }

    [Fact]
    public async Task A_proxy_that_is_reached_over_TLS_is_refused_whoever_named_it()
    {
        using var system = new ProcessProxy(new Uri("https://proxy.naccscert.invalid:8443"), Host);
        NaccsException error = await Assert.ThrowsAsync<NaccsException>(() => GetAsync(Long, Token));
        Assert.Equal((ErrorId.HttpsProxyNotSupported, "proxy.naccscert.invalid:8443"), (error.ErrorId, error.Target));
    }

    private static NetworkOptions Options(TimeSpan connect) => new() { Timeouts = new NetworkTimeouts(connect, Long, Long, Long) };

    private static async Task<HttpReply> GetAsync(TimeSpan connect, CancellationToken cancellationToken)
    {
        var clients = new HttpClientFactory(SettableClock.AtNow(), Options(connect), new PlatformHttpHandlerFactory());
        using PinnedHttpClient client = clients.Create([], ServiceNetwork.Default);
        return await client.GetAsync(Service, cancellationToken);
    }

    /// <summary>One that does not come back from one of the calls: the module's own, or that of the HTTP stack after it.</summary>
    private sealed class HangingProxy(int callThatHangs)
        : ProcessProxy(new Uri("http://proxy.naccscert.invalid:8080"), Host)
    {
        private readonly ManualResetEventSlim _ending = new();
        private readonly TaskCompletionSource _hanging = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _calls;

        public Task Hanging => _hanging.Task;

        public override Uri GetProxy(Uri destination)
        {
            if (Interlocked.Increment(ref _calls) == callThatHangs)
            {
                _hanging.SetResult();
                _ending.Wait(CancellationToken.None);
            }

            return base.GetProxy(destination);
        }

        public override void Dispose()
        {
            base.Dispose();
            _ending.Set();
        }
    }
}

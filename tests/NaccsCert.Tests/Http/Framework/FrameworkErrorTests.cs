using System;
using System.Net;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Services;
using NaccsCert.Transport;
using Xunit;

namespace NaccsCert.Tests.Http.Framework;

/// <summary>Which error becomes of what the HTTP stack of Windows PowerShell throws behind a proxy.</summary>
public sealed class FrameworkErrorTests
{
    private static readonly Uri Proxy = new("http://proxy.naccscert.invalid:8080");
    private static readonly Uri Service = new("https://service.naccscert.invalid");
    private static readonly NetworkCredential Given = new("taro", "password");

    [Fact]
    public async Task A_proxy_that_wants_credentials_where_there_are_none_is_told_of_with_its_offers()
    {
        NaccsException error = await RefusedAsync("407 No\r\nProxy-Authenticate: Negotiate\r\nProxy-Authenticate: NTLM", "NTLM", null);
        Assert.Equal(ErrorId.ProxyAuthenticationRequired, error.ErrorId);
        Assert.Contains("Negotiate, NTLM", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_challenges_in_one_field_are_several_offers()
    {
        NaccsException error = await RefusedAsync("407 No\r\nProxy-Authenticate: Basic realm=\"a, b\", NTLM", "NTLM", null);
        Assert.Contains("Basic, NTLM", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Credentials_that_the_proxy_did_not_take_are_told_of() => Assert.Equal(
        ErrorId.ProxyCredentialRefused, (await RefusedAsync("407 No\r\nProxy-Authenticate: NTLM", "NTLM", Given)).ErrorId);

    [Fact]
    public async Task A_proxy_of_nothing_but_Basic_is_not_shown_the_password() => Assert.Equal(
        ErrorId.ProxyBasicNotAllowed, (await RefusedAsync("407 No\r\nProxy-Authenticate: Basic realm=\"a\"", "Basic", Given)).ErrorId);

    [Theory]
    [InlineData("403 Forbidden", "403")]
    [InlineData("502 Bad Gateway", "502")]
    [InlineData("503 Service Unavailable", "503")]
    public async Task A_proxy_that_refuses_the_host_is_told_of_with_its_status(string head, string status)
    {
        NaccsException error = await RefusedAsync(head, null, Given);
        Assert.Equal(ErrorId.ProxyRefused, error.ErrorId);
        Assert.Contains(status, error.Message, StringComparison.Ordinal);
        Assert.Contains(Proxy.Authority, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(WebExceptionStatus.SecureChannelFailure)]
    [InlineData(WebExceptionStatus.TrustFailure)]
    public void A_failure_of_TLS_is_the_servers_also_behind_a_proxy(WebExceptionStatus status) =>
        Assert.Equal(ErrorId.TlsHandshakeFailed, Translate(FrameworkFailures.Of(status), Resolver(null)).ErrorId);

    [Theory]
    [InlineData(WebExceptionStatus.ConnectFailure)]
    [InlineData(WebExceptionStatus.ProxyNameResolutionFailure)]
    public void A_proxy_that_cannot_be_reached_is_told_of(WebExceptionStatus status) =>
        Assert.Equal(ErrorId.ProxyUnreachable, Translate(FrameworkFailures.Of(status), Resolver(null)).ErrorId);

    // The platform's authentication asks for credentials before it gives up.
    private static async Task<NaccsException> RefusedAsync(string head, string? scheme, NetworkCredential? given)
    {
        ProxyResolver resolver = Resolver(given);
        if (scheme is not null)
        {
            _ = resolver.SignIn.GetCredential(Proxy, scheme);
        }

        return Translate(await FrameworkFailures.OfTunnelAsync(head), resolver);
    }

    private static ProxyResolver Resolver(NetworkCredential? given) =>
        new(new NetworkOptions { Proxy = Proxy, ProxyCredential = given }, ServiceNetwork.Default);

    // .NET Framework does not tell of stages.
    private static NaccsException Translate(HttpRequestException thrown, ProxyResolver resolver)
    {
        using var timings = new RequestTimings(NetworkTimeouts.Default, HttpStage.Connect, CancellationToken.None);
        return HttpErrors.Translate(thrown, Service, ConnectionInfo.None with { Proxy = Proxy }, resolver, timings);
    }
}

using System;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Services;
using NaccsCert.Transport;
using Xunit;

namespace NaccsCert.Tests.Services;

/// <summary>Addresses of proxies, without the password that people write into them.</summary>
public sealed class ProxyAddressTests
{
    [Theory]
    [InlineData("http://proxy.example.co.jp:8080")]
    [InlineData("proxy:8080")]
    [InlineData("")]
    public void An_address_without_user_stays(string address) => Assert.Equal(address, ProxyAddress.WithoutUser(address));

    [Theory]
    [InlineData("http://taro:secret@proxy:8080", "http://***@proxy:8080")]
    [InlineData("taro:secret@proxy:8080", "***@proxy:8080")]
    [InlineData("http://taro:sec@ret@proxy", "http://***@proxy")]
    [InlineData("http://taro:sec/ret?#@proxy", "http://***@proxy")]
    [InlineData("http://taro:sec://ret@proxy", "http://***@proxy")]
    [InlineData("http://taro:secret\uFF20proxy", "http://***@proxy")]
    [InlineData("http://taro:secret%40proxy", "http://***@proxy")]
    [InlineData("taro:http://secret@proxy", "***@proxy")]
    public void Whatever_may_be_a_user_and_a_password_is_hidden(string address, string expected) =>
        Assert.Equal(expected, ProxyAddress.WithoutUser(address));

    [Theory]
    [InlineData("proxy.example.co.jp", "http://proxy.example.co.jp/")]
    [InlineData("http://proxy:8080", "http://proxy:8080/")]
    [InlineData("https://proxy:8443", null)]
    [InlineData("HTTPS://proxy:8443", null)]
    public void A_proxy_is_reached_without_TLS(string text, string? expected) =>
        Assert.Equal(expected, ProxyAddress.TryParse(text, out Uri? address) ? address!.AbsoluteUri : null);

    [Fact]
    public async Task The_address_of_a_proxy_is_told_of_without_its_user()
    {
        // As HTTPS_PROXY may have it; -Proxy and definitions may not.
        var options = new NetworkOptions { Proxy = new Uri("http://taro:secret@proxy.invalid:8080") };
        var resolver = new ProxyResolver(options, ServiceNetwork.Default);
        Assert.Equal(
            "http://proxy.invalid:8080/", (await resolver.ResolveAsync(new Uri("https://service.invalid"), CancellationToken.None))!.AbsoluteUri);
    }
}

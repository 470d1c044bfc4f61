using System;
using System.Net;
using System.Net.Http;
using System.Threading.Tasks;
using NaccsCert.TestSupport.Proxies;

namespace NaccsCert.Tests.Support;

/// <summary>
/// Makes a proxy the one of the whole process until it is disposed, but for one host name only, since the process-wide proxy
/// cannot belong to one test alone. Everything else connects directly.
/// </summary>
internal sealed class DefaultProxy : IWebProxy, IAsyncDisposable
{
    private readonly IWebProxy _before = HttpClient.DefaultProxy;
    private readonly FakeProxy _proxy;
    private readonly string _host;

    public DefaultProxy(FakeProxy proxy, string host)
    {
        (_proxy, _host) = (proxy, host);
        HttpClient.DefaultProxy = this;
    }

    public ICredentials? Credentials { get; set; }

    public Uri GetProxy(Uri destination) => _proxy.Address;

    public bool IsBypassed(Uri host) => host.Host != _host;

    public ValueTask DisposeAsync()
    {
        HttpClient.DefaultProxy = _before;
        return _proxy.DisposeAsync();
    }
}

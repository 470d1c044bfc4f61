using System;
using System.Net;
using System.Net.Http;

namespace NaccsCert.Tests.Support;

/// <summary>
/// Makes a proxy the one of the whole process until it is disposed, but for one host name only, since the process-wide proxy
/// cannot belong to one test alone. Everything else connects directly.
/// </summary>
internal class ProcessProxy : IWebProxy, IDisposable
{
    private readonly IWebProxy _before = HttpClient.DefaultProxy;
    private readonly Uri _address;
    private readonly string _host;

    public ProcessProxy(Uri address, string host)
    {
        (_address, _host) = (address, host);
        HttpClient.DefaultProxy = this;
    }

    public ICredentials? Credentials { get; set; }

    public virtual Uri GetProxy(Uri destination) => _address;

    public bool IsBypassed(Uri host) => host.Host != _host;

    public virtual void Dispose() => HttpClient.DefaultProxy = _before;
}

using System;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Compat;
using NaccsCert.Services;

namespace NaccsCert.Transport;

/// <summary>
/// The way to a server: the proxy of the caller, of Group Policy, of the definition, or of the system (its settings and PAC file on
/// Windows, <c>HTTPS_PROXY</c> and <c>NO_PROXY</c> elsewhere), or none.
/// </summary>
internal sealed class ProxyResolver : IWebProxy
{
    private readonly IWebProxy? _proxy;
    private readonly bool _isSystem;

    /// <summary>Chooses.</summary>
    /// <param name="options">The caller's choices.</param>
    /// <param name="network">The definition's.</param>
    public ProxyResolver(NetworkOptions options, ServiceNetwork network)
    {
        Uri? fixedAddress = options.Proxy ?? options.Policy.Proxy ?? network.Proxy;
        _isSystem = !options.NoProxy && fixedAddress is null;
        _proxy = options.NoProxy ? null : fixedAddress is not null ? new WebProxy(fixedAddress) : SystemProxy.Current;
        Authentication = options.ProxyAuthentication ?? options.Policy.ProxyAuthentication ?? network.ProxyAuthentication;
        SignIn = new ProxyCredentials(Authentication, options.ProxyCredential, _proxy?.Credentials);
    }

    /// <summary>How to sign in.</summary>
    public ProxyAuthentication Authentication { get; }

    /// <summary>What to sign in with.</summary>
    public ProxyCredentials SignIn { get; }

    /// <inheritdoc/>
    public ICredentials? Credentials
    {
        get => SignIn;
        set => throw new NotSupportedException();
    }

    /// <summary>The route as an HTTP handler needs it: null where the handler itself goes through all proxies of the system.</summary>
    public IWebProxy? ForHandler => _isSystem && _proxy is not null && SystemProxy.IsLeftToStack(_proxy) ? null : this;

    /// <summary>
    /// The proxy on the way to a server; of several, the first. The system may have to fetch and run a PAC file for it, and cannot be
    /// kept from finishing that.
    /// </summary>
    /// <param name="destination">The server.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>The proxy's address; null when the way is direct.</returns>
    /// <exception cref="NaccsException">
    /// <see cref="ErrorId.ConnectionFailed"/>: whatever the system stumbled over; or <see cref="ErrorId.HttpsProxyNotSupported"/>.
    /// </exception>
    public Task<Uri?> ResolveAsync(Uri destination, CancellationToken cancellationToken) => _isSystem
        ? BlockingCall.RunAsync(() => Resolve(destination), cancellationToken)
        : Task.FromResult(Resolve(destination));

    /// <inheritdoc/>
    public Uri GetProxy(Uri destination) => Resolve(destination) ?? destination;

    /// <inheritdoc/>
    public bool IsBypassed(Uri host) => Resolve(host) is null;

    private Uri? Resolve(Uri destination)
    {
        try
        {
            Uri? address = _proxy is null || _proxy.IsBypassed(destination) ? null : _proxy.GetProxy(destination);
            return address is null || address == destination ? null
                : address.Scheme == Uri.UriSchemeHttps ? throw new NaccsException(ErrorId.HttpsProxyNotSupported, address.Authority)
                : WithoutUser(address);
        }
        catch (Exception exception) when (exception is not (NaccsException or OutOfMemoryException))
        {
            throw new NaccsException(ErrorId.ConnectionFailed, HostNames.Of(destination), exception, destination.Port, exception.Message);
        }
    }

    // HTTPS_PROXY may hold user and password. They are among the credentials, and whoever tells of the route repeats the address.
    private static Uri WithoutUser(Uri address) => address.UserInfo.Length == 0
        ? address
        : new UriBuilder(address) { UserName = string.Empty, Password = string.Empty }.Uri;
}

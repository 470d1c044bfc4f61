using System;
using System.Collections.ObjectModel;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using System.Net.Security;
using System.Runtime.CompilerServices;
using System.Security.Cryptography.X509Certificates;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using NaccsCert.Sandbox.Authority;

namespace NaccsCert.Sandbox.Hosting;

/// <summary>
/// TLS with a chain that is shown as it is given. The framework itself builds the chain anew and would leave out every
/// certificate that it can do without.
/// </summary>
internal static class ServedChain
{
    /// <summary>How to greet clients.</summary>
    /// <exception cref="SandboxException">This version of .NET does not let the chain be given.</exception>
    [SuppressMessage("Security", "CA5359", Justification = "Which client certificates are good is for the operations to say, in words.")]
    public static TlsHandshakeCallbackOptions Of(TlsIdentity identity)
    {
        SslStreamCertificateContext chain = Create(identity);
        return new TlsHandshakeCallbackOptions
        {
            OnConnection = _ => ValueTask.FromResult(new SslServerAuthenticationOptions
            {
                ServerCertificateContext = chain,

                // A client is asked for its certificate and may have none.
                ClientCertificateRequired = true,
                CertificateRevocationCheckMode = X509RevocationMode.NoCheck,
                RemoteCertificateValidationCallback = (_, _, _, _) => true,
            }),
        };
    }

    private static SslStreamCertificateContext Create(TlsIdentity identity)
    {
        try
        {
            return New(identity.Server, new ReadOnlyCollection<X509Certificate2>(identity.Between.ToArray()), trust: null);
        }
        catch (MissingMethodException exception)
        {
            throw new SandboxException("--tls-twin does not work with this version of .NET.", exception);
        }
    }

    [UnsafeAccessor(UnsafeAccessorKind.Constructor)]
    private static extern SslStreamCertificateContext New(
        X509Certificate2 target, ReadOnlyCollection<X509Certificate2> intermediates, SslCertificateTrust? trust);
}

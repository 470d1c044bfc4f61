using System;
using System.Linq;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using NaccsCert.Sandbox.State;

namespace NaccsCert.Sandbox.Authority;

/// <summary>
/// The sandbox's own TLS certificate and the root above it. They are dated by the machine's clock, whatever
/// <c>--now</c> says: the TLS stacks of clients know no other.
/// </summary>
internal sealed class TlsIdentity : IDisposable
{
    public const string RootName = "NaccsCert Sandbox TLS Root";

    private const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";

    // Some clients refuse server certificates that are valid for longer than 398 days.
    private static readonly TimeSpan ServerValidity = TimeSpan.FromDays(396);
    private static readonly TimeSpan RenewBefore = TimeSpan.FromDays(30);
    private static readonly TimeSpan Slack = TimeSpan.FromHours(1);

    private TlsIdentity(X509Certificate2 root, X509Certificate2 server)
    {
        Root = root;
        Server = server;
    }

    public X509Certificate2 Root { get; }

    /// <summary>The server's certificate with its key.</summary>
    public X509Certificate2 Server { get; }

    /// <summary>The identity of a data folder: made at the first start, the server's part renewed when it nears its end.</summary>
    /// <param name="folder">Where it is kept.</param>
    /// <param name="address">The address that clients connect to, beside localhost.</param>
    /// <param name="machineTime">The machine's clock.</param>
    public static TlsIdentity LoadOrCreate(DataFolder folder, IPAddress address, DateTimeOffset machineTime)
    {
        X509Certificate2 root = CertificatePem.Load(folder.TlsRootFile) ?? CreateRoot(folder, machineTime);
        X509Certificate2? server = CertificatePem.Load(folder.TlsServerFile);
        if (server is null || server.NotAfter.ToUniversalTime() - machineTime.UtcDateTime < RenewBefore || !Names(server, address))
        {
            server?.Dispose();
            server = CreateServer(folder, root, address, machineTime);
        }

        using (server)
        {
            // SChannel cannot serve a key that came straight from a PEM file.
            return new TlsIdentity(root, X509CertificateLoader.LoadPkcs12(server.Export(X509ContentType.Pfx), null));
        }
    }

    public void Dispose()
    {
        Server.Dispose();
        Root.Dispose();
    }

    private static X509Certificate2 CreateRoot(DataFolder folder, DateTimeOffset machineTime)
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={RootName}", key, HashAlgorithmName.SHA256);
        X509Certificate2 root = CaCertificate.SelfSign(request, machineTime - Slack, machineTime.AddYears(20));
        CertificatePem.Save(folder.TlsRootFile, root, key);
        return root;
    }

    private static X509Certificate2 CreateServer(DataFolder folder, X509Certificate2 root, IPAddress address, DateTimeOffset machineTime)
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        foreach (IPAddress each in new[] { IPAddress.Loopback, IPAddress.IPv6Loopback, address }.Distinct())
        {
            names.AddIpAddress(each);
        }

        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(X509BasicConstraintsExtension.CreateForEndEntity(critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(ServerAuthentication)], critical: false));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(root, includeKeyIdentifier: true, includeIssuerAndSerial: false));

        DateTimeOffset notBefore = machineTime - Slack;
        using X509Certificate2 certificate = request.Create(root, notBefore, notBefore + ServerValidity, SerialNumber.Next());
        CertificatePem.Save(folder.TlsServerFile, certificate, key);
        return certificate.CopyWithPrivateKey(key);
    }

    private static bool Names(X509Certificate2 certificate, IPAddress address) =>
        certificate.Extensions.OfType<X509SubjectAlternativeNameExtension>().Any(names => names.EnumerateIPAddresses().Contains(address));
}

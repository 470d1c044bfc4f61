using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using NaccsCert.Sandbox.State;

namespace NaccsCert.Sandbox.Authority;

/// <summary>
/// Makes and keeps the sandbox's own TLS certificate and the CAs above it. They are dated by the machine's clock, whatever
/// <c>--now</c> says: the TLS stacks of clients know no other.
/// </summary>
internal static class TlsIdentities
{
    public const string RootName = "NaccsCert Sandbox TLS Root";

    private const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";

    // Some clients refuse server certificates that are valid for longer than 398 days.
    private static readonly TimeSpan ServerValidity = TimeSpan.FromDays(396);
    private static readonly TimeSpan RenewBefore = TimeSpan.FromDays(30);
    private static readonly TimeSpan Slack = TimeSpan.FromHours(1);

    /// <summary>The identity of a data folder: made at the first start, the server's part renewed when it nears its end.</summary>
    /// <param name="folder">Where it is kept.</param>
    /// <param name="address">The address that clients connect to, beside localhost.</param>
    /// <param name="machineTime">The machine's clock.</param>
    /// <param name="twin">Whether a CA stands between, which shows a self-signed certificate of its own too.</param>
    public static TlsIdentity LoadOrCreate(DataFolder folder, IPAddress address, DateTimeOffset machineTime, bool twin)
    {
        X509Certificate2 root = CertificatePem.Load(folder.TlsRootFile) ?? CreateRoot(folder, machineTime, twin ? 1 : 0);
        IReadOnlyList<X509Certificate2> between = twin ? TlsTwin.LoadOrCreate(folder, root) : [];
        X509Certificate2 issuer = between.Count > 0 ? between[^1] : root;
        X509Certificate2? server = CertificatePem.Load(folder.TlsServerFile);
        if (server is null
            || server.NotAfter.ToUniversalTime() - machineTime.UtcDateTime < RenewBefore
            || !Names(server, address)
            || !server.IssuerName.RawData.AsSpan().SequenceEqual(issuer.SubjectName.RawData))
        {
            server?.Dispose();
            server = CreateServer(folder, issuer, address, machineTime);
        }

        using (server)
        {
            // SChannel cannot serve a key that came straight from a PEM file.
            return new TlsIdentity(root, X509CertificateLoader.LoadPkcs12(server.Export(X509ContentType.Pfx), null), between);
        }
    }

    private static X509Certificate2 CreateRoot(DataFolder folder, DateTimeOffset machineTime, int pathLength)
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={RootName}", key, HashAlgorithmName.SHA256);
        X509Certificate2 root = CaCertificate.SelfSign(
            request, new CertificatePeriod(machineTime - Slack, machineTime.AddYears(20)), pathLength);
        CertificatePem.Save(folder.TlsRootFile, root, key);
        return root;
    }

    private static X509Certificate2 CreateServer(DataFolder folder, X509Certificate2 issuer, IPAddress address, DateTimeOffset machineTime)
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
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(issuer, includeKeyIdentifier: true, includeIssuerAndSerial: false));

        DateTimeOffset notBefore = machineTime - Slack;
        using X509Certificate2 certificate = request.Create(issuer, notBefore, notBefore + ServerValidity, SerialNumber.Next());
        CertificatePem.Save(folder.TlsServerFile, certificate, key);
        return certificate.CopyWithPrivateKey(key);
    }

    private static bool Names(X509Certificate2 certificate, IPAddress address) =>
        certificate.Extensions.OfType<X509SubjectAlternativeNameExtension>().Any(names => names.EnumerateIPAddresses().Contains(address));
}

using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using System.Threading.Tasks;
using NaccsCert.TestSupport;

namespace NaccsCert.Benchmarks.Enrolling;

/// <summary>
/// The reference: the least with which a program of its own gets a usable certificate out of the same requests.
/// </summary>
/// <remarks>
/// A new connection, whose server must chain to the sandbox's root, a new key, the framework's own request and reader
/// of answers, and the certificate joined to its key. It keeps nothing on disk and checks nothing of what it is given.
/// </remarks>
/// <param name="sandbox">The service.</param>
/// <param name="address">The root of the EST operations.</param>
/// <param name="isRsa">Whether keys are RSA 2048; otherwise they are P-256.</param>
internal sealed class BareEnrollment(SandboxProcess sandbox, Uri address, bool isRsa)
{
    private readonly X509Certificate2 _root = X509CertificateLoader.LoadCertificateFromFile(sandbox.TlsRootPath);

    /// <summary>Enrolls once.</summary>
    /// <param name="set">Codes that were not used yet.</param>
    public async Task<EnrollmentTime> RunAsync(CodeSet set)
    {
        var phases = new List<Phase>();
        TimeSpan keyTime;
        var watch = Stopwatch.StartNew();
        using (var client = new BareClient(address, _root))
        {
            SignedCms authorities = await client.GetCACertificatesAsync().ConfigureAwait(false);
            await client.GetCsrAttributesAsync().ConfigureAwait(false);
            phases.Add(new Phase("Ask", watch.Elapsed, client.Wire));

            TimeSpan before = watch.Elapsed;
            using AsymmetricAlgorithm key = isRsa ? RSA.Create(2048) : ECDsa.Create(ECCurve.NamedCurves.nistP256);

            // The framework makes a key when it is first used.
            _ = key.ExportSubjectPublicKeyInfo();
            keyTime = watch.Elapsed - before;
            byte[] request = Request(key);
            phases.Add(new Phase("Key and request", watch.Elapsed - before, TimeSpan.Zero));

            before = watch.Elapsed;
            TimeSpan wireBefore = client.Wire;
            SignedCms answer = await client.EnrollAsync(request, set).ConfigureAwait(false);
            phases.Add(new Phase("Submit", watch.Elapsed - before, client.Wire - wireBefore));

            before = watch.Elapsed;
            using X509Certificate2 certificate = Join(answer.Certificates.Single(), key);
            Dispose(authorities, answer);
            phases.Add(new Phase("Join", watch.Elapsed - before, TimeSpan.Zero));
        }

        return new EnrollmentTime(watch.Elapsed, keyTime, [], phases);
    }

    private static byte[] Request(AsymmetricAlgorithm key)
    {
        var subject = new X500DistinguishedName("CN=NaccsCert");
        CertificateRequest request = key is RSA rsa
            ? new CertificateRequest(subject, rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            : new CertificateRequest(subject, (ECDsa)key, HashAlgorithmName.SHA256);
        return request.CreateSigningRequest();
    }

    private static X509Certificate2 Join(X509Certificate2 certificate, AsymmetricAlgorithm key) =>
        key is RSA rsa ? certificate.CopyWithPrivateKey(rsa) : certificate.CopyWithPrivateKey((ECDsa)key);

    private static void Dispose(params SignedCms[] messages)
    {
        foreach (X509Certificate2 certificate in messages.SelectMany(message => message.Certificates))
        {
            certificate.Dispose();
        }
    }
}

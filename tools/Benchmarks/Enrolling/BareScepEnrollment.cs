using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Net.Http;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Threading.Tasks;
using NaccsCert.TestSupport;

namespace NaccsCert.Benchmarks.Enrolling;

/// <summary>The reference by SCEP: what <see cref="BareEnrollment"/> is by EST.</summary>
/// <param name="sandbox">The service.</param>
/// <param name="address">The URL of its script.</param>
internal sealed class BareScepEnrollment(SandboxProcess sandbox, Uri address)
{
    private readonly X509Certificate2 _root = X509CertificateLoader.LoadCertificateFromFile(sandbox.TlsRootPath);

    /// <summary>Enrolls once.</summary>
    /// <param name="set">Codes that were not used yet.</param>
    public async Task<EnrollmentTime> RunAsync(CodeSet set)
    {
        var watch = Stopwatch.StartNew();
        using HttpClient client = BareClient.NewHttpClient(_root);
        await client.GetByteArrayAsync(AddressOf("GetCACaps")).ConfigureAwait(false);
        using X509Certificate2 authority = X509CertificateLoader.LoadCertificate(
            await client.GetByteArrayAsync(AddressOf("GetCACert")).ConfigureAwait(false));
        TimeSpan asked = watch.Elapsed;

        using RSA key = RSA.Create(2048);

        // The framework makes a key when it is first used.
        _ = key.ExportSubjectPublicKeyInfo();
        TimeSpan made = watch.Elapsed;
        var message = new BareScepMessage(key);
        using var content = new ByteArrayContent(message.Write(set, authority));
        TimeSpan written = watch.Elapsed;

        using HttpResponseMessage reply = await client.PostAsync(AddressOf("PKIOperation"), content).ConfigureAwait(false);
        byte[] answer = await reply.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync().ConfigureAwait(false);
        TimeSpan answered = watch.Elapsed;
        using X509Certificate2 certificate = message.Open(answer);
        IReadOnlyList<Phase> phases =
        [
            new Phase("Ask", asked, asked),
            new Phase("Key and message", written - asked, TimeSpan.Zero),
            new Phase("Submit", answered - written, answered - written),
            new Phase("Open", watch.Elapsed - answered, TimeSpan.Zero),
        ];
        return new EnrollmentTime(watch.Elapsed, made - asked, [], phases);
    }

    private Uri AddressOf(string operation) => new($"{address.AbsoluteUri}?operation={operation}");
}

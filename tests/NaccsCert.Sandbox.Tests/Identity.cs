using System;
using System.Net.Http;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Threading.Tasks;
using NaccsCert.TestSupport;

namespace NaccsCert.Sandbox.Tests;

/// <summary>A certificate with its key, as TLS wants it.</summary>
internal sealed class Identity(X509Certificate2 certificate, ECDsa? key) : IDisposable
{
    private readonly X509Certificate2 _withKey = certificate.HasPrivateKey ? certificate : certificate.CopyWithPrivateKey(key!);

    public X509Certificate2 Certificate => certificate;

    public ECDsa? Key => key;

    public X500DistinguishedName Subject => certificate.SubjectName;

    public static async Task<Identity> EnrollAsync(SandboxProcess sandbox, CodeSet codes)
    {
        using var client = new EstClient(sandbox);
        ECDsa key = Requests.NewKey();
        using HttpResponseMessage reply = await client.EnrollAsync(codes, Requests.For(key));
        return new Identity(await reply.CertificateAsync(), key);
    }

    public async Task<HttpResponseMessage> RenewAsync(SandboxProcess sandbox, byte[] request)
    {
        using var client = new EstClient(sandbox, _withKey);
        return await client.ReenrollAsync(request);
    }

    public void Dispose()
    {
        _withKey.Dispose();
        certificate.Dispose();
        key?.Dispose();
    }
}

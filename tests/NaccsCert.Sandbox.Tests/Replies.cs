using System;
using System.Formats.Asn1;
using System.Net.Http;
using System.Security.Cryptography.X509Certificates;
using System.Threading.Tasks;
using Xunit;

namespace NaccsCert.Sandbox.Tests;

/// <summary>Reads the sandbox's answers.</summary>
internal static class Replies
{
    private static readonly Asn1Tag Zero = new(TagClass.ContextSpecific, 0, isConstructed: true);

    public static async Task<string> TextAsync(this HttpResponseMessage reply)
    {
        Assert.Equal("text/plain", reply.Content.Headers.ContentType?.MediaType);
        return (await reply.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).TrimEnd();
    }

    /// <summary>The one certificate in a certs-only reply.</summary>
    public static async Task<X509Certificate2> CertificateAsync(this HttpResponseMessage reply)
    {
        string text = await reply.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(reply.IsSuccessStatusCode, $"{(int)reply.StatusCode}: {text}");
        return X509CertificateLoader.LoadCertificate(OnlyCertificate(Convert.FromBase64String(text)));
    }

    // RFC 5652 section 5: no digest algorithms, no content, no signers.
    private static byte[] OnlyCertificate(byte[] message)
    {
        AsnReader contentInfo = new AsnReader(message, AsnEncodingRules.DER).ReadSequence();
        Assert.Equal("1.2.840.113549.1.7.2", contentInfo.ReadObjectIdentifier());
        AsnReader signedData = contentInfo.ReadSequence(Zero).ReadSequence();
        Assert.Equal(1, signedData.ReadInteger());
        Assert.False(signedData.ReadSetOf().HasData);
        AsnReader content = signedData.ReadSequence();
        Assert.Equal("1.2.840.113549.1.7.1", content.ReadObjectIdentifier());
        Assert.False(content.HasData);
        AsnReader certificates = signedData.ReadSetOf(Zero);
        byte[] certificate = certificates.ReadEncodedValue().ToArray();
        Assert.False(certificates.HasData);
        Assert.False(signedData.ReadSetOf().HasData);
        return certificate;
    }
}

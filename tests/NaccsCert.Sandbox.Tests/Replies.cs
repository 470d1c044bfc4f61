using System;
using System.Collections.Generic;
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
    public static async Task<X509Certificate2> CertificateAsync(this HttpResponseMessage reply) => Assert.Single(await reply.CertificatesAsync());

    /// <summary>All certificates in a certs-only reply.</summary>
    public static async Task<List<X509Certificate2>> CertificatesAsync(this HttpResponseMessage reply)
    {
        string text = await reply.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(reply.IsSuccessStatusCode, $"{(int)reply.StatusCode}: {text}");
        return CertificatesIn(Convert.FromBase64String(text));
    }

    /// <summary>All certificates in a certs-only message.</summary>
    public static List<X509Certificate2> CertificatesIn(byte[] message)
    {
        // RFC 5652 section 5: no digest algorithms, no content, no signers.
        AsnReader contentInfo = new AsnReader(message, AsnEncodingRules.DER).ReadSequence();
        Assert.Equal("1.2.840.113549.1.7.2", contentInfo.ReadObjectIdentifier());
        AsnReader signedData = contentInfo.ReadSequence(Zero).ReadSequence();
        Assert.Equal(1, signedData.ReadInteger());
        Assert.False(signedData.ReadSetOf().HasData);
        AsnReader content = signedData.ReadSequence();
        Assert.Equal("1.2.840.113549.1.7.1", content.ReadObjectIdentifier());
        Assert.False(content.HasData);
        AsnReader certificates = signedData.ReadSetOf(Zero);
        var found = new List<X509Certificate2>();
        while (certificates.HasData)
        {
            found.Add(X509CertificateLoader.LoadCertificate(certificates.ReadEncodedValue().Span));
        }

        Assert.False(signedData.ReadSetOf().HasData);
        return found;
    }
}

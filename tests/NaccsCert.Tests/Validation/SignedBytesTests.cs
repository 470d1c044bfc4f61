using System;
using System.Collections.Generic;
using System.Security.Cryptography.X509Certificates;
using NaccsCert.Messages;
using NaccsCert.Messages.Files;
using NaccsCert.Validation;
using NaccsCert.Validation.Paths;
using Xunit;

namespace NaccsCert.Tests.Validation;

/// <summary>What was signed stays as it came: to encode it again would break signatures over what is not strict DER.</summary>
public sealed class SignedBytesTests
{
    // A set of two attributes in the order in which DER (X.690, section 11.6) does not have them.
    private static readonly byte[] Unsorted =
    [
        0x30, 0x1C, 0x31, 0x1A,
        0x30, 0x0D, 0x06, 0x03, 0x55, 0x04, 0x03, 0x0C, 0x06, .. "A00001"u8,
        0x30, 0x09, 0x06, 0x03, 0x55, 0x04, 0x0B, 0x0C, 0x02, .. "OU"u8,
    ];

    [Fact]
    public void A_certificate_goes_through_a_message_byte_by_byte()
    {
        (byte[] root, byte[] authority, byte[] client) = Path();

        Assert.Equal([client, authority, root], CertsOnlyMessage.Parse(CertsOnlyMessage.Build([client, authority, root])));
        Assert.Equal([client], CertificateFile.Read(client, "any").Certificates);
        Assert.Equal([client, authority], CertificateFile.Read(CertsOnlyMessage.Build([client, authority]), "any").Certificates);
    }

    [Fact]
    public void A_message_of_indefinite_length_gives_the_same_bytes()
    {
        byte[] client = Path().Client;
        byte[] end = [0x00, 0x00];
        byte[] message =
        [
            0x30, 0x80, 0x06, 0x09, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07, 0x02, 0xA0, 0x80,
            0x30, 0x80, 0x02, 0x01, 0x01, 0x31, 0x00,
            0x30, 0x80, 0x06, 0x09, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07, 0x01, .. end,
            0xA0, 0x80, .. client, .. end,
            0x31, 0x00, .. end, .. end, .. end,
        ];

        Assert.Equal([client], CertsOnlyMessage.Parse(message));
    }

    [Fact]
    public void A_chain_over_such_bytes_holds()
    {
        (byte[] root, byte[] authority, byte[] client) = Path();
        IReadOnlyList<byte[]> read = CertsOnlyMessage.Parse(CertsOnlyMessage.Build([client, authority, root]));

        Assert.True(ChainValidator.Validate(
            read[0], [read[1]], [read[2]], new PathRules(TestPath.ClientAuthentication, DateTimeOffset.UtcNow)).IsTrusted);
        Assert.True(CertificateSignature.IsSignedBy(read[0], read[1]));
        using var loaded = X509CertificateLoader.LoadCertificate(client);
        Assert.Equal(client, loaded.RawData);
    }

    private static (byte[] Root, byte[] Authority, byte[] Client) Path() =>
        new TestPath { Client = new X500DistinguishedName(Unsorted) }.Build();
}

using System;
using System.Formats.Asn1;
using System.Text;
using NaccsCert.Messages;
using NaccsCert.Messages.Est;
using Xunit;

namespace NaccsCert.Tests.Protocol;

/// <summary>What services want in a request (RFC 7030, section 4.5.2; RFC 8951, section 3.2; RFC 9908, section 3.2).</summary>
public sealed class CsrAttributesTests
{
    private const string RsaEncryption = "1.2.840.113549.1.1.1";
    private const string EcPublicKey = "1.2.840.10045.2.1";
    private const string ExtensionRequest = "1.2.840.113549.1.9.14";

    [Fact]
    public void The_example_of_RFC_7030_asks_for_P384_and_a_challenge_password_and_for_no_whole_extension()
    {
        CsrAttributes csrAttributes = CsrAttributesMessage.Parse(Encoding.ASCII.GetBytes(
            "MEEGCSqGSIb3DQEJBzASBgcqhkjOPQIBMQcGBSuBBAAiMBYGCSqGSIb3DQEJDjEJ\r\nBgcrBgEBAQEWBggqhkjOPQQDAw==\r\n"));

        Assert.Equal([KeyAlgorithm.EcdsaP384], csrAttributes.KeyAlgorithms);
        Assert.True(csrAttributes.ChallengePassword);
        Assert.Empty(csrAttributes.Extensions);
    }

    [Theory]
    [InlineData("MAA=")]
    [InlineData("0\0")]
    public void An_empty_sequence_wants_nothing(string content) =>
        Assert.Equivalent(CsrAttributes.None, CsrAttributesMessage.Parse(Encoding.ASCII.GetBytes(content)));

    [Theory]
    [InlineData(2048, KeyAlgorithm.Rsa2048)]
    [InlineData(3072, KeyAlgorithm.Rsa3072)]
    [InlineData(4096, KeyAlgorithm.Rsa4096)]
    [InlineData(1024, null)]
    [InlineData(-2048, null)]
    [InlineData(long.MaxValue, null)]
    public void The_size_of_an_RSA_key_is_its_value(long size, KeyAlgorithm? expected) =>
        Assert.Equal(One(expected), Parse(Attribute(RsaEncryption, writer => writer.WriteInteger(size))).KeyAlgorithms);

    [Theory]
    [InlineData("1.2.840.10045.3.1.7", KeyAlgorithm.EcdsaP256)]
    [InlineData("1.3.132.0.34", KeyAlgorithm.EcdsaP384)]
    [InlineData("1.3.132.0.35", null)]
    public void The_curve_of_an_ECDSA_key_is_its_value(string curve, KeyAlgorithm? expected) =>
        Assert.Equal(One(expected), Parse(Attribute(EcPublicKey, writer => writer.WriteObjectIdentifier(curve))).KeyAlgorithms);

    [Theory]
    [InlineData(RsaEncryption, KeyAlgorithm.Rsa2048, KeyAlgorithm.Rsa3072, KeyAlgorithm.Rsa4096)]
    [InlineData(EcPublicKey, KeyAlgorithm.EcdsaP256, KeyAlgorithm.EcdsaP384)]
    public void An_algorithm_without_size_or_curve_leaves_the_choice(string type, params KeyAlgorithm[] expected)
    {
        Assert.Equal(expected, Parse(Attribute(type, _ => { })).KeyAlgorithms);
        Assert.Equal(expected, Parse(Attribute(type, writer => writer.WriteNull())).KeyAlgorithms);
        Assert.Equal(expected, Parse(writer => writer.WriteObjectIdentifier(type)).KeyAlgorithms);
    }

    [Theory]
    [InlineData(ExtensionRequest)]
    [InlineData("2.5.4.3")]
    public void Attributes_without_a_value_or_of_another_kind_are_passed_over(string type)
    {
        Assert.Equivalent(CsrAttributes.None, Parse(Attribute(type, _ => { })));
        Assert.Equivalent(CsrAttributes.None, Parse(Attribute(type, writer => writer.WriteNull())));
        Assert.Equivalent(CsrAttributes.None, Parse(writer => writer.WriteObjectIdentifier(type)));
    }

    [Fact]
    public void Whole_extensions_are_asked_for_and_half_ones_are_not()
    {
        CsrAttributes csrAttributes = Parse(Attribute(ExtensionRequest, writer =>
        {
            using (writer.PushSequence())
            {
                using (writer.PushSequence())
                {
                    writer.WriteObjectIdentifier("2.5.29.37");
                    writer.WriteOctetString([0x30, 0x00]);
                }

                using (writer.PushSequence())
                {
                    writer.WriteObjectIdentifier("2.5.29.17");
                }
            }
        }));

        Assert.Equal("2.5.29.37", CertificateExtension.IdentifierOf(Assert.Single(csrAttributes.Extensions)));
    }

    [Fact]
    public void Of_two_extensions_of_one_kind_the_first_is_asked_for()
    {
        CsrAttributes csrAttributes = Parse(Attribute(ExtensionRequest, writer =>
        {
            using (writer.PushSequence())
            {
                foreach (byte[] value in (byte[][])[[0x30, 0x00], [0x05, 0x00]])
                {
                    using (writer.PushSequence())
                    {
                        writer.WriteObjectIdentifier("2.5.29.37");
                        writer.WriteOctetString(value);
                    }
                }
            }
        }));

        Assert.Equal([0x30, 0x00], Assert.Single(csrAttributes.Extensions)[^2..]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\r\n")]
    [InlineData("MAA=\r\n-- end --\r\n")]
    [InlineData("MAA=\0")]
    [InlineData("<html>")]
    [InlineData("AgEB")]
    [InlineData("MAEA")]
    [InlineData("no base64!")]
    public void What_is_no_sequence_is_refused(string content) =>
        Assert.Throws<MessageFormatException>(() => CsrAttributesMessage.Parse(Encoding.UTF8.GetBytes(content)));

    private static KeyAlgorithm[] One(KeyAlgorithm? algorithm) => algorithm is null ? [] : [algorithm.Value];

    private static CsrAttributes Parse(Action<AsnWriter> write)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            write(writer);
        }

        return CsrAttributesMessage.Parse(Encoding.ASCII.GetBytes(Convert.ToBase64String(writer.Encode())));
    }

    private static Action<AsnWriter> Attribute(string type, Action<AsnWriter> writeValue) => writer =>
    {
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(type);
            using (writer.PushSetOf())
            {
                writeValue(writer);
            }
        }
    };
}

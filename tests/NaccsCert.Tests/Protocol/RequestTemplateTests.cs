using System;
using System.Collections.Generic;
using System.Formats.Asn1;
using System.Linq;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using NaccsCert.Messages;
using NaccsCert.Messages.Est;
using Xunit;

namespace NaccsCert.Tests.Protocol;

/// <summary>Requests that services have filled in as far as they can (RFC 9908, section 3.4).</summary>
public sealed class RequestTemplateTests
{
    private const string RsaEncryption = "1.2.840.113549.1.1.1";
    private const string EcPublicKey = "1.2.840.10045.2.1";
    private const string P256 = "1.2.840.10045.3.1.7";
    private const string P384 = "1.3.132.0.34";
    private const string CommonName = "2.5.4.3";
    private const string OrganizationalUnit = "2.5.4.11";
    private const string SerialNumber = "2.5.4.5";
    private const string ChallengePassword = "1.2.840.113549.1.9.7";
    private const string ExtensionRequest = "1.2.840.113549.1.9.14";
    private const string InfoTemplate = "1.2.840.113549.1.9.16.2.61";
    private const string ExtensionTemplate = "1.2.840.113549.1.9.16.2.62";

    private static readonly Asn1Tag PublicKeyInfo = new(TagClass.ContextSpecific, 0, isConstructed: true);
    private static readonly Asn1Tag Attributes = new(TagClass.ContextSpecific, 1, isConstructed: true);
    private static readonly Asn1Tag DnsName = new(TagClass.ContextSpecific, 2);
    private static readonly Asn1Tag DirectoryName = new(TagClass.ContextSpecific, 4, isConstructed: true);
    private static readonly Asn1Tag IPAddress = new(TagClass.ContextSpecific, 7);

    [Fact]
    public void The_example_of_RFC_9908_is_followed_as_far_as_its_blanks_can_be_filled_in()
    {
        CsrAttributes csrAttributes = Parse(
            writer => Subject(writer, (CommonName, null), (OrganizationalUnit, "myDept"), (OrganizationalUnit, "myGroup")),
            writer => Key(writer, EcPublicKey, P256, modulusBits: null),
            writer => Extensions(
                writer,
                ExtensionTemplate,
                ("2.5.29.17", false, AlternativeName(names =>
                {
                    names.WriteCharacterString(UniversalTagNumber.IA5String, "www.myServer.com", DnsName);
                    names.WriteOctetString([], IPAddress);
                })),
                ("2.5.29.15", true, [0x03, 0x02, 0x03, 0x88]),
                ("2.5.29.37", false, null)));

        Assert.Equal("OU=myGroup, OU=myDept, CN=NaccsCert", new X500DistinguishedName(csrAttributes.Subject!).Name);
        Assert.Equal([KeyAlgorithm.EcdsaP256], csrAttributes.KeyAlgorithms);
        Assert.False(csrAttributes.ChallengePassword);
        Assert.Equal(
            [
                ("2.5.29.17", false, Convert.ToHexString(AlternativeName(names =>
                    names.WriteCharacterString(UniversalTagNumber.IA5String, "www.myServer.com", DnsName)))),
                ("2.5.29.15", true, "03020388"),
                ("2.5.29.37", false, "300A06082B06010505070302"),
            ],
            csrAttributes.Extensions.Select(Shown));
    }

    [Theory]
    [InlineData(2048, KeyAlgorithm.Rsa2048)]
    [InlineData(3072, KeyAlgorithm.Rsa3072)]
    [InlineData(4096, KeyAlgorithm.Rsa4096)]
    [InlineData(1024)]
    [InlineData(8192)]
    public void The_size_of_an_RSA_key_is_that_of_the_placeholder(int bits, params KeyAlgorithm[] expected) =>
        Assert.Equal(expected, Parse(key: writer => Key(writer, RsaEncryption, null, bits)).KeyAlgorithms);

    [Fact]
    public void Without_a_placeholder_the_size_is_left_to_the_client()
    {
        Assert.Equal(
            [KeyAlgorithm.Rsa2048, KeyAlgorithm.Rsa3072, KeyAlgorithm.Rsa4096],
            Parse(key: writer => Key(writer, RsaEncryption, null, modulusBits: null)).KeyAlgorithms);
        Assert.Equal([KeyAlgorithm.EcdsaP384], Parse(key: writer => Key(writer, EcPublicKey, P384, modulusBits: null)).KeyAlgorithms);
    }

    [Fact]
    public void What_stands_beside_a_template_is_for_older_clients()
    {
        CsrAttributes csrAttributes = ParseList(
            writer => writer.WriteObjectIdentifier(ChallengePassword),
            writer => Attribute(writer, RsaEncryption, value => value.WriteInteger(4096)),
            writer => Extensions(writer, ExtensionRequest, ("2.5.29.37", false, [0x30, 0x00])),
            writer => Template(writer, 0, null, null, []));

        Assert.Equivalent(CsrAttributes.None, csrAttributes);
    }

    [Fact]
    public void A_challenge_password_is_wanted_where_the_template_has_one() =>
        Assert.True(Parse(attributes: writer => Attribute(writer, ChallengePassword, value =>
            value.WriteCharacterString(UniversalTagNumber.UTF8String, "?"))).ChallengePassword);

    [Fact]
    public void Whole_extensions_in_a_template_are_asked_for_as_they_are() =>
        Assert.Equal(
            ("1.2.3.4", true, "0500"),
            Shown(Assert.Single(Parse(attributes: writer => Extensions(writer, ExtensionRequest, ("1.2.3.4", true, [0x05, 0x00]))).Extensions)));

    [Fact]
    public void Blanks_that_nobody_here_can_fill_in_are_left_out()
    {
        CsrAttributes csrAttributes = Parse(
            writer => Subject(writer, (SerialNumber, null)),
            attributes: writer => Extensions(
                writer,
                ExtensionTemplate,
                ("2.5.29.17", false, null),
                ("1.2.3.4", false, null)));

        Assert.Null(csrAttributes.Subject);
        Assert.Empty(csrAttributes.Extensions);
    }

    [Fact]
    public void An_alternative_name_of_blanks_alone_is_left_out() =>
        Assert.Empty(Parse(attributes: writer => Extensions(writer, ExtensionTemplate, ("2.5.29.17", true, AlternativeName(names =>
        {
            names.WriteOctetString([], IPAddress);
            using (names.PushSequence(DirectoryName))
            using (names.PushSequence())
            {
            }
        })))).Extensions);

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public void A_template_of_another_version_is_no_template(int version) =>
        Assert.Throws<MessageFormatException>(() => ParseList(writer => Template(writer, version, null, null, [])));

    private static (string Identifier, bool IsCritical, string Value) Shown(byte[] extension)
    {
        ExtensionParts parts = Assert.Single(ExtensionParts.Of(
            NaccsCert.Messages.Ber.BerValue.Read([0x30, (byte)extension.Length, .. extension])));
        return (parts.Identifier, parts.IsCritical, Convert.ToHexString(parts.Value));
    }

    private static CsrAttributes Parse(
        Action<AsnWriter>? subject = null, Action<AsnWriter>? key = null, Action<AsnWriter>? attributes = null) =>
        ParseList(writer => Template(writer, 0, subject, key, attributes is null ? [] : [attributes]));

    private static CsrAttributes ParseList(params Action<AsnWriter>[] write)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            Array.ForEach(write, each => each(writer));
        }

        return CsrAttributesMessage.Parse(Encoding.ASCII.GetBytes(Convert.ToBase64String(writer.Encode())));
    }

    private static void Template(
        AsnWriter writer, int version, Action<AsnWriter>? subject, Action<AsnWriter>? key, IEnumerable<Action<AsnWriter>> attributes) =>
        Attribute(writer, InfoTemplate, value =>
        {
            using (value.PushSequence())
            {
                value.WriteInteger(version);
                subject?.Invoke(value);
                key?.Invoke(value);
                using (value.PushSetOf(Attributes))
                {
                    foreach (Action<AsnWriter> attribute in attributes)
                    {
                        attribute(value);
                    }
                }
            }
        });

    private static void Subject(AsnWriter writer, params (string Type, string? Value)[] names)
    {
        using (writer.PushSequence())
        {
            foreach ((string type, string? value) in names)
            {
                using (writer.PushSetOf())
                using (writer.PushSequence())
                {
                    writer.WriteObjectIdentifier(type);
                    if (value is not null)
                    {
                        writer.WriteCharacterString(UniversalTagNumber.UTF8String, value);
                    }
                }
            }
        }
    }

    private static void Key(AsnWriter writer, string algorithm, string? curve, int? modulusBits)
    {
        using (writer.PushSequence(PublicKeyInfo))
        {
            using (writer.PushSequence())
            {
                writer.WriteObjectIdentifier(algorithm);
                if (curve is null)
                {
                    writer.WriteNull();
                }
                else
                {
                    writer.WriteObjectIdentifier(curve);
                }
            }

            if (modulusBits is { } bits)
            {
                var placeholder = new AsnWriter(AsnEncodingRules.DER);
                using (placeholder.PushSequence())
                {
                    placeholder.WriteIntegerUnsigned([0x80, .. new byte[(bits / 8) - 1]]);
                    placeholder.WriteInteger(65537);
                }

                writer.WriteBitString(placeholder.Encode());
            }
        }
    }

    private static void Extensions(AsnWriter writer, string type, params (string Identifier, bool IsCritical, byte[]? Value)[] extensions) =>
        Attribute(writer, type, value =>
        {
            using (value.PushSequence())
            {
                foreach ((string identifier, bool isCritical, byte[]? octets) in extensions)
                {
                    using (value.PushSequence())
                    {
                        value.WriteObjectIdentifier(identifier);
                        if (isCritical)
                        {
                            value.WriteBoolean(true);
                        }

                        if (octets is not null)
                        {
                            value.WriteOctetString(octets);
                        }
                    }
                }
            }
        });

    private static byte[] AlternativeName(Action<AsnWriter> write)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            write(writer);
        }

        return writer.Encode();
    }

    private static void Attribute(AsnWriter writer, string type, Action<AsnWriter> write)
    {
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(type);
            using (writer.PushSetOf())
            {
                write(writer);
            }
        }
    }
}

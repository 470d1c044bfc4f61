using System;
using System.Formats.Asn1;
using System.Linq;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using NaccsCert.Messages;
using Xunit;

namespace NaccsCert.Tests.Enrollment;

/// <summary>The challengePassword of a request (RFC 2985, section 5.4.1), as another implementation reads it.</summary>
public sealed class ChallengePasswordTests : IDisposable
{
    private const string ChallengePassword = "1.2.840.113549.1.9.7";

    private static readonly byte[] ClientUsage =
        new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.2")], critical: false).RawData;

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public void Dispose() => _key.Dispose();

    [Theory]
    [InlineData("Ab 9'()+,-./:=?", UniversalTagNumber.PrintableString)]
    [InlineData("a_b", UniversalTagNumber.UTF8String)]
    [InlineData("パスワード", UniversalTagNumber.UTF8String)]
    public void It_is_added_to_a_request_that_is_otherwise_the_same(string password, UniversalTagNumber type)
    {
        byte[] extension = Extension();
        byte[] plain = CertificationRequest.Build(Key, new X500DistinguishedName("CN=x").RawData, [extension]);

        CertificateRequest with = Load(CertificationRequest.WithChallengePassword(plain, password, Key));

        AsnEncodedData attribute = Assert.Single(with.OtherRequestAttributes);
        Assert.Equal(ChallengePassword, attribute.Oid!.Value);
        Assert.Equal(password, new AsnReader(attribute.RawData, AsnEncodingRules.DER).ReadCharacterString(type));
        Assert.Empty(Load(plain).OtherRequestAttributes);
        Assert.Equal("CN=x", with.SubjectName.Name);
        Assert.Equal(ClientUsage, Assert.Single(with.CertificateExtensions).RawData);
        Assert.Equal(CertificationRequest.PublicKeyOf(plain), with.PublicKey.ExportSubjectPublicKeyInfo());
    }

    [Fact]
    public void Attributes_are_in_the_order_of_DER()
    {
        byte[] plain = CertificationRequest.Build(Key, new X500DistinguishedName("CN=x").RawData, [Extension()]);
        byte[] with = CertificationRequest.WithChallengePassword(plain, "secret", Key);

        AsnReader info = new AsnReader(with, AsnEncodingRules.DER).ReadSequence().ReadSequence();
        info.ReadInteger();
        info.ReadSequence();
        info.ReadSequence();

        // This reader refuses a set that is not sorted.
        AsnReader attributes = info.ReadSetOf(new Asn1Tag(TagClass.ContextSpecific, 0));
        Assert.Equal(2, Enumerable.Range(0, 9).TakeWhile(_ => attributes.HasData && attributes.ReadSequence().HasData).Count());
    }

    // The signature is verified too.
    private static CertificateRequest Load(byte[] request) => CertificateRequest.LoadSigningRequest(
        request, HashAlgorithmName.SHA256, CertificateRequestLoadOptions.UnsafeLoadCertificateExtensions);

    private static byte[] Extension()
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier("2.5.29.37");
            writer.WriteOctetString(ClientUsage);
        }

        return writer.Encode();
    }

    private RequestKey Key => new(
        _key.ExportSubjectPublicKeyInfo(),
        KeyAlgorithm.EcdsaP256,
        data => _key.SignData(data, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence));
}

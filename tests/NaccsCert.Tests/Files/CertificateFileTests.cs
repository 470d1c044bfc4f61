using System;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using NaccsCert.Messages;
using NaccsCert.Messages.Files;
using NaccsCert.Tests.Support;
using NaccsCert.TestSupport.Certificates;
using Xunit;

namespace NaccsCert.Tests.Files;

/// <summary>One reader takes every form in which people hand certificates in, and says of what it does not take what it is.</summary>
public sealed class CertificateFileTests : IDisposable
{
    private static readonly byte[] Utf8Mark = [0xEF, 0xBB, 0xBF];

    // 証明書 in CP932, whose second bytes may be ASCII letters.
    private static readonly byte[] JapaneseInCP932 = [0x8F, 0xD8, 0x96, 0xBE, 0x8F, 0x91, 0x83, 0x5C, 0x0D, 0x0A];

    private readonly TestAuthority _one = new("Root one");
    private readonly TestAuthority _other = new("Root two");

    private byte[] One => _one.Certificate.RawData;

    private byte[] Other => _other.Certificate.RawData;

    private string Text => "証明書\r\n" + Pem.Encode("CERTIFICATE", One) + "\r\n" + Pem.Encode("X509 CERTIFICATE", Other);

    public static TheoryData<string> Encodings =>
        ["utf-8", "utf-8 with mark", "utf-16", "utf-16 with mark", "utf-16BE", "utf-16BE with mark", "CP932"];

    public void Dispose()
    {
        _one.Dispose();
        _other.Dispose();
    }

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Text_before_and_between_the_parts_may_be_in_any_encoding(string encoding) =>
        Assert.Equal([One, Other], Read(encoding switch
        {
            "utf-8" => Encoding.UTF8.GetBytes(Text),
            "utf-8 with mark" => [.. Utf8Mark, .. Encoding.UTF8.GetBytes(Text)],
            "utf-16" => Encoding.Unicode.GetBytes(Text),
            "utf-16 with mark" => [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Text)],
            "utf-16BE" => Encoding.BigEndianUnicode.GetBytes(Text),
            "utf-16BE with mark" => [.. Encoding.BigEndianUnicode.GetPreamble(), .. Encoding.BigEndianUnicode.GetBytes(Text)],
            _ => [.. JapaneseInCP932, .. Encoding.ASCII.GetBytes(Text["証明書".Length..])],
        }).Certificates);

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void Base64_needs_no_armour(string encoding) => Assert.Equal(
        [One],
        Read(Encoding.GetEncoding(encoding).GetBytes(
            Convert.ToBase64String(One, Base64FormattingOptions.InsertLineBreaks) + "\r\n")).Certificates);

    [Fact]
    public void Binary_certificates_may_follow_one_another_and_repeat() =>
        Assert.Equal([One, Other], Read([.. One, .. Other, .. One, 0x0A]).Certificates);

    [Theory]
    [InlineData("DER")]
    [InlineData("PKCS7")]
    [InlineData("CMS")]
    [InlineData("CERTIFICATE")]
    [InlineData("base64")]
    public void A_message_is_read_whatever_its_armour_says(string form)
    {
        byte[] message = CertsOnlyMessage.Build([One, Other]);
        Assert.Equal([One, Other], Read(form switch
        {
            "DER" => message,
            "base64" => Ascii(Convert.ToBase64String(message)),
            _ => Ascii(Pem.Encode(form, message)),
        }).Certificates);
    }

    [Fact]
    public void What_stands_beside_the_certificates_is_named()
    {
        using ECDsa key = TestAuthority.NewKey();
        CertificateFile file = Read(Ascii(
            key.ExportPkcs8PrivateKeyPem() + "\n" + Pem.Encode("DH PARAMETERS", [0x30, 0x00]) + Pem.Encode("CERTIFICATE", One)));
        Assert.Equal([One], file.Certificates);
        Assert.True(file.HasBareKey);
        Assert.Equal(2, file.Others.Count);
        Assert.Contains("DH PARAMETERS", file.Others[1].Describe(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("PKCS12")]
    public void A_file_with_keys_is_told_from_one_without(string armour)
    {
        byte[] message = new X509Certificate2Collection(_one.Certificate).Export(X509ContentType.Pkcs12, "pw")!;
        CertificateFile file = Read(armour.Length == 0 ? message : Ascii(Pem.Encode(armour, message)));
        Assert.Equal([message], file.Pkcs12Messages);
        Assert.Empty(file.Certificates);
        AssertNothing(message, StringId("FoundPkcs12"), content => CertificateFile.ReadCertificates(content, "file.p12"));
    }

    public static TheoryData<string, string> WithoutCertificate => new()
    {
        { string.Empty, "FoundNothing" },
        { "\r\n", "FoundNothing" },
        { "garbage", "FoundUnknown" },
        { "AAAA", "FoundUnknown" },
        { "key", "FoundPrivateKey" },
        { "key DER", "FoundPrivateKey" },
        { "encrypted key DER", "FoundPrivateKey" },
        { "RSA key DER", "FoundPrivateKey" },
        { "elliptic key DER", "FoundPrivateKey" },
        { "request", "FoundRequest" },
        { "list", "FoundRevocationList" },
    };

    [Theory]
    [MemberData(nameof(WithoutCertificate))]
    public void What_is_no_certificate_is_named(string content, string found)
    {
        using ECDsa key = TestAuthority.NewKey();
        using var rsa = RSA.Create(2048);
        AssertNothing(
            content switch
            {
                "key" => Ascii(key.ExportPkcs8PrivateKeyPem()),
                "key DER" => key.ExportPkcs8PrivateKey(),
                "encrypted key DER" => key.ExportEncryptedPkcs8PrivateKey("pw", new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 1)),
                "RSA key DER" => rsa.ExportRSAPrivateKey(),
                "elliptic key DER" => key.ExportECPrivateKey(),
                "request" => TestAuthority.NewRequest(),
                "list" => _one.SignRevocationList(DateTimeOffset.UtcNow.AddDays(1), _other.Certificate),
                _ => Ascii(content),
            },
            StringId(found),
            content => Read(content));
    }

    [Theory]
    [InlineData("<!DOCTYPE html><html lang=\"ja\"><title>ログイン</title></html>")]
    [InlineData("\r\n  <?xml version=\"1.0\"?><error/>")]
    public void A_web_page_is_called_one(string page)
    {
        foreach (byte[] content in new[] { Encoding.UTF8.GetBytes(page), [.. Utf8Mark, .. Encoding.UTF8.GetBytes(page)], Encoding.Unicode.GetBytes("\uFEFF" + page) })
        {
            Assert.Equal(ErrorId.CertificateFileIsWebPage, Refused(content).ErrorId);
        }
    }

    [Fact]
    public void What_is_cut_off_or_changed_is_damaged_and_nothing_of_it_is_taken()
    {
        string pem = Pem.Encode("CERTIFICATE", One);
        byte[][] damaged =
        [
            One[..^1],
            Ascii(Convert.ToBase64String(One[..300])),
            Ascii(pem[..^40]),
            Ascii(Pem.Encode("CERTIFICATE", Other) + pem.Replace("MII", "M-I", StringComparison.Ordinal)),
            Ascii("-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----\n"),
            Ascii("-----BEGIN CERTIFICATE-----\nMAA=\n-----END CERTIFICATE-----\n"),
            Ascii(Pem.Encode("CERTIFICATE", Other) + Pem.Encode("CERTIFICATE", One[..^1])),
        ];
        Assert.All(damaged, content => Assert.Equal(ErrorId.CertificateFileDamaged, Refused(content).ErrorId));
    }

    // A date with fractions of a second, which RFC 5280 forbids and OpenSSL takes.
    [Fact]
    public void A_certificate_that_the_platform_refuses_is_not_called_damaged()
    {
        byte[] digits = "20340615000000Z"u8.ToArray();
        byte[] certificate = OddCertificates.WithNotAfter(_one.Certificate, [0x18, 0x11, .. digits[..^1], (byte)'.', (byte)'5', (byte)'Z']);
        Assert.SkipUnless(PlatformRefuses(certificate), "This platform reads it.");
        Assert.Equal(ErrorId.CertificateFileUnsupported, Refused(certificate).ErrorId);
    }

    [Fact]
    public void A_file_that_is_larger_than_any_is_not_read() =>
        Assert.Equal(ErrorId.FileTooLarge, Refused(new byte[CertificateFile.MaxFileBytes + 1]).ErrorId);

    [Fact]
    public void A_definition_takes_the_pinned_certificate_of_a_bundle()
    {
        var definition = new DefinitionBuilder(new Uri("https://any.invalid")).Pin("server", _other.Certificate);
        Assert.Equal(Other, AnchorOf(definition, Encoding.Unicode.GetBytes("\uFEFF" + Text)));
        Assert.Equal(Other, AnchorOf(definition, Other));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_pin_that_is_the_hash_of_the_file_and_of_no_certificate_in_it_is_refused(bool isText)
    {
        byte[] bundle = isText ? Encoding.UTF8.GetBytes(Text) : [.. One, .. Other];
        var definition = new DefinitionBuilder(new Uri("https://any.invalid")).Pin("server", _other.Certificate);
        definition.Json["trustAnchors"]![0]!["sha256"] = Convert.ToHexString(SHA256.HashData(bundle));
        NaccsException error = Assert.Throws<NaccsException>(() => AnchorOf(definition, bundle));
        Assert.Equal(ErrorId.ServiceDefinitionInvalid, error.ErrorId);
        Assert.Contains("$.trustAnchors[0].file", error.Message, StringComparison.Ordinal);
    }

    private static byte[]? AnchorOf(DefinitionBuilder definition, byte[] file) =>
        Assert.Single(NaccsCert.Services.ServiceDefinitionParser.Parse(
            Encoding.UTF8.GetBytes(definition.Json.ToJsonString()), "test.json", _ => file).TrustAnchors).Certificate;

    private static bool PlatformRefuses(byte[] certificate)
    {
        try
        {
            using var loaded = Certificates.Load(certificate);
            return loaded.NotAfter < loaded.NotBefore;
        }
        catch (CryptographicException)
        {
            return true;
        }
    }

    private static string StringId(string name) => NaccsCert.Resources.Strings.Format(Enum.Parse<NaccsCert.Resources.StringId>(name));

    private static void AssertNothing(byte[] content, string found, Action<byte[]> read)
    {
        NaccsException error = Assert.Throws<NaccsException>(() => read(content));
        Assert.Equal(ErrorId.CertificateFileUnreadable, error.ErrorId);
        Assert.Contains(found, error.Message, StringComparison.Ordinal);
    }

    private static NaccsException Refused(byte[] content) => Assert.Throws<NaccsException>(() => Read(content));

    private static CertificateFile Read(byte[] content) => CertificateFile.Read(content, "file.pem");

    private static byte[] Ascii(string text) => Encoding.ASCII.GetBytes(text);
}

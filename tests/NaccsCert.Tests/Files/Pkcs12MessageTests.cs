using System;
using System.Linq;
using System.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using NaccsCert.Messages.Files;
using NaccsCert.TestSupport;
using NaccsCert.TestSupport.Certificates;
using Xunit;

namespace NaccsCert.Tests.Files;

/// <summary>PKCS#12 files are understood before the platform sees them: unlike causes are told apart, alike on every platform.</summary>
public sealed class Pkcs12MessageTests : IDisposable
{
    private readonly TestAuthority _authority = new(TestAuthority.ClientCA);
    private readonly X509Certificate2 _one;
    private readonly X509Certificate2 _other;

    public Pkcs12MessageTests() => (_one, _other) =
        (_authority.IssueWithKey(new ClientProfile { Terminal = "1AAA001" }), _authority.IssueWithKey(new ClientProfile { Terminal = "1AAA002" }));

    public void Dispose()
    {
        _one.Dispose();
        _other.Dispose();
        _authority.Dispose();
    }

    public static TheoryData<string, string> Protections => new()
    {
        { "AES-256", "SHA256" },
        { "AES-128", "SHA384" },
        { "3DES", "SHA1" },
        { "AES-192", "SHA512" },
    };

    [Theory]
    [MemberData(nameof(Protections))]
    public void A_file_opens_however_it_is_protected(string encryption, string mac) => AssertBoth(new Pkcs12Files
    {
        Mac = new HashAlgorithmName(mac),
        Encryption = encryption switch
        {
            "3DES" => new PbeParameters(PbeEncryptionAlgorithm.TripleDes3KeyPkcs12, HashAlgorithmName.SHA1, 100),
            "AES-128" => new PbeParameters(PbeEncryptionAlgorithm.Aes128Cbc, HashAlgorithmName.SHA1, 100),
            "AES-192" => new PbeParameters(PbeEncryptionAlgorithm.Aes192Cbc, HashAlgorithmName.SHA512, 100),
            _ => new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 100),
        },
    });

    [Theory]
    [InlineData("pw")]
    [InlineData("パスワード")]
    [InlineData("")]
    [InlineData(null)]
    public void A_password_may_have_any_letters_or_none(string? password)
    {
        AssertBoth(new Pkcs12Files { Password = password });
        AssertBoth(new Pkcs12Files { Password = password, Mac = null });
    }

    [Fact]
    public void A_file_may_come_in_pieces_of_indefinite_length() =>
        Assert.Equal(2, Open(Pkcs12Files.InPieces(new Pkcs12Files().Make(_one, _other)), "pw").KeyCount);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_missing_password_is_not_called_a_wrong_one(bool hasMac)
    {
        byte[] file = new Pkcs12Files { Mac = hasMac ? HashAlgorithmName.SHA256 : null }.Make(_one);
        using SecureString none = SecureText.Of(string.Empty);
        Assert.False(Pkcs12Message.Parse(file, "file.p12").OpensWith(none));
        Assert.Equal(ErrorId.ImportPasswordRequired, Refused(file, string.Empty).ErrorId);
        Assert.Equal(ErrorId.ImportPasswordWrong, Refused(file, "wrong").ErrorId);
    }

    [Fact]
    public void What_was_changed_is_damaged_and_not_a_wrong_password()
    {
        byte[] file = new Pkcs12Files().Make(_one);
        byte[] otherMac = [.. file];
        otherMac[^20] ^= 1;
        Assert.Equal(ErrorId.CertificateFileDamaged, Refused(otherMac, "pw").ErrorId);
        Assert.Equal(ErrorId.CertificateFileDamaged, Refused(file[..^1], "pw").ErrorId);
        Assert.Equal(ErrorId.CertificateFileDamaged, Refused(file[..(file.Length / 2)], "pw").ErrorId);
    }

    [Fact]
    public void What_cannot_be_used_here_is_named_before_a_password_is_asked_for()
    {
        byte[] file = new Pkcs12Files().Make(_one);
        AssertUnsupported("SHA3-256", Pkcs12Files.WithMac(file, 8));
        AssertUnsupported("2.16.840.1.101.3.4.2.77", Pkcs12Files.WithMac(file, 77));
        AssertUnsupported("2147483647 iterations", Pkcs12Files.WithIterations(file, [0x7F, 0xFF, 0xFF, 0xFF]));

        // AES-128 in the mode of GCM, which PKCS#12 does not have.
        AssertUnsupported("2.16.840.1.101.3.4.1.46", Replace(file, [0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x01, 0x2A], 0x2E));
    }

    [Fact]
    public void Keys_that_name_no_certificate_are_found_by_the_public_key()
    {
        using ECDsa lone = TestAuthority.NewKey();
        using var rsa = RSA.Create(2048);
        byte[] rsaCertificate = OddCertificates.WithKey(_one, rsa.ExportSubjectPublicKeyInfo());
        Pkcs12Contents contents = Open(
            new Pkcs12Files { IsLinked = false }.Make(
                (null, lone), (_other.RawData, null), (rsaCertificate, null), (null, rsa), (null, _other.GetECDsaPrivateKey())),
            "pw");
        Assert.Equal([_other.RawData, rsaCertificate], contents.Certificates.Select(certificate => certificate.Encoded));
        Assert.All(contents.Certificates, certificate => Assert.NotNull(certificate.Key));
        Assert.NotSame(contents.Certificates[0].Key, contents.Certificates[1].Key);
        Assert.Equal(["ECDSA P-256"], contents.LoneKeys);
    }

    [Theory]
    [InlineData("pw")]
    [InlineData("")]
    [InlineData(null)]
    public void A_part_of_a_file_has_one_key_and_the_platform_opens_it(string? password)
    {
        using SecureString secure = SecureText.Of(password ?? string.Empty);
        var message = Pkcs12Message.Parse(
            new Pkcs12Files { Password = password }.Make(_one, _other, _authority.Certificate), "file.p12");
        Pkcs12Certificate wanted = message.Open(secure).Certificates[1];

        X509Certificate2Collection opened = X509CertificateLoader.LoadPkcs12Collection(message.Only(wanted, secure), password);

        using X509Certificate2 certificate = Assert.Single(opened);
        Assert.Equal(_other.RawData, certificate.RawData);
        using ECDsa? key = certificate.GetECDsaPrivateKey();
        using ECDsa? publicKey = _other.GetECDsaPublicKey();
        byte[] data = [1];
        Assert.True(publicKey!.VerifyData(data, key!.SignData(data, HashAlgorithmName.SHA256), HashAlgorithmName.SHA256));
    }

    private void AssertBoth(Pkcs12Files files)
    {
        Pkcs12Contents contents = Open(files.Make(_one, _other), files.Password ?? string.Empty);
        Assert.Equal([_one.RawData, _other.RawData], contents.Certificates.Select(certificate => certificate.Encoded));
        Assert.All(contents.Certificates, certificate => Assert.NotNull(certificate.Key));
        Assert.Empty(contents.LoneKeys);
    }

    private static void AssertUnsupported(string name, byte[] file)
    {
        NaccsException error = Assert.Throws<NaccsException>(() => Pkcs12Message.Parse(file, "file.p12"));
        Assert.Equal(ErrorId.ImportEncryptionUnsupported, error.ErrorId);
        Assert.Contains(name, error.Message, StringComparison.Ordinal);
    }

    private static byte[] Replace(byte[] file, byte[] identifier, byte last)
    {
        byte[] changed = [.. file];
        changed[changed.AsSpan().IndexOf(identifier) + identifier.Length - 1] = last;
        return changed;
    }

    private static NaccsException Refused(byte[] file, string password) =>
        Assert.Throws<NaccsException>(() => Open(file, password));

    private static Pkcs12Contents Open(byte[] file, string password)
    {
        using SecureString secure = SecureText.Of(password);
        return Pkcs12Message.Parse(file, "file.p12").Open(secure);
    }
}

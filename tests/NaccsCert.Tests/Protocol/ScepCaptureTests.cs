using System;
using System.IO;
using System.Security.Cryptography;
using NaccsCert.Compat;
using NaccsCert.Messages;
using NaccsCert.Messages.Scep;
using Xunit;

namespace NaccsCert.Tests.Protocol;

/// <summary>What a server that nobody here wrote has answered, octet for octet: Debian's scepserver.</summary>
public sealed class ScepCaptureTests
{
    [Fact]
    public void Its_capabilities_and_its_CA_are_read()
    {
        var capabilities = CACapabilities.Parse(Captured("capabilities"));

        Assert.True(capabilities is { Post: true, Renewal: true, Aes: true, Sha256: true, Sha512: false });
        Assert.True(CertificateSignature.IsSelfSigned(Assert.Single(CACertReply.Parse(Captured("authority")))));
    }

    [Fact]
    public void Its_answer_is_believed_by_its_CA_alone_and_read_by_the_key_alone_that_asked()
    {
        byte[] authority = Captured("authority");
        var message = SignedMessage.Parse(Captured("granted"));
        Assert.Equal((ScepMessageType.CertRep, 0), (message.Type, message.Number(ScepAttributes.PkiStatus)));
        Assert.Equal("SHA-1", ScepAlgorithms.NameOf(message.Digest));

        using var key = RSA.Create();
        Pkcs8.Import(key, Captured("key"));
        Assert.Equal("DES", ScepAlgorithms.NameOf(Assert.Throws<WeakAlgorithmException>(() => Open(message, key, allowsLegacy: false)).Algorithm));
        byte[] issued = Assert.Single(CertsOnlyMessage.Parse(Open(message, key, allowsLegacy: true)));
        Assert.Equal(PublicKeyEncoding.FromRsa(key.ExportParameters(false)), CertificateParts.Parse(issued).PublicKeyInfo);

        Assert.Null(message.FindSigner([issued]));
        Assert.Equal(authority, message.FindSigner([issued, authority]));
        using var other = RSA.Create(2048);
        Assert.Throws<MessageFormatException>(() => Open(message, other, allowsLegacy: true));
    }

    [Fact]
    public void Its_refusal_has_no_content_and_is_signed_all_the_same()
    {
        var message = SignedMessage.Parse(Captured("rejected"));

        Assert.Empty(message.Content);
        Assert.Equal((2, 2), (message.Number(ScepAttributes.PkiStatus), message.Number(ScepAttributes.FailInfo)));
        Assert.NotNull(message.FindSigner([Captured("authority")]));
    }

    [Theory]
    [InlineData("granted")]
    [InlineData("rejected")]
    public void A_changed_answer_is_unreadable_unsigned_or_says_the_same(string name)
    {
        byte[] content = Captured(name);
        string told = Told(SignedMessage.Parse(content));
        byte[][] authorities = [Captured("authority")];
        int refused = 0;
        for (int position = 0; position < content.Length; position += 7)
        {
            byte[] changed = [.. content];
            changed[position] ^= 0x41;
            string? now = BelievedOf(changed, authorities);
            refused += now is null ? 1 : 0;
            Assert.True(now is null || now == told, position.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        Assert.NotEqual(0, refused);
    }

    // Null where nothing of it is believed.
    private static string? BelievedOf(byte[] content, byte[][] authorities)
    {
        try
        {
            var message = SignedMessage.Parse(content);
            return message.FindSigner(authorities) is null ? null : Told(message);
        }
        catch (MessageFormatException)
        {
            return null;
        }
    }

    private static string Told(SignedMessage message) => string.Join(
        "\n",
        message.Type,
        message.TransactionId,
        message.Number(ScepAttributes.PkiStatus),
        Fingerprint.Sha256(message.Nonce(ScepAttributes.RecipientNonce) ?? []),
        Fingerprint.Sha256(message.Content));

    private static byte[] Open(SignedMessage message, RSA key, bool allowsLegacy) =>
        EnvelopedMessage.Open(message.Content, data => key.Decrypt(data, RSAEncryptionPadding.Pkcs1), allowsLegacy);

    private static byte[] Captured(string name) => Convert.FromBase64String(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "captures", $"scepserver-{name}.b64")));
}

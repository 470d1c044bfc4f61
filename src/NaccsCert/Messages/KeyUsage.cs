using NaccsCert.Messages.Ber;

namespace NaccsCert.Messages;

/// <summary>The key usage extension (RFC 5280, section 4.2.1.3), by the positions of its bits.</summary>
internal static class KeyUsage
{
    public const int DigitalSignature = 0;
    public const int KeyEncipherment = 2;
    public const int KeyAgreement = 4;
    public const int KeyCertSign = 5;
    public const int CrlSign = 6;

    /// <summary>The bits of a certificate; null where its usage is not limited.</summary>
    /// <exception cref="System.FormatException">The extension cannot be read.</exception>
    public static BerValue? Of(CertificateParts certificate) =>
        certificate.Extension(ExtensionIds.KeyUsage)?.As(BerTag.BitString);

    /// <summary>Whether the key of a certificate may be used so: also where its usage is not limited.</summary>
    /// <exception cref="System.FormatException">The extension cannot be read.</exception>
    public static bool Allows(CertificateParts certificate, int bit) => Of(certificate)?.Bit(bit) != false;
}

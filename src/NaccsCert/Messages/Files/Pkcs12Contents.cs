using System;
using System.Collections.Generic;
using System.Linq;
using NaccsCert.Messages.Ber;
using NaccsCert.Messages.Signatures;

namespace NaccsCert.Messages.Files;

/// <summary>What is in an opened PKCS#12 file.</summary>
/// <param name="Certificates">Its certificates in their order, each with its key.</param>
/// <param name="LoneKeys">The kinds of the keys for which it has no certificate.</param>
/// <param name="KeyCount">How many keys it has.</param>
internal sealed record Pkcs12Contents(
    IReadOnlyList<Pkcs12Certificate> Certificates, IReadOnlyList<string> LoneKeys, int KeyCount)
{
    private const string X509Certificate = "1.2.840.113549.1.9.22.1";

    /// <summary>Sorts the bags of a file: certificates to their keys, by what joins them or else by the public key.</summary>
    /// <param name="bags">The bags.</param>
    /// <param name="password">The password of the file.</param>
    /// <param name="work">Counts the iterations.</param>
    /// <exception cref="FormatException">A bag is damaged.</exception>
    /// <exception cref="NotSupportedException">A key is encrypted in a way that cannot be used here; the message names it.</exception>
    public static Pkcs12Contents Of(IReadOnlyList<Pkcs12Bag> bags, Pkcs12Password password, Pkcs12Work work)
    {
        List<Pkcs12Key> keys =
        [
            .. bags.Where(bag => bag.Kind is Pkcs12Bag.Key or Pkcs12Bag.ShroudedKey).Select(bag => Pkcs12Key.Read(bag, work)),
        ];
        List<Pkcs12Certificate> certificates =
        [
            .. bags.Where(bag => bag.Kind == Pkcs12Bag.Certificate).Select(bag => ReadCertificate(bag, keys)).OfType<Pkcs12Certificate>(),
        ];
        var lone = new List<string>();
        foreach (Pkcs12Key key in keys.Where(key => certificates.TrueForAll(certificate => certificate.Key != key)))
        {
            (string name, byte[]? publicKey) = key.Look(password);
            int index = publicKey is null
                ? -1
                : certificates.FindIndex(certificate => certificate.Key is null && HasKey(certificate.Encoded, publicKey));
            if (index >= 0)
            {
                certificates[index] = certificates[index] with { Key = key };
            }
            else
            {
                lone.Add(name);
            }
        }

        return new Pkcs12Contents(certificates, lone, keys.Count);
    }

    private static bool HasKey(byte[] certificate, byte[] publicKey) =>
        PublicKeyParts.AreSame(CertificateParts.Parse(certificate).PublicKeyInfo, publicKey);

    // Null for certificates of other kinds, which nobody has.
    private static Pkcs12Certificate? ReadCertificate(Pkcs12Bag bag, List<Pkcs12Key> keys)
    {
        List<BerValue> parts = bag.Value.As(BerTag.Sequence).Members();
        if (parts.Count != 2 || parts[0].ObjectIdentifier() != X509Certificate)
        {
            return null;
        }

        byte[] encoded = parts[1].As(BerTag.Explicit(0)).Inner().Octets();
        return new Pkcs12Certificate(
            CertificateParts.Parse(encoded).Encoded,
            bag,
            bag.LocalKeyId is null ? null : keys.Find(key => key.Bag.LocalKeyId == bag.LocalKeyId));
    }
}

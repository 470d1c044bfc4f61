using System;
using System.Collections.Generic;
using System.Linq;
using NaccsCert.Messages;
using NaccsCert.Messages.Signatures;
using NaccsCert.Services;
using NaccsCert.Validation;
using NaccsCert.Validation.Paths;

namespace NaccsCert.Transport.Scep;

/// <summary>
/// Whom messages may be encrypted to, and whose answers count: the CA whose chain ends in a root that the definition pins for client
/// certificates, and its RA. Every client of the CA has a certificate of the same chain; so a certificate that is none of a CA is
/// that of an RA only if it says so (RFC 6402, section 2.10, or as Windows does), or is pinned itself.
/// </summary>
/// <param name="anchors">The pins for client certificates.</param>
/// <param name="host">The host, for errors.</param>
internal sealed class ScepAuthorities(IReadOnlyList<TrustAnchor> anchors, string host)
{
    private const string RegistrationAuthority = "1.3.6.1.5.5.7.3.28";
    private const string CertificateRequestAgent = "1.3.6.1.4.1.311.20.2.1";

    /// <summary>The certificates that came, and the pinned roots that the definition has as a whole.</summary>
    /// <param name="certificates">The DER certificates that came.</param>
    public IReadOnlyList<byte[]> WithRoots(IReadOnlyList<byte[]> certificates) =>
    [
        .. certificates,
        .. anchors.Select(anchor => anchor.Certificate).OfType<byte[]>()
            .Where(root => !certificates.Any(certificate => certificate.SequenceEqual(root))),
    ];

    /// <summary>Those of CA and RA that can be trusted.</summary>
    /// <param name="certificates">The DER certificates that came, with the roots.</param>
    /// <param name="now">The moment for which their chains must be valid.</param>
    /// <returns>The DER certificates, at least one.</returns>
    /// <exception cref="NaccsException"><see cref="ErrorId.AuthorityNotTrusted"/>.</exception>
    public IReadOnlyList<byte[]> Require(IReadOnlyList<byte[]> certificates, DateTimeOffset now)
    {
        byte[][] trusted = [.. certificates.Where(certificate => IsTrusted(certificate, certificates, now))];
        return trusted.Length > 0 ? trusted : throw new NaccsException(ErrorId.AuthorityNotTrusted, host);
    }

    /// <summary>The one that messages are encrypted to: the RA where there is one, else the CA that issues.</summary>
    /// <param name="trusted">What <see cref="Require"/> gave.</param>
    /// <returns>The DER certificate, of an RSA key.</returns>
    /// <exception cref="NaccsException"><see cref="ErrorId.AuthorityNotTrusted"/>.</exception>
    public byte[] RecipientOf(IReadOnlyList<byte[]> trusted)
    {
        CertificateParts[] candidates = [.. ChainValidator.Parse(trusted).Where(HasRsaKey)];
        CertificateParts? recipient = candidates
            .FirstOrDefault(parts => !IsAuthority(parts) && MayEncipher(parts))
            ?? Lowest([.. candidates.Where(IsAuthority)]);
        return recipient?.Encoded ?? throw new NaccsException(ErrorId.AuthorityNotTrusted, host);
    }

    /// <summary>The CA that issues.</summary>
    /// <param name="trusted">What <see cref="Require"/> gave.</param>
    /// <returns>The DER certificate; the first where none is one of a CA.</returns>
    public static byte[] IssuerOf(IReadOnlyList<byte[]> trusted) =>
        Lowest([.. ChainValidator.Parse(trusted).Where(IsAuthority)])?.Encoded ?? trusted[0];

    private static CertificateParts? Lowest(CertificateParts[] authorities) =>
        authorities.FirstOrDefault(authority => !authorities.Any(below => below != authority && IsIssuedBy(below, authority)))
        ?? authorities.FirstOrDefault();

    private static bool IsIssuedBy(CertificateParts below, CertificateParts authority) =>
        !below.IsSelfIssued && DistinguishedNames.AreEqual(below.Issuer, authority.Subject);

    private bool IsTrusted(byte[] certificate, IReadOnlyList<byte[]> all, DateTimeOffset now) =>
        IsPinned(certificate) || (MayServe(certificate) && Chains(certificate, all, now));

    private bool Chains(byte[] certificate, IReadOnlyList<byte[]> all, DateTimeOffset now) => ChainValidator.Validate(
        certificate,
        all.Where(other => !other.SequenceEqual(certificate)),
        all.Where(IsPinned),
        new PathRules(null, now) { AllowsAuthorityFirst = true }).Failure is null;

    private bool IsPinned(byte[] certificate)
    {
        string sha256 = Fingerprint.Sha256(certificate);
        return anchors.Any(anchor => anchor.Sha256 == sha256);
    }

    private static bool MayServe(byte[] certificate) => ChainValidator.Parse([certificate]).Any(parts => IsAuthority(parts) || IsRegistrationAuthority(parts));

    private static bool IsAuthority(CertificateParts parts) => AuthorityChain.IsAuthority(parts.Encoded);

    private static bool IsRegistrationAuthority(CertificateParts parts) => Reads(
        () => ExtendedUsage.Names(parts, RegistrationAuthority) || ExtendedUsage.Names(parts, CertificateRequestAgent));

    private static bool MayEncipher(CertificateParts parts) => Reads(() => KeyUsage.Allows(parts, KeyUsage.KeyEncipherment));

    private static bool HasRsaKey(CertificateParts parts) => Reads(() => PublicKeyParts.Read(parts.PublicKeyInfo).Rsa is not null);

    // What cannot be read allows nothing.
    private static bool Reads(Func<bool> read)
    {
        try
        {
            return read();
        }
        catch (FormatException)
        {
            return false;
        }
    }
}

using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography.X509Certificates;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Messages;
using NaccsCert.Services;
using NaccsCert.Validation;
using NaccsCert.Validation.Origin;
using NaccsCert.Validation.Roots;

namespace NaccsCert.Enrollment;

/// <summary>Holds a certificate that comes with a file to what the wire is held to: chain, purpose, and a root that says where it is from.</summary>
/// <param name="services">What the import works with.</param>
/// <param name="definition">The service.</param>
/// <param name="options">The user's choices.</param>
internal sealed class ImportedOrigin(EnrollmentServices services, ServiceDefinition definition, EnrollmentOptions options)
{
    /// <summary>Requires that the certificate comes from the service, before anything is stored.</summary>
    /// <param name="certificate">The certificate.</param>
    /// <param name="chain">The other certificates of the file.</param>
    /// <param name="cancellationToken">Ends the asking about a root.</param>
    /// <returns>What became of the root of the file; null when it has none, or it was left out.</returns>
    /// <exception cref="NaccsException"><see cref="ErrorId.CertificateUnverified"/>.</exception>
    public async Task<RootCAStatus?> RequireAsync(
        X509Certificate2 certificate, IReadOnlyCollection<X509Certificate2> chain, CancellationToken cancellationToken)
    {
        using var origins = new OriginVerifier(definition, services.Histories, services.Stores, services.Clock.UtcNow);
        CertificateOrigin origin = origins.Verify(certificate, chain);
        byte[]? root = RootIn(chain, certificate);
        RootInstaller installer = RootInstaller.ForUser(services.Stores, [], services.CanAskUser);
        var trust = new RootTrust(installer, definition, services.RootConsent);
        if (origin.IsVerified || options.Force)
        {
            return root is null ? null : await trust.ApplyAsync(root, options.RootCA, cancellationToken).ConfigureAwait(false);
        }

        // Only a person who compares the SHA-256 can say that an unknown root is the service's.
        if (root is null || definition.PinsClientRoots || await trust.AskAsync(root, cancellationToken).ConfigureAwait(false) != true)
        {
            throw new NaccsException(ErrorId.CertificateUnverified, certificate.Thumbprint, origin.Failure ?? "-");
        }

        return installer.IsTrusted(root) ? RootCAStatus.AlreadyTrusted : installer.TryInstall(root);
    }

    /// <summary>Puts the intermediates of the certificate's chain, and no others, where the platform looks for them.</summary>
    public void AddIntermediates(X509Certificate2 certificate, IReadOnlyCollection<X509Certificate2> chain)
    {
        var left = new List<X509Certificate2>(chain.Where(other => !ChainValidator.SelfIssued(other)));
        for (X509Certificate2? issuer = IssuerOf(certificate, left); issuer is not null; issuer = IssuerOf(issuer, left))
        {
            services.Stores("CA").Add(issuer);
            left.Remove(issuer);
        }
    }

    private static X509Certificate2? IssuerOf(X509Certificate2 certificate, List<X509Certificate2> candidates) =>
        candidates.Find(candidate => CertificateSignature.IsSignedBy(certificate.RawData, candidate.RawData));

    private byte[]? RootIn(IReadOnlyCollection<X509Certificate2> chain, X509Certificate2 certificate)
    {
        ChainResult result = ChainValidator.Validate(
            certificate,
            chain,
            chain.Where(ChainValidator.SelfIssued),
            ChainValidator.ClientAuthentication,
            ValidityMoment.Within(certificate, services.Clock.UtcNow));
        return chain.FirstOrDefault(other => Fingerprint.Sha256(other.RawData) == result.Root)?.RawData;
    }
}

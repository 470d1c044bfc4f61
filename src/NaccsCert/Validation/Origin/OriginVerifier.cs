using System;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using NaccsCert.Messages;
using NaccsCert.Services;
using NaccsCert.Stores;

namespace NaccsCert.Validation.Origin;

/// <summary>
/// Tells whether a certificate comes from the service: by the record that this module enrolled it, or by its chain. Stores are
/// read only when a chain is needed.
/// </summary>
internal sealed class OriginVerifier : IDisposable
{
    private readonly ServiceDefinition _definition;
    private readonly EnrollmentHistory _history;
    private readonly Lazy<IReadOnlyCollection<string>> _rootsOfOthers;
    private readonly DateTimeOffset _now;
    private readonly Lazy<DisposableList<X509Certificate2>> _trusted;
    private readonly Lazy<HashSet<string>> _trustedSha256;
    private readonly Lazy<DisposableList<X509Certificate2>> _authorities;
    private readonly Lazy<X509Certificate2[]> _roots;

    /// <summary>Sets the verifier up.</summary>
    /// <param name="definition">The service.</param>
    /// <param name="histories">What this user's enrollments have proven.</param>
    /// <param name="stores">Opens a store of the user by name; on Windows it shows the computer's certificates too.</param>
    /// <param name="now">The present moment.</param>
    public OriginVerifier(
        ServiceDefinition definition, EnrollmentHistoryFile histories, Func<string, ICertificateStore> stores, DateTimeOffset now)
    {
        (_definition, _history, _now) = (definition, histories.Read(definition.Name), now);
        _rootsOfOthers = new Lazy<IReadOnlyCollection<string>>(() => histories.RootsOfOthers(definition.Name));
        _trusted = new Lazy<DisposableList<X509Certificate2>>(() => stores("Root").Read());
        _trustedSha256 = new Lazy<HashSet<string>>(() => [.. _trusted.Value.Select(root => Fingerprint.Sha256(root.RawData))]);
        _authorities = new Lazy<DisposableList<X509Certificate2>>(() => new DisposableList<X509Certificate2>(
        [
            .. stores("CA").Read(),
            .. _history.Authorities.Select(Certificates.Load),
            .. definition.ClientRoots.Select(Certificates.Load),
        ]));
        _roots = new Lazy<X509Certificate2[]>(() =>
        [
            .. _authorities.Value.Concat(_trusted.Value)
                .Where(ChainValidator.SelfIssued)
                .Where(root => EvidenceOf(Fingerprint.Sha256(root.RawData)) != OriginEvidence.None),
        ]);
    }

    /// <summary>What this user's enrollments at the service have proven.</summary>
    public EnrollmentHistory History => _history;

    /// <summary>Looks for evidence.</summary>
    /// <param name="certificate">The certificate.</param>
    /// <param name="intermediates">Certificates that may help to build the path, besides those of the stores.</param>
    /// <exception cref="NaccsException"><see cref="ErrorId.StoreUnavailable"/>.</exception>
    /// <exception cref="CryptographicException">The platform cannot read the certificate.</exception>
    public CertificateOrigin Verify(X509Certificate2 certificate, IEnumerable<X509Certificate2>? intermediates = null)
    {
        if (_history.Holds(Fingerprint.Sha256(certificate.RawData)))
        {
            return new CertificateOrigin(OriginEvidence.Enrolled, null, null);
        }

        ChainResult chain = ChainValidator.Validate(
            certificate, [.. intermediates ?? [], .. _authorities.Value, .. _trusted.Value], _roots.Value, ChainValidator.ClientAuthentication, ValidityMoment.Within(certificate, _now));
        return new CertificateOrigin(chain.Root is { } root ? EvidenceOf(root) : OriginEvidence.None, chain.Root, chain.Failure);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_trusted.IsValueCreated)
        {
            _trusted.Value.Dispose();
        }

        if (_authorities.IsValueCreated)
        {
            _authorities.Value.Dispose();
        }
    }

    private OriginEvidence EvidenceOf(string rootSha256)
    {
        if (_definition.PinsClientRoot(rootSha256))
        {
            return OriginEvidence.PinnedRoot;
        }

        if (_history.HasRoot(rootSha256))
        {
            return OriginEvidence.EnrolledRoot;
        }

        // A root that a rehearsal brought is trusted too, and yet says nothing about this service.
        return !_definition.PinsClientRoots
            && _trustedSha256.Value.Contains(rootSha256)
            && !_rootsOfOthers.Value.Contains(rootSha256)
            ? OriginEvidence.TrustedRoot
            : OriginEvidence.None;
    }
}

using System;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography.X509Certificates;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Compat;
using NaccsCert.Keys;
using NaccsCert.Resources;
using NaccsCert.Services;
using NaccsCert.Stores;
using NaccsCert.Time;
using NaccsCert.Validation;
using NaccsCert.Validation.Installed;

namespace NaccsCert.Enrollment;

/// <summary>Imports what the browser procedure yields: a PKCS#12 file with certificate, key and chain (RFC 7292).</summary>
/// <param name="services">What the import works with.</param>
/// <param name="definition">The service.</param>
/// <param name="options">The user's choices.</param>
internal sealed class Pkcs12Import(EnrollmentServices services, ServiceDefinition definition, EnrollmentOptions options)
{
    /// <summary>
    /// Puts certificate and key into the user's store, tests that the key signs, and puts the chain where it belongs. Where that
    /// fails, neither certificate nor key stays behind; one that is installed already and signs is left alone.
    /// </summary>
    /// <param name="selection">The file.</param>
    /// <param name="candidate">The certificate.</param>
    /// <param name="cancellationToken">Ends the asking about a root.</param>
    /// <returns>The result.</returns>
    /// <exception cref="NaccsException">
    /// <see cref="ErrorId.CertificateUnverified"/>, <see cref="ErrorId.ImportEncryptionUnsupported"/>,
    /// <see cref="ErrorId.CertificateInstallFailed"/>, <see cref="ErrorId.StoreUnavailable"/> or
    /// <see cref="ErrorId.KeyRemovalFailed"/>.
    /// </exception>
    public async Task<EnrollmentResult> InstallAsync(
        Pkcs12Selection selection, Pkcs12Candidate candidate, CancellationToken cancellationToken)
    {
        services.RequireAccount();
        X509Certificate2 certificate = candidate.Certificate;
        IReadOnlyList<X509Certificate2> chain = selection.Chain;
        var origin = new ImportedOrigin(services, definition, options);
        RootCAStatus? root = await origin.RequireAsync(certificate, chain, cancellationToken).ConfigureAwait(false);
        IUserCertificateStore store = services.Stores(options.StoreName);
        KeyState? before = StateOf(certificate, store);
        if (before != KeyState.Signs)
        {
            // The platform keeps every key that it sees: it sees this one only.
            byte[] content = selection.HasSeveralKeys
                ? selection.Message.Only(candidate.Source, selection.Password)
                : selection.Message.Encoded;
            using var kept = Pkcs12File.OpenAndKeepKeys(content, selection.Message.Path, selection.Password, options.Exportable);
            Add(kept, certificate.Thumbprint, store, options.FriendlyName, isNew: before is null);
        }

        origin.AddIntermediates(certificate, chain);
        return Result(certificate, changed: before != KeyState.Signs, root, IsArchived(certificate, store));
    }

    private static void Add(Pkcs12File file, string thumbprint, IUserCertificateStore store, string friendlyName, bool isNew)
    {
        X509Certificate2 certificate = file.Certificates
            .FirstOrDefault(candidate => candidate.HasPrivateKey && candidate.Thumbprint == thumbprint)
            ?? throw new NaccsException(ErrorId.CertificateInstallFailed, thumbprint, KeyState.Missing);
        bool verified = false;
        try
        {
            FriendlyNames.Set(certificate, friendlyName);
            store.Add(certificate);
            Verify(store, certificate);
            verified = true;
        }
        finally
        {
            file.DestroyKeys(except: verified ? certificate : null);
            if (!verified && isNew)
            {
                store.Remove(certificate);
            }
        }
    }

    private static void Verify(IUserCertificateStore store, X509Certificate2 certificate)
    {
        KeyState key = StateOf(certificate, store) ?? KeyState.Missing;
        if (key != KeyState.Signs)
        {
            throw new NaccsException(ErrorId.CertificateInstallFailed, certificate.Thumbprint, key);
        }
    }

    // Null where the certificate is not in the store.
    private static KeyState? StateOf(X509Certificate2 certificate, IUserCertificateStore store)
    {
        using DisposableList<X509Certificate2> stored = store.ReadAll();
        X509Certificate2? installed = stored.FirstOrDefault(other => other.Thumbprint == certificate.Thumbprint);
        return installed is null ? null : KeyTest.Run(installed);
    }

    // One that is there already, and was archived, stays so: the same file may be imported at every logon.
    private static bool IsArchived(X509Certificate2 certificate, IUserCertificateStore store)
    {
        using DisposableList<X509Certificate2> stored = store.ReadAll();
        return stored.Any(other => other.Thumbprint == certificate.Thumbprint && store.IsArchived(other));
    }

    private EnrollmentResult Result(X509Certificate2 certificate, bool changed, RootCAStatus? root, bool isArchived)
    {
        DateTimeOffset notBefore = certificate.NotBefore.ToUniversalTime();
        DateTimeOffset notAfter = certificate.NotAfter.ToUniversalTime();
        bool isAhead = notBefore - services.Clock.UtcNow > ClockSkew.Tolerated;
        string reason = isAhead
            ? Strings.Format(StringId.NotYetValid, LocalTime.Text(notBefore))
            : Strings.Format(StringId.Imported, LocalTime.Text(notAfter));
        return new EnrollmentResult
        {
            Status = isAhead ? EnrollmentStatus.NotYetValid : EnrollmentStatus.Imported,
            Operation = EnrollmentOperation.Import,
            Service = definition.Name,
            Terminal = new TerminalName(definition.TerminalAttribute, [certificate]).Of(certificate),
            Reason = isArchived ? Strings.Join(reason, Strings.Format(StringId.CertificateArchived)) : reason,
            Changed = changed,
            Thumbprint = certificate.Thumbprint,
            NotBefore = notBefore,
            NotAfter = notAfter,
            RenewalOpens = definition.RenewalOpens(notAfter),
            NextAttempt = isAhead ? notBefore : definition.RenewalOpens(notAfter),
            RootCA = root,
        };
    }
}

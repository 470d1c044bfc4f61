using System;
using System.Collections.Generic;
using System.Linq;
using System.Security;
using System.Security.Cryptography;
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
    /// <summary>Whether a file is a PKCS#12 file.</summary>
    /// <param name="content">The file's content.</param>
    /// <returns>True when it is one, whatever its password.</returns>
    public static bool IsPkcs12(byte[] content)
    {
        try
        {
            return content.Length > 0 && X509Certificate2.GetCertContentType(content) == X509ContentType.Pfx;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    /// <summary>
    /// Puts certificate and key into the user's store, tests that the key signs, and puts the chain where it belongs. Where that
    /// fails, neither certificate nor key stays behind; one that is installed already and signs is left alone.
    /// </summary>
    /// <param name="content">The file's content.</param>
    /// <param name="path">The file's path, for errors.</param>
    /// <param name="password">Its password.</param>
    /// <param name="cancellationToken">Ends the asking about a root.</param>
    /// <returns>The result.</returns>
    /// <exception cref="NaccsException">
    /// <see cref="ErrorId.ImportPasswordWrong"/>, <see cref="ErrorId.ImportKeyMissing"/>,
    /// <see cref="ErrorId.ImportForeignCertificate"/>, <see cref="ErrorId.CertificateExpired"/>,
    /// <see cref="ErrorId.CertificateUnverified"/>, <see cref="ErrorId.CertificateFileUnreadable"/>,
    /// <see cref="ErrorId.CertificateInstallFailed"/>, <see cref="ErrorId.StoreUnavailable"/> or
    /// <see cref="ErrorId.KeyRemovalFailed"/>.
    /// </exception>
    public async Task<EnrollmentResult> InstallAsync(
        byte[] content, string path, SecureString password, CancellationToken cancellationToken)
    {
        services.RequireAccount();
        using var file = Pkcs12File.Open(content, path, password);
        X509Certificate2 certificate = Choose(file.Certificates, path);
        X509Certificate2[] chain = [.. file.Certificates.Where(other => !ReferenceEquals(other, certificate))];
        var origin = new ImportedOrigin(services, definition, options);
        RootCAStatus? root = await origin.RequireAsync(certificate, chain, cancellationToken).ConfigureAwait(false);
        ICertificateStore store = services.Stores(options.StoreName);
        KeyState? before = StateOf(certificate, store);
        if (before != KeyState.Signs)
        {
            // Opened a second time, for only now is it known that its key shall stay.
            using var kept = Pkcs12File.OpenAndKeepKeys(content, path, password, options.Exportable);
            Add(kept, certificate.Thumbprint, store, options.FriendlyName, isNew: before is null);
        }

        origin.AddIntermediates(certificate, chain);
        return Result(certificate, changed: before != KeyState.Signs, root);
    }

    private static void Add(Pkcs12File file, string thumbprint, ICertificateStore store, string friendlyName, bool isNew)
    {
        X509Certificate2 certificate = file.Certificates.First(candidate => candidate.HasPrivateKey && candidate.Thumbprint == thumbprint);
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

    private X509Certificate2 Choose(IEnumerable<X509Certificate2> certificates, string path)
    {
        X509Certificate2[] issued =
        [
            .. certificates
                .Where(candidate => candidate.GetNameInfo(X509NameType.SimpleName, forIssuer: true) == definition.Issuer)
                .Where(candidate => !ChainValidator.SelfIssued(candidate))
                .OrderByDescending(candidate => candidate.NotAfter),
        ];
        if (issued.Length == 0)
        {
            throw new NaccsException(ErrorId.ImportForeignCertificate, path, definition.Issuer);
        }

        X509Certificate2 certificate = issued.FirstOrDefault(candidate => candidate.HasPrivateKey)
            ?? throw new NaccsException(ErrorId.ImportKeyMissing, path);
        return services.Clock.UtcNow <= certificate.NotAfter
            ? certificate
            : throw new NaccsException(ErrorId.CertificateExpired, certificate.Thumbprint, LocalTime.Text(certificate.NotAfter));
    }

    private static void Verify(ICertificateStore store, X509Certificate2 certificate)
    {
        KeyState key = StateOf(certificate, store) ?? KeyState.Missing;
        if (key != KeyState.Signs)
        {
            throw new NaccsException(ErrorId.CertificateInstallFailed, certificate.Thumbprint, key);
        }
    }

    // Null where the certificate is not in the store.
    private static KeyState? StateOf(X509Certificate2 certificate, ICertificateStore store)
    {
        using DisposableList<X509Certificate2> stored = store.Read();
        X509Certificate2? installed = stored.FirstOrDefault(other => other.Thumbprint == certificate.Thumbprint);
        return installed is null ? null : KeyTest.Run(installed);
    }

    private EnrollmentResult Result(X509Certificate2 certificate, bool changed, RootCAStatus? root)
    {
        DateTimeOffset notBefore = certificate.NotBefore.ToUniversalTime();
        DateTimeOffset notAfter = certificate.NotAfter.ToUniversalTime();
        bool isAhead = notBefore - services.Clock.UtcNow > ClockSkew.Tolerated;
        return new EnrollmentResult
        {
            Status = isAhead ? EnrollmentStatus.NotYetValid : EnrollmentStatus.Imported,
            Operation = EnrollmentOperation.Import,
            Service = definition.Name,
            Terminal = new TerminalName(definition.TerminalAttribute, [certificate]).Of(certificate),
            Reason = isAhead
                ? Strings.Format(StringId.NotYetValid, LocalTime.Text(notBefore))
                : Strings.Format(StringId.Imported, LocalTime.Text(notAfter)),
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

using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using NaccsCert.Keys;
using NaccsCert.Reasons;
using NaccsCert.Roots;
using NaccsCert.Services;
using NaccsCert.Shims;
using NaccsCert.Stores;
using NaccsCert.Time;
using NaccsCert.Trust;

namespace NaccsCert.Enrollment;

/// <summary>Takes in what the browser procedure yields: a PKCS#12 file with certificate, key and chain (RFC 7292).</summary>
public static class Pkcs12Import
{
    /// <summary>ERROR_INVALID_PASSWORD, which every platform reports alike.</summary>
    private const int InvalidPassword = unchecked((int)0x80070056);

    /// <summary>Whether a file is a PKCS#12 file.</summary>
    /// <param name="content">The file's content.</param>
    /// <returns>True when it is one, whatever its password.</returns>
    public static bool IsPkcs12(byte[] content)
    {
        try
        {
            return X509Certificate2.GetCertContentType(content) == X509ContentType.Pfx;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    /// <summary>Puts certificate and key into the user's store, the chain where it belongs, and proves that the key signs.</summary>
    /// <param name="environment">The outside.</param>
    /// <param name="definition">The service.</param>
    /// <param name="content">The file's content.</param>
    /// <param name="path">The file's path, for errors.</param>
    /// <param name="password">Its password.</param>
    /// <param name="options">The user's choices.</param>
    /// <returns>The result.</returns>
    /// <exception cref="NaccsException">
    /// <see cref="ErrorId.ImportPasswordWrong"/>, <see cref="ErrorId.ImportKeyMissing"/>,
    /// <see cref="ErrorId.ImportForeignCertificate"/>, <see cref="ErrorId.CertificateExpired"/>,
    /// <see cref="ErrorId.CertificateFileUnreadable"/> or <see cref="ErrorId.CertificateInstallFailed"/>.
    /// </exception>
    public static EnrollmentResult Install(
        EnrollmentEnvironment environment,
        ServiceDefinition definition,
        byte[] content,
        string path,
        SecureString password,
        EnrollmentOptions options)
    {
        X509Certificate2Collection certificates = Load(content, path, password, options.Exportable);
        X509Certificate2 certificate = Choose(certificates, path, definition, environment.Clock.UtcNow);
        FriendlyNames.Set(certificate, options.FriendlyName);
        ICertificateStore store = environment.Stores(options.StoreName);
        bool changed = !store.Read().Any(installed => installed.Thumbprint == certificate.Thumbprint);
        store.Add(certificate);
        X509Certificate2[] chain = [.. certificates.Cast<X509Certificate2>().Where(other => !ReferenceEquals(other, certificate))];
        foreach (X509Certificate2 intermediate in chain.Where(other => !ChainValidator.SelfIssued(other) && !other.HasPrivateKey))
        {
            environment.Stores("CA").Add(intermediate);
        }

        Prove(store, certificate);
        return Result(definition, certificate, changed, options.SkipRootCA ? null : InstallRoot(environment, definition, chain));
    }

    private static X509Certificate2Collection Load(byte[] content, string path, SecureString password, bool exportable)
    {
        // The user's container, persisted, and not exportable unless asked for: as with an enrolment.
        X509KeyStorageFlags flags = X509KeyStorageFlags.UserKeySet | X509KeyStorageFlags.PersistKeySet
            | (exportable ? X509KeyStorageFlags.Exportable : X509KeyStorageFlags.DefaultKeySet);
        var certificates = new X509Certificate2Collection();
        try
        {
            certificates.Import(content, new NetworkCredential(string.Empty, password).Password, flags);
            return certificates;
        }
        catch (CryptographicException exception)
        {
            throw new NaccsException(
                exception.HResult == InvalidPassword ? ErrorId.ImportPasswordWrong : ErrorId.CertificateFileUnreadable, path, exception);
        }
    }

    private static X509Certificate2 Choose(
        X509Certificate2Collection certificates, string path, ServiceDefinition definition, DateTimeOffset now)
    {
        X509Certificate2[] issued =
        [
            .. certificates.Cast<X509Certificate2>()
                .Where(candidate => candidate.GetNameInfo(X509NameType.SimpleName, forIssuer: true) == definition.Issuer)
                .Where(candidate => !ChainValidator.SelfIssued(candidate)),
        ];
        if (issued.Length == 0)
        {
            throw new NaccsException(ErrorId.ImportForeignCertificate, path, definition.Issuer);
        }

        X509Certificate2 certificate = issued.FirstOrDefault(candidate => candidate.HasPrivateKey)
            ?? throw new NaccsException(ErrorId.ImportKeyMissing, path);
        return now <= certificate.NotAfter
            ? certificate
            : throw new NaccsException(ErrorId.CertificateExpired, certificate.Thumbprint, LocalTime.Text(certificate.NotAfter));
    }

    private static void Prove(ICertificateStore store, X509Certificate2 certificate)
    {
        X509Certificate2? installed = store.Read().FirstOrDefault(other => other.Thumbprint == certificate.Thumbprint);
        KeyState key = installed is null ? KeyState.Missing : KeyProof.Test(installed);
        if (key != KeyState.Signs)
        {
            throw new NaccsException(ErrorId.CertificateInstallFailed, certificate.Thumbprint, key);
        }
    }

    private static RootCAStatus? InstallRoot(
        EnrollmentEnvironment environment, ServiceDefinition definition, IEnumerable<X509Certificate2> chain)
    {
        X509Certificate2? root = chain.FirstOrDefault(candidate => RootCASource.IsPinned(candidate.RawData, definition));
        return root is null ? null : new RootInstaller(environment.Stores, environment.CanAskUser).TryInstall(root.RawData);
    }

    private static EnrollmentResult Result(
        ServiceDefinition definition, X509Certificate2 certificate, bool changed, RootCAStatus? root)
    {
        DateTimeOffset notAfter = certificate.NotAfter.ToUniversalTime();
        return new EnrollmentResult
        {
            Status = EnrollmentStatus.Imported,
            Operation = EnrollmentOperation.Import,
            Service = definition.Name,
            Terminal = certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false),
            Reason = ReasonText.Of(ReasonId.Imported, LocalTime.Text(notAfter)),
            Changed = changed,
            Thumbprint = certificate.Thumbprint,
            NotBefore = certificate.NotBefore.ToUniversalTime(),
            NotAfter = notAfter,
            RenewalOpens = definition.RenewalOpens(notAfter),
            NextAttempt = definition.RenewalOpens(notAfter),
            RootCA = root,
        };
    }
}

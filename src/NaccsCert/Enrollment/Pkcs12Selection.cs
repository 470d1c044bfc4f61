using System;
using System.Collections.Generic;
using System.Linq;
using System.Security;
using System.Security.Cryptography.X509Certificates;
using NaccsCert.Messages;
using NaccsCert.Messages.Files;
using NaccsCert.Resources;
using NaccsCert.Services;
using NaccsCert.Stores;
using NaccsCert.Time;
using NaccsCert.Validation;
using NaccsCert.Validation.Installed;
using NaccsCert.Validation.Origin;

namespace NaccsCert.Enrollment;

/// <summary>What is to be imported of a PKCS#12 file: one certificate for each terminal. Everything else in it is named.</summary>
internal sealed class Pkcs12Selection : IDisposable
{
    private readonly DisposableList<X509Certificate2> _loaded;

    private Pkcs12Selection(Pkcs12Message message, SecureString password, Pkcs12Contents contents)
    {
        (Message, Password, HasSeveralKeys) = (message, password, contents.KeyCount > 1);
        List<NaccsException> problems = [];
        All = [.. contents.Certificates.Select(certificate => Load(certificate, problems)).OfType<Pkcs12Candidate>()];
        Problems = problems;
        _loaded = new DisposableList<X509Certificate2>(All.Select(candidate => candidate.Certificate));
    }

    /// <summary>The file.</summary>
    public Pkcs12Message Message { get; }

    /// <summary>Its password.</summary>
    public SecureString Password { get; }

    /// <summary>Whether it has more keys than one.</summary>
    public bool HasSeveralKeys { get; }

    /// <summary>What is to be imported.</summary>
    public IReadOnlyList<Pkcs12Candidate> Candidates { get; private set; } = [];

    /// <summary>Why certificates that should be imported cannot be.</summary>
    public IReadOnlyList<NaccsException> Problems { get; private set; }

    /// <summary>What is left out without being an error, in the language of the session.</summary>
    public IReadOnlyList<string> LeftOut { get; private set; } = [];

    /// <summary>The certificates that come without a key, among which are those of the CA.</summary>
    public IReadOnlyList<X509Certificate2> Chain => [.. All.Where(other => !other.HasKey).Select(other => other.Certificate)];

    private IReadOnlyList<Pkcs12Candidate> All { get; }

    /// <summary>Opens a file and selects.</summary>
    /// <param name="message">The file.</param>
    /// <param name="password">Its password; it is needed as long as the selection is.</param>
    /// <param name="definition">The service.</param>
    /// <param name="histories">What this user's enrollments have proven.</param>
    /// <param name="now">The present moment.</param>
    /// <exception cref="NaccsException">
    /// As for <see cref="Pkcs12Message.Open"/>, or <see cref="ErrorId.CertificateFileUnreadable"/> or
    /// <see cref="ErrorId.ImportForeignCertificate"/>.
    /// </exception>
    public static Pkcs12Selection From(
        Pkcs12Message message,
        SecureString password,
        ServiceDefinition definition,
        EnrollmentHistoryFile histories,
        DateTimeOffset now)
    {
        Pkcs12Contents contents = message.Open(password);
        if (contents.Certificates.Count == 0)
        {
            StringId found = contents.KeyCount > 0 ? StringId.FoundPrivateKey : StringId.FoundNothing;
            throw new NaccsException(ErrorId.CertificateFileUnreadable, message.Path, Strings.Format(found));
        }

        var selection = new Pkcs12Selection(message, password, contents);
        try
        {
            selection.Select(contents, definition, histories.Read(definition.Name), now);
            return selection;
        }
        catch (NaccsException)
        {
            selection.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _loaded.Dispose();

    private void Select(Pkcs12Contents contents, ServiceDefinition definition, EnrollmentHistory history, DateTimeOffset now)
    {
        Pkcs12Candidate[] issued = [.. All.Where(candidate => AuthorityChain.IsLeafOf(candidate.Certificate, definition.Issuer))];
        if (issued.Length == 0 && Problems.Count == 0)
        {
            throw new NaccsException(ErrorId.ImportForeignCertificate, Message.Path, definition.Issuer);
        }

        var identity = new TerminalIdentity(issued.Select(candidate => candidate.Certificate), history);
        Pkcs12Candidate[] best =
        [
            .. issued.GroupBy(candidate => identity.GroupOf(Fingerprint.Sha256(candidate.Source.Encoded)))
                .Select(group => group.OrderByDescending(candidate => candidate.HasUsableKey)
                    .ThenByDescending(candidate => candidate.HasKey)
                    .ThenByDescending(candidate => candidate.Certificate.NotAfter)
                    .First()),
        ];
        Pkcs12Candidate[] withKey = [.. best.Where(candidate => candidate.HasKey)];
        (Pkcs12Candidate Candidate, NaccsException? Problem)[] judged = [.. withKey.Select(candidate => (candidate, ProblemOf(candidate, now)))];
        NaccsException[] problems = withKey.Length == 0 && issued.Length > 0
            ? [new NaccsException(ErrorId.ImportKeyMissing, Message.Path)]
            : [.. judged.Select(one => one.Problem).OfType<NaccsException>()];
        Problems = [.. Problems, .. problems];
        Candidates = [.. judged.Where(one => one.Problem is null).Select(one => one.Candidate)];
        LeftOut = [.. NamesOf(issued, best), .. contents.LoneKeys.Select(kind => Strings.Format(StringId.LeftOutLoneKey, kind))];
    }

    private IEnumerable<string> NamesOf(Pkcs12Candidate[] issued, Pkcs12Candidate[] best)
    {
        byte[][] authorities = [.. Chain.Select(certificate => certificate.RawData)];
        HashSet<string> above =
        [
            .. best.SelectMany(candidate => AuthorityChain.Above(candidate.Source.Encoded, authorities)).Select(Fingerprint.Sha256),
        ];

        // The best without its key is an error where no other has one.
        bool isKeylessNamed = best.Any(candidate => candidate.HasKey);
        return All
            .Where(other => !above.Contains(Fingerprint.Sha256(other.Source.Encoded)))
            .Where(other => !best.Contains(other) || (isKeylessNamed && !other.HasKey))
            .Select(other => Enrollment.LeftOut.Certificate(ReasonFor(other, issued, best), other.Source.Encoded));
    }

    private static StringId ReasonFor(Pkcs12Candidate other, Pkcs12Candidate[] issued, Pkcs12Candidate[] best)
    {
        if (best.Contains(other))
        {
            return StringId.LeftOutKeyless;
        }

        if (issued.Contains(other))
        {
            return StringId.LeftOutOlder;
        }

        return other.HasKey ? StringId.LeftOutForeign : StringId.LeftOutUnused;
    }

    private NaccsException? ProblemOf(Pkcs12Candidate candidate, DateTimeOffset now)
    {
        if (!candidate.HasUsableKey)
        {
            return new NaccsException(ErrorId.ImportKeyUnsupported, Message.Path, candidate.Source.KeyName);
        }

        X509Certificate2 certificate = candidate.Certificate;
        return now <= certificate.NotAfter
            ? null
            : new NaccsException(ErrorId.CertificateExpired, certificate.Thumbprint, LocalTime.Text(certificate.NotAfter));
    }

    private Pkcs12Candidate? Load(Pkcs12Certificate certificate, List<NaccsException> problems)
    {
        try
        {
            PlatformCheck.Require(certificate.Encoded, Message.Path);
            return new Pkcs12Candidate(Certificates.Load(certificate.Encoded), certificate);
        }
        catch (NaccsException exception)
        {
            problems.Add(exception);
            return null;
        }
    }
}

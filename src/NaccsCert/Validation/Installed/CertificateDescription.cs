using System;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography.X509Certificates;
using NaccsCert.Compat;
using NaccsCert.Keys;
using NaccsCert.Messages;
using NaccsCert.Resources;
using NaccsCert.Services;
using NaccsCert.Validation.Origin;

namespace NaccsCert.Validation.Installed;

/// <summary>Describes the certificates of a service to people, each in the light of the others.</summary>
internal sealed class CertificateDescription
{
    private readonly ServiceDefinition _definition;
    private readonly string _storeName;
    private readonly DateTimeOffset _now;
    private readonly TerminalIdentity _identity;
    private readonly TerminalName _names;
    private readonly Dictionary<string, Succession> _successions;

    /// <summary>Looks at all certificates.</summary>
    /// <param name="definition">The service.</param>
    /// <param name="storeName">The store that they are in.</param>
    /// <param name="now">The present moment.</param>
    /// <param name="certificates">The certificates, in the order of the store.</param>
    /// <param name="history">What this user's enrollments at the service have proven.</param>
    public CertificateDescription(
        ServiceDefinition definition,
        string storeName,
        DateTimeOffset now,
        IReadOnlyCollection<(X509Certificate2 Handle, CertificateFacts Facts)> certificates,
        EnrollmentHistory history)
    {
        (_definition, _storeName, _now) = (definition, storeName, now);
        _identity = new TerminalIdentity([.. certificates.Select(certificate => certificate.Handle)], history);
        _names = new TerminalName(definition.TerminalAttribute, [.. certificates.Select(certificate => certificate.Handle)]);
        _successions = certificates.Select(certificate => certificate.Facts)
            .GroupBy(facts => _identity.GroupOf(facts.Sha256))
            .ToDictionary(group => group.Key, group => new Succession(group));
    }

    /// <summary>Describes one of them.</summary>
    /// <param name="certificate">The certificate; the result owns it.</param>
    /// <param name="facts">What was found out about it.</param>
    public StoredCertificate Describe(X509Certificate2 certificate, CertificateFacts facts)
    {
        string group = _identity.GroupOf(facts.Sha256);
        CertificateFacts? successor = _successions[group].SuccessorOf(facts, _now);
        DateTimeOffset opens = _definition.RenewalOpens(facts.NotAfter);
        var policy = new CertificateStatusPolicy(opens, _now);
        CertificateStatus status = policy.Evaluate(facts, successor is not null);
        var record = new NaccsCertificate
        {
            Status = status,
            Reason = ReasonOf(policy.Reason(status, facts, successor?.Thumbprint), facts),
            Terminal = _names.Of(certificate),
            Thumbprint = facts.Thumbprint,
            Subject = ForeignText.ToMessage(certificate.Subject),
            Issuer = ForeignText.ToMessage(Certificates.SimpleName(certificate, forIssuer: true)),
            SerialNumber = facts.SerialNumber,
            NotBefore = facts.NotBefore,
            NotAfter = facts.NotAfter,
            RenewalOpens = opens,
            DaysLeft = (int)Math.Floor((facts.NotAfter - _now).TotalDays),
            KeyAlgorithm = KeyDescription.Algorithm(certificate),
            KeyProvider = facts.KeySigns ? KeyDescription.Provider(certificate) : string.Empty,
            FriendlyName = ForeignText.ToMessage(FriendlyNames.Get(certificate)),
            Service = _definition.Name,
            StoreName = _storeName,
            Archived = facts.IsArchived,
        };
        return new StoredCertificate(record, facts, group, certificate);
    }

    private static string ReasonOf(string reason, CertificateFacts facts) =>
        facts.IsArchived ? Strings.Join(reason, Strings.Format(StringId.CertificateArchived)) : reason;
}

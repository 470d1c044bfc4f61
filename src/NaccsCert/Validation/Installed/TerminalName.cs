using System;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography.X509Certificates;
using NaccsCert.Messages;

namespace NaccsCert.Validation.Installed;

/// <summary>
/// Names terminals to people: by the part of the subject that the service definition says; without a rule by the common name;
/// without a common name by the shortest part that tells the certificates apart.
/// </summary>
internal sealed class TerminalName
{
    private const string CommonName = "2.5.4.3";

    private readonly string? _attribute;
    private readonly HashSet<string> _shared;

    /// <summary>Looks at all certificates whose terminals are to be named.</summary>
    /// <param name="attribute">The object identifier of the attribute that names the terminal; null for no rule.</param>
    /// <param name="certificates">The certificates.</param>
    public TerminalName(string? attribute, IReadOnlyCollection<X509Certificate2> certificates)
    {
        _attribute = attribute;
        string[][] subjects =
        [
            .. certificates.GroupBy(certificate => certificate.Subject, StringComparer.Ordinal)
                .Select(group => AttributesOf(group.First()).Select(part => part.Value).Distinct(StringComparer.Ordinal).ToArray()),
        ];
        _shared = subjects.Length > 1
            ? [.. subjects.SelectMany(parts => parts).GroupBy(part => part, StringComparer.Ordinal).Where(part => part.Count() > 1).Select(part => part.Key)]
            : [];
    }

    /// <summary>The name of a certificate's terminal.</summary>
    public string Of(X509Certificate2 certificate)
    {
        (string Type, string Value)[] parts = AttributesOf(certificate);
        return ForeignText.ToMessage(ValueOf(parts, _attribute)
            ?? ValueOf(parts, CommonName)
            ?? parts.Select(part => part.Value).Where(value => !_shared.Contains(value)).OrderBy(value => value.Length).FirstOrDefault()
            ?? Certificates.SimpleName(certificate, forIssuer: false));
    }

    private static string? ValueOf((string Type, string Value)[] parts, string? type) =>
        type is null ? null : parts.Where(part => part.Type == type).Select(part => part.Value).FirstOrDefault();

    private static (string Type, string Value)[] AttributesOf(X509Certificate2 certificate) =>
        [.. DistinguishedNames.Attributes(certificate.SubjectName.RawData)];
}

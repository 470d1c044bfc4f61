using System;
using System.Linq;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using NaccsCert.Sandbox.Behavior;

namespace NaccsCert.Sandbox.Authority;

/// <summary>Names terminals in their first certificates.</summary>
/// <param name="behavior">By which rules.</param>
internal sealed class TerminalNaming(NamingBehavior behavior)
{
    private const string Domain = "sandbox.example";
    private const string Group = "Terminals";

    public TerminalName For(string terminal) => new(SubjectOf(terminal), AlternativeNameOf(terminal));

    private X500DistinguishedName SubjectOf(string terminal)
    {
        (string, string)[] organization = [(DistinguishedNames.Organization, DistinguishedNames.Sandbox)];
        (string, string) commonName = (DistinguishedNames.CommonName, terminal);
        (string, string) unit = (DistinguishedNames.OrganizationalUnit, terminal);
        return behavior.Subject switch
        {
            SubjectRule.SharedCommonName => DistinguishedNames.Of(organization, [unit], [(DistinguishedNames.CommonName, "NACCS Terminal")]),
            SubjectRule.NoCommonName => DistinguishedNames.Of(organization, [unit]),
            SubjectRule.MultiValued => DistinguishedNames.Of(organization, [commonName, (DistinguishedNames.OrganizationalUnit, Group)]),
            SubjectRule.None => DistinguishedNames.Of(),
            _ => DistinguishedNames.Of(organization, [commonName]),
        };
    }

    private byte[] AlternativeNameOf(string terminal)
    {
        var names = new SubjectAlternativeNameBuilder();
        switch (behavior.AlternativeName)
        {
            case AlternativeNameRule.Email:
                names.AddEmailAddress($"{HostLabel(terminal)}@{Domain}");
                break;
            case AlternativeNameRule.PrincipalName:
                names.AddUserPrincipalName($"{terminal}@{Domain}");
                break;
            case AlternativeNameRule.DirectoryName:
                return GeneralNames.Directory(DistinguishedNames.Of([(DistinguishedNames.CommonName, terminal)]));
            case AlternativeNameRule.None when behavior.Subject != SubjectRule.None:
                return [];
            default:
                names.AddDnsName($"{HostLabel(terminal)}.{Domain}");
                break;
        }

        return names.Build().RawData;
    }

    // A terminal may have any letters, a label of the DNS only few.
    private static string HostLabel(string terminal) =>
        terminal.All(char.IsAsciiLetterOrDigit) && terminal.Length <= 63
            ? terminal.ToLowerInvariant()
            : "x-" + Convert.ToHexStringLower(Encoding.UTF8.GetBytes(terminal))[..Math.Min(60, 2 * Encoding.UTF8.GetByteCount(terminal))];
}

using System.CommandLine;
using NaccsCert.Sandbox.Behavior;

namespace NaccsCert.Sandbox.CommandLine;

/// <summary>The options about the names in certificates.</summary>
internal sealed class NamingOptions
{
    private readonly Option<SubjectRule> _subject = BehaviorParsers.Choice<SubjectRule>(
        "--subject",
        "Where the subject names the terminal: CommonName; SharedCommonName, in OU beside a CN that all share; NoCommonName, in OU alone; MultiValued, in CN, with an OU in the same RDN; None, nowhere.");

    private readonly Option<AlternativeNameRule> _alternativeName = BehaviorParsers.Choice<AlternativeNameRule>(
        "--alternative-name",
        "How the subjectAltName names the terminal: None, DnsName, Email, PrincipalName or DirectoryName. With --subject None it is DnsName at least.");

    public void AddTo(Command command)
    {
        command.Options.Add(_subject);
        command.Options.Add(_alternativeName);
    }

    public NamingBehavior Read(ParseResult parsed) => new()
    {
        Subject = parsed.GetValue(_subject),
        AlternativeName = parsed.GetValue(_alternativeName),
    };
}

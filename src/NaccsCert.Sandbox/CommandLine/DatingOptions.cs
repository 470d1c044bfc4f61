using System.CommandLine;
using NaccsCert.Sandbox.Behavior;
using NaccsCert.Sandbox.Policy;

namespace NaccsCert.Sandbox.CommandLine;

/// <summary>The options about the dates of certificates.</summary>
internal sealed class DatingOptions
{
    private readonly Option<NotBeforeRule> _notBefore = BehaviorParsers.Choice<NotBeforeRule>(
        "--not-before",
        "When certificates begin: Now, always later than the one that is renewed; Midnight, at the start of the UTC day; Predecessor, with the one that is renewed.");

    private readonly Option<IsoDuration> _ahead = new("--not-before-ahead")
    {
        Description = "How much later than that they begin, as an ISO 8601 duration: PT2H makes certificates that are not valid yet.",
        CustomParser = OptionParsers.Duration,
        DefaultValueFactory = _ => IsoDuration.Parse("PT0S"),
    };

    private readonly Option<NotAfterRule> _notAfter = BehaviorParsers.Choice<NotAfterRule>(
        "--not-after", "When certificates end: Validity, so long after their beginning; Predecessor, with the one that is renewed.");

    public void AddTo(Command command)
    {
        command.Options.Add(_notBefore);
        command.Options.Add(_ahead);
        command.Options.Add(_notAfter);
    }

    public DatingBehavior Read(ParseResult parsed) => new()
    {
        NotBefore = parsed.GetValue(_notBefore),
        Ahead = parsed.GetRequiredValue(_ahead),
        NotAfter = parsed.GetValue(_notAfter),
    };
}

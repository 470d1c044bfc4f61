using System.CommandLine;
using NaccsCert.Sandbox.Behavior;
using NaccsCert.Sandbox.Policy;

namespace NaccsCert.Sandbox.CommandLine;

/// <summary>The options about requests that are turned away for a while.</summary>
internal sealed class RefusalOptions
{
    private const int MaxFailures = 100_000;
    private const int MaxGuesses = 1_000;

    private static readonly RefusalBehavior Defaults = new();

    private readonly Option<int> _failFirst = BehaviorParsers.Number(
        "--fail-first", "How many requests to enroll fail before the first is looked at: those to simpleenroll, and the messages of SCEP.", MaxFailures);

    private readonly Option<int> _failStatus = new("--fail-status")
    {
        Description = "The status with which they fail, 500 to 599.",
        CustomParser = BehaviorParsers.FailStatus,
        DefaultValueFactory = _ => Defaults.FailStatus,
    };

    private readonly Option<string?> _retryAfter = new("--retry-after")
    {
        Description = "What Retry-After says instead of the truth, such as 0, 0.01, -5 or a date that is past; empty for no such header.",
        CustomParser = BehaviorParsers.HeaderText,
    };

    private readonly Option<int> _guessLimit = BehaviorParsers.Number(
        "--guess-limit", "After how many wrong code sets an address gets 429 for the rest of the guess window; 0 for never.", MaxGuesses);

    private readonly Option<IsoDuration> _guessWindow = new("--guess-window")
    {
        Description = "How long a wrong code set counts, as an ISO 8601 duration.",
        CustomParser = OptionParsers.Duration,
        DefaultValueFactory = _ => Defaults.GuessWindow,
    };

    public void AddTo(Command command)
    {
        command.Options.Add(_failFirst);
        command.Options.Add(_failStatus);
        command.Options.Add(_retryAfter);
        command.Options.Add(_guessLimit);
        command.Options.Add(_guessWindow);
    }

    public RefusalBehavior Read(ParseResult parsed) => new()
    {
        FailFirst = parsed.GetValue(_failFirst),
        FailStatus = parsed.GetValue(_failStatus),
        RetryAfter = parsed.GetValue(_retryAfter),
        GuessLimit = parsed.GetValue(_guessLimit),
        GuessWindow = parsed.GetRequiredValue(_guessWindow),
    };
}

using System.CommandLine;
using System.CommandLine.Parsing;
using NaccsCert.Sandbox.Behavior;

namespace NaccsCert.Sandbox.CommandLine;

/// <summary>The options about the answers of SCEP.</summary>
internal sealed class ScepOptions
{
    private readonly Option<bool> _registrationAuthority = new("--scep-ra")
    {
        Description = "Let a registration authority, client-ra.pem, read and sign the messages of SCEP in the CA's place.",
    };

    private readonly Option<ScepAlgorithmsRule> _algorithms = BehaviorParsers.Choice<ScepAlgorithmsRule>(
        "--scep-algorithms",
        "What the messages of SCEP may have: Strong, AES and SHA-2; Any, also DES, triple DES and SHA-1; Weak, these alone.");

    private readonly Option<ScepAnswerRule> _answer = BehaviorParsers.Choice<ScepAnswerRule>(
        "--scep-answer",
        "What becomes of the answers of SCEP: Usual; WrongNonce, WrongTransaction, OtherSigner; Garbage, no message at all.");

    private readonly Option<bool> _plainHttp = new("--plain-http")
    {
        Description = "Serve SCEP on a second port without TLS too, to which service.json then points. The line before 'listening' names it.",
    };

    public void AddTo(Command command)
    {
        command.Options.Add(_registrationAuthority);
        command.Options.Add(_algorithms);
        command.Options.Add(_answer);
        command.Options.Add(_plainHttp);
    }

    public bool IsPlainHttp(CommandResult result) => result.GetResult(_plainHttp) is { Implicit: false };

    public ScepBehavior Read(ParseResult parsed) => new()
    {
        RegistrationAuthority = parsed.GetValue(_registrationAuthority),
        Algorithms = parsed.GetValue(_algorithms),
        Answer = parsed.GetValue(_answer),
        PlainHttp = parsed.GetValue(_plainHttp),
    };
}

using System.CommandLine;
using NaccsCert.Sandbox.Behavior;

namespace NaccsCert.Sandbox.CommandLine;

/// <summary>The options about the answers of EST.</summary>
internal sealed class EstOptions
{
    private readonly Option<bool> _labelOptional = new("--label-optional") { Description = "Answer without the label too." };

    private readonly Option<bool> _anyLength = new("--any-length") { Description = "Read bodies without a Content-Length: chunked ones, and those of HTTP/2." };

    private readonly Option<bool> _oneLine = new("--one-line") { Description = "Send base64 in one line without an end." };

    private readonly Option<CsrAttributesRule> _csrAttributes = BehaviorParsers.Choice<CsrAttributesRule>(
        "--csr-attributes",
        "What csrattrs answers: Usual, EmptySequence; NotFound, NoContent, Forbidden, ServerError, Unavailable; EmptyBody, JunkBehind, Nul, Html; RequestTemplate and ExtensionTemplate (RFC 9908).");

    private readonly Option<ChallengePasswordRule> _challengePassword = BehaviorParsers.Choice<ChallengePasswordRule>(
        "--challenge-password",
        "What becomes of a challengePassword in a CSR: Ignore; Refuse; Verify, it must be the three codes in a row; Link, it must link to the TLS session, csrattrs says so, and none is good enough.");

    private readonly Option<SignInRule> _signIn = BehaviorParsers.Choice<SignInRule>(
        "--sign-in",
        "How codes are asked for: Basic; BareRefusal, Basic, but wrong codes get a bare 401; DigestOnly and NoChallenge, which take no codes at all.");

    private readonly Option<bool> _created = new("--created") { Description = "Answer 201 instead of 200 with an issued certificate." };

    public void AddTo(Command command)
    {
        command.Options.Add(_labelOptional);
        command.Options.Add(_anyLength);
        command.Options.Add(_oneLine);
        command.Options.Add(_csrAttributes);
        command.Options.Add(_challengePassword);
        command.Options.Add(_signIn);
        command.Options.Add(_created);
    }

    public EstBehavior Read(ParseResult parsed) => new()
    {
        LabelOptional = parsed.GetValue(_labelOptional),
        AnyLength = parsed.GetValue(_anyLength),
        OneLine = parsed.GetValue(_oneLine),
        CsrAttributes = parsed.GetValue(_csrAttributes),
        ChallengePassword = parsed.GetValue(_challengePassword),
        SignIn = parsed.GetValue(_signIn),
        Created = parsed.GetValue(_created),
    };
}

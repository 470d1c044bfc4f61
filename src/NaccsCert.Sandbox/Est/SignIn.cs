using System;
using Microsoft.AspNetCore.Http;
using NaccsCert.Sandbox.Behavior;
using NaccsCert.Sandbox.Codes;

namespace NaccsCert.Sandbox.Est;

/// <summary>Asks for codes, and tells good from wrong ones.</summary>
/// <param name="codes">The known code sets.</param>
/// <param name="guesses">Counts the wrong ones.</param>
/// <param name="rule">How to ask.</param>
internal sealed class SignIn(CodeRegister codes, GuessLimit guesses, SignInRule rule)
{
    /// <summary>Finds the code set that a request came with.</summary>
    /// <returns>The code set, or the refusal.</returns>
    public ((long Id, string Terminal)? CodeSet, EstReply? Refusal) Authenticate(HttpContext context, BasicCredentials? credentials)
    {
        if (credentials is null || rule is SignInRule.DigestOnly or SignInRule.NoChallenge)
        {
            return (null, Challenge("codes are required"));
        }

        if (guesses.WaitOf(context.Connection.RemoteIpAddress) is { } wait)
        {
            return (null, EstReply.Later(StatusCodes.Status429TooManyRequests, wait, "too many wrong codes from this address"));
        }

        if (codes.Authenticate(credentials.User, credentials.Password) is { } codeSet)
        {
            return (codeSet, null);
        }

        guesses.Count(context.Connection.RemoteIpAddress);
        return (null, Refusal("these codes are not known"));
    }

    /// <summary>The answer to codes that buy nothing.</summary>
    public EstReply Refusal(string reason) =>
        rule == SignInRule.BareRefusal ? EstReply.Refusal(StatusCodes.Status401Unauthorized, reason) : Challenge(reason);

    private EstReply Challenge(string reason)
    {
        EstReply refusal = EstReply.Refusal(StatusCodes.Status401Unauthorized, reason);
        switch (rule)
        {
            case SignInRule.DigestOnly:
                // RFC 7616 section 3.3.
                return refusal with { Challenge = $"Digest realm=\"NACCS\", qop=\"auth\", algorithm=SHA-256, nonce=\"{Guid.NewGuid():N}\"" };
            case SignInRule.NoChallenge:
                return refusal;
            default:
                return refusal with { Challenge = "Basic realm=\"NACCS\"" };
        }
    }
}

using System;
using Microsoft.AspNetCore.Http;
using NaccsCert.Sandbox.Behavior;
using NaccsCert.Sandbox.Codes;
using NaccsCert.Sandbox.Http;

namespace NaccsCert.Sandbox.Est;

/// <summary>Asks for codes by HTTP Basic.</summary>
/// <param name="codes">Tells good from wrong ones.</param>
/// <param name="rule">How to ask.</param>
internal sealed class SignIn(CodeCheck codes, SignInRule rule)
{
    /// <summary>Finds the code set that a request came with.</summary>
    /// <returns>The code set, or the refusal.</returns>
    public ((long Id, string Terminal)? CodeSet, HttpReply? Refusal) Authenticate(HttpContext context, BasicCredentials? credentials)
    {
        if (credentials is null || rule is SignInRule.DigestOnly or SignInRule.NoChallenge)
        {
            return (null, Challenge("codes are required"));
        }

        ((long Id, string Terminal)? codeSet, TimeSpan? wait) =
            codes.Check(context.Connection.RemoteIpAddress, credentials.User, credentials.Password);
        if (wait is not null)
        {
            return (null, HttpReply.TooManyGuesses(wait.Value));
        }

        return codeSet is null ? (null, Refusal("these codes are not known")) : (codeSet, null);
    }

    /// <summary>The answer to codes that buy nothing.</summary>
    public HttpReply Refusal(string reason) =>
        rule == SignInRule.BareRefusal ? HttpReply.Refusal(StatusCodes.Status401Unauthorized, reason) : Challenge(reason);

    private HttpReply Challenge(string reason)
    {
        HttpReply refusal = HttpReply.Refusal(StatusCodes.Status401Unauthorized, reason);
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

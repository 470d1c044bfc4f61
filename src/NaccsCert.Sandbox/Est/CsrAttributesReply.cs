using System;
using System.Text;
using Microsoft.AspNetCore.Http;
using NaccsCert.Sandbox.Behavior;
using NaccsCert.Sandbox.Http;

namespace NaccsCert.Sandbox.Est;

/// <summary>Answers <c>csrattrs</c> (RFC 7030 section 4.5.2), well or badly.</summary>
internal static class CsrAttributesReply
{
    private const string ContentType = "application/csrattrs";

    private static readonly TimeSpan UnavailableFor = TimeSpan.FromMinutes(2);

    public static HttpReply For(EstBehavior behavior, WantedKey wantedKey)
    {
        HttpReply usual = EstReply.Success(ContentType, CsrAttributes.Encode(wantedKey, behavior));
        switch (behavior.CsrAttributes)
        {
            case CsrAttributesRule.EmptySequence:
                return EstReply.Success(ContentType, [0x30, 0x00]);
            case CsrAttributesRule.NotFound:
                return HttpReply.Refusal(StatusCodes.Status404NotFound, "there are no CSR attributes");
            case CsrAttributesRule.NoContent:
                return HttpReply.Empty(StatusCodes.Status204NoContent);
            case CsrAttributesRule.Forbidden:
                return HttpReply.Refusal(StatusCodes.Status403Forbidden, "the CSR attributes are not for you");
            case CsrAttributesRule.ServerError:
                return HttpReply.Refusal(StatusCodes.Status500InternalServerError, "the CSR attributes cannot be made");
            case CsrAttributesRule.Unavailable:
                return HttpReply.Later(StatusCodes.Status503ServiceUnavailable, UnavailableFor, "the CSR attributes are not ready");
            case CsrAttributesRule.EmptyBody:
                return usual with { Body = [] };
            case CsrAttributesRule.JunkBehind:
                return usual with { Body = [.. usual.Body, .. "-- end of attributes --\r\n"u8] };
            case CsrAttributesRule.Nul:
                return usual with { Body = [.. usual.Body, 0x00] };
            case CsrAttributesRule.Html:
                return new HttpReply(StatusCodes.Status200OK, "text/html", Encoding.ASCII.GetBytes("<html><body>It works!</body></html>\n"));
            default:
                return usual;
        }
    }
}

using System;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Linq;
using System.Net;
using System.Text.RegularExpressions;
using NaccsCert.Sandbox.Policy;

namespace NaccsCert.Sandbox.CommandLine;

/// <summary>From the words of the command line to values, each refusal with an example of what is wanted.</summary>
internal static partial class OptionParsers
{
    private static readonly string[] MomentFormats =
        ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    private static readonly string[] Operations =
        ["cacerts", "simpleenroll", "simplereenroll", "fullcmc", "serverkeygen", "csrattrs"];

    public static string Folder(ArgumentResult result)
    {
        string text = result.Tokens[0].Value;
        if (string.IsNullOrWhiteSpace(text) || text.Contains('\0', StringComparison.Ordinal))
        {
            result.AddError($"--data: '{text}' is not the name of a folder.");
        }

        return text;
    }

    public static int Port(ArgumentResult result)
    {
        string text = result.Tokens[0].Value;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int port) && port <= IPEndPoint.MaxPort)
        {
            return port;
        }

        result.AddError($"--port: '{text}' is not a port; give 0 to 65535.");
        return 0;
    }

    public static DateTimeOffset? Moment(ArgumentResult result)
    {
        string text = result.Tokens[0].Value;
        if (DateTimeOffset.TryParseExact(text, MomentFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset moment))
        {
            return moment;
        }

        result.AddError($"--now: '{text}' is not an ISO 8601 date and time, such as 2026-04-01T09:00:00+09:00.");
        return null;
    }

    public static IsoDuration Duration(ArgumentResult result)
    {
        string text = result.Tokens[0].Value;
        if (IsoDuration.TryParse(text, out IsoDuration duration))
        {
            return duration;
        }

        result.AddError($"'{text}' is not an ISO 8601 duration, such as P5Y1M, P20D or PT5S.");
        return default;
    }

    // RFC 7030 section 3.2.2: a label is one path segment and not the name of an operation.
    public static string? Label(ArgumentResult result)
    {
        string text = result.Tokens[0].Value;
        if (PathSegment().IsMatch(text) && !Operations.Contains(text))
        {
            return text;
        }

        result.AddError($"--label: '{text}' is not an EST label; use letters, digits, '-', '_' and '.', and not the name of an operation.");
        return null;
    }

    public static IPAddress? Address(ArgumentResult result)
    {
        string text = result.Tokens[0].Value;
        if (IPAddress.TryParse(text, out IPAddress? address))
        {
            return address;
        }

        result.AddError($"--bind: '{text}' is not an IP address.");
        return null;
    }

    [GeneratedRegex(@"^[A-Za-z0-9_-][A-Za-z0-9._-]{0,63}\z")]
    private static partial Regex PathSegment();
}

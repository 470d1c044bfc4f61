using System;
using System.Globalization;
using System.Linq;
using System.Text;
using NaccsCert.Http;
using NaccsCert.Services;

namespace NaccsCert.Protocol.Est;

/// <summary>Gives an answer that is no success the identity of its cause (RFC 7030, section 4.2.3).</summary>
internal static class EstFault
{
    private const int LongestText = 300;

    // A secret that is cut would not be known again, so they are taken out first, and of much more than is shown.
    private const int LongestLook = 16 * 1024;

    /// <summary>The error for an answer.</summary>
    /// <param name="answer">An answer whose status is neither 200 nor 202.</param>
    /// <param name="definition">The service.</param>
    /// <param name="now">The present moment.</param>
    /// <param name="unauthorized">What a 401 means, which depends on what was sent.</param>
    /// <param name="conceal">Takes out of the service's words what is secret.</param>
    /// <returns>The error, with the service's own words and the time to come back where there are any.</returns>
    public static NaccsException Of(
        HttpAnswer answer,
        ServiceDefinition definition,
        DateTimeOffset now,
        ErrorId unauthorized,
        Func<string, string> conceal)
    {
        string host = definition.Enrollment.Url.Host;
        string status = answer.StatusCode.ToString(CultureInfo.InvariantCulture);
        string words = Words(answer.Body, conceal);
        return answer.StatusCode switch
        {
            400 => new NaccsException(ErrorId.RequestRefused, host, words),
            401 when unauthorized != ErrorId.UnexpectedAnswer => new NaccsException(unauthorized, host, words),
            403 => new NaccsException(ErrorId.RequestForbidden, host, words),
            429 or 502 or 503 or 504 => Later(answer, definition, now, words),
            >= 300 and < 400 => new NaccsException(ErrorId.RedirectRefused, host, status, conceal(answer.Location ?? "-")),
            _ => new NaccsException(ErrorId.UnexpectedAnswer, host, status, words),
        };
    }

    private static NaccsException Later(HttpAnswer answer, ServiceDefinition definition, DateTimeOffset now, string words)
    {
        DateTimeOffset again = RetryAfter.Parse(answer.RetryAfter, now);
        bool maintenance = MaintenanceCalendar.Current(definition.Maintenance, answer.Date ?? now) is not null;
        return new NaccsException(
            maintenance ? ErrorId.ServiceInMaintenance : ErrorId.ServiceUnavailable,
            definition.Enrollment.Url.Host,
            again.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture),
            words)
        {
            RetryAfter = again,
        };
    }

    // The words of a server end up in a console: one line of printable text, and no page of markup.
    private static string Words(byte[] body, Func<string, string> conceal)
    {
        string text = conceal(Encoding.UTF8.GetString(body, 0, Math.Min(body.Length, LongestLook))).Trim();
        return text.StartsWith("<", StringComparison.Ordinal) || text.Length == 0
            ? "-"
            : new string([.. text.Take(LongestText).Select(character => char.IsControl(character) ? ' ' : character)]);
    }
}

using System;
using System.Globalization;
using System.Linq;
using System.Text;
using NaccsCert.Services;

namespace NaccsCert.Transport.Est;

/// <summary>Gives an answer that is no success the identity of its cause (RFC 7030, section 4.2.3).</summary>
internal static class EstErrors
{
    private const int MaxTextLength = 300;

    // A secret that is cut would not be known again, so they are taken out first, and of much more than is shown.
    private const int MaxExaminedBytes = 16 * 1024;

    /// <summary>The error for an answer.</summary>
    /// <param name="reply">An answer whose status is neither 200 nor 202.</param>
    /// <param name="definition">The service.</param>
    /// <param name="now">The present moment.</param>
    /// <param name="unauthorized">What a 401 means, which depends on what was sent.</param>
    /// <param name="conceal">Takes out of the service's words what is secret.</param>
    /// <returns>The error, with the service's own words and the time to come back where there are any.</returns>
    public static NaccsException Of(
        HttpReply reply,
        ServiceDefinition definition,
        DateTimeOffset now,
        ErrorId unauthorized,
        Func<string, string> conceal)
    {
        string host = definition.Enrollment.Url.Host;
        string status = reply.StatusCode.ToString(CultureInfo.InvariantCulture);
        string words = Words(reply.Body, conceal);
        return reply.StatusCode switch
        {
            400 => new NaccsException(ErrorId.RequestRefused, host, words),
            401 when unauthorized != ErrorId.UnexpectedResponse => new NaccsException(unauthorized, host, words),
            403 => new NaccsException(ErrorId.RequestForbidden, host, words),
            429 or 502 or 503 or 504 => Later(reply, definition, now, words),
            >= 300 and < 400 => new NaccsException(ErrorId.RedirectRefused, host, status, conceal(reply.Location ?? "-")),
            _ => new NaccsException(ErrorId.UnexpectedResponse, host, status, words),
        };
    }

    private static NaccsException Later(HttpReply reply, ServiceDefinition definition, DateTimeOffset now, string words)
    {
        DateTimeOffset again = RetryAfter.Parse(reply.RetryAfter, now);
        bool maintenance = MaintenanceCalendar.Current(definition.Maintenance, reply.Date ?? now) is not null;
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
        string text = conceal(Encoding.UTF8.GetString(body, 0, Math.Min(body.Length, MaxExaminedBytes))).Trim();
        return text.StartsWith("<", StringComparison.Ordinal) || text.Length == 0
            ? "-"
            : new string([.. text.Take(MaxTextLength).Select(character => char.IsControl(character) ? ' ' : character)]);
    }
}

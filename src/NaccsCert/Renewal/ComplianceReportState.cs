using System;
using NaccsCert.IO.Json;

namespace NaccsCert.Renewal;

/// <summary>What is remembered of the last report that was written.</summary>
/// <param name="Folder">The folder that it was written to.</param>
/// <param name="Fingerprint">What it said; see <see cref="ComplianceReport.FingerprintOf"/>.</param>
/// <param name="Time">When it was written, in UTC.</param>
internal sealed record ComplianceReportState(string Folder, string Fingerprint, DateTimeOffset Time)
{
    private const int Version = 1;

    /// <summary>Whether another report is due: on another day of the user's zone, or as soon as it says something else or goes elsewhere.</summary>
    /// <param name="next">The report that could be written now.</param>
    /// <param name="zone">The time zone in which the user works.</param>
    public bool IsFollowedBy(ComplianceReportState next, TimeZoneInfo zone) =>
        next.Folder != Folder || next.Fingerprint != Fingerprint || DayOf(next.Time, zone) != DayOf(Time, zone);

    /// <summary>The state as JSON text.</summary>
    public byte[] Write() => JsonText.Document(
        JsonText.Number("version", Version),
        JsonText.Text("folder", Folder),
        JsonText.Text("fingerprint", Fingerprint),
        JsonText.Moment("time", Time));

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="JsonFormatException">It is damaged, or of a newer version.</exception>
    public static ComplianceReportState Read(byte[] utf8)
    {
        JsonElement json = JsonDocument.Parse(utf8);
        json.Required("version").Integer(1, Version);
        return new ComplianceReportState(
            json.Required("folder").Text(), json.Required("fingerprint").Text(), json.Required("time").Moment());
    }

    private static DateTime DayOf(DateTimeOffset time, TimeZoneInfo zone) => TimeZoneInfo.ConvertTime(time, zone).Date;
}

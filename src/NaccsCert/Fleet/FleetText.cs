using System;
using System.Globalization;
using NaccsCert.Resources;

namespace NaccsCert.Fleet;

/// <summary>What the page says, in one language and one time zone. Dates are written year first, as everywhere in this module.</summary>
/// <param name="language">The language.</param>
/// <param name="zone">The time zone of its dates.</param>
internal sealed class FleetText(CultureInfo language, TimeZoneInfo zone)
{
    /// <summary>The language.</summary>
    public CultureInfo Language => language;

    /// <summary>A text, its placeholders filled.</summary>
    public string this[StringId id, params object[] values] => Strings.FormatIn(language, id, values);

    /// <summary>A state in words.</summary>
    /// <param name="state">A state of <see cref="FleetStates"/>, or the code of a report.</param>
    /// <returns>The words; the code itself where this version does not know it.</returns>
    public string State(string state) =>
        ValueText.FindIn(language, "FleetState", state) ?? ValueText.FindIn(language, nameof(ComplianceCode), state) ?? state;

    /// <summary>Why something has failed, and what to do.</summary>
    public string Reason(FleetRow row)
    {
        StringId id = Enum.TryParse("FleetReason" + row.State, out StringId known) ? known : StringId.FleetReasonOther;
        string reason = Strings.FormatIn(language, id);
        return row.Detail is null ? reason : $"{reason} ({row.Detail})";
    }

    /// <summary>A date.</summary>
    /// <returns>For example <c>2031-12-23</c>; nothing for null.</returns>
    public string Date(DateTimeOffset? moment) => Local(moment, "yyyy-MM-dd");

    /// <summary>A date with its time to the minute.</summary>
    /// <returns>For example <c>2031-12-23 09:00</c>; nothing for null.</returns>
    public string Moment(DateTimeOffset? moment) => Local(moment, "yyyy-MM-dd HH:mm");

    /// <summary>The day of a moment, as the clocks of the zone show it.</summary>
    public DateTime DayOf(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, zone).Date;

    /// <summary>The time zone.</summary>
    /// <param name="now">The moment at which its offset is wanted.</param>
    /// <returns>For example <c>UTC+09:00 (Asia/Tokyo)</c>.</returns>
    public string ZoneName(DateTimeOffset now) =>
        $"UTC{TimeZoneInfo.ConvertTime(now, zone).ToString("zzz", CultureInfo.InvariantCulture)} ({zone.Id})";

    private string Local(DateTimeOffset? moment, string notation) => moment is { } known
        ? TimeZoneInfo.ConvertTime(known, zone).ToString(notation, CultureInfo.InvariantCulture)
        : string.Empty;
}

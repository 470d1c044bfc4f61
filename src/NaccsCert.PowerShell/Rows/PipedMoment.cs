using System;
using System.Globalization;
using System.Management.Automation;
using NaccsCert.IO.Json;

namespace NaccsCert.PowerShell.Rows;

/// <summary>
/// A moment in an object of the pipeline. <c>ConvertFrom-Json</c> makes moments of texts; jobs, remoting and CSV files make texts of
/// moments, or objects with the properties of what they were.
/// </summary>
internal static class PipedMoment
{
    private const string EngineForm = "MM/dd/yyyy HH:mm:ss zzz";

    /// <summary>Reads it.</summary>
    /// <param name="value">A value of a property, perhaps wrapped.</param>
    /// <returns>The moment; null where it is none.</returns>
    public static DateTimeOffset? Read(object? value) => (value is PSObject wrapped ? wrapped.BaseObject : value) switch
    {
        DateTimeOffset moment => moment,
        DateTime time => new DateTimeOffset(time.Kind == DateTimeKind.Unspecified ? DateTime.SpecifyKind(time, DateTimeKind.Utc) : time),
        string text => JsonText.ReadMoment(text) ?? Parse(text),
        _ when (value as PSObject)?.Properties["UtcDateTime"]?.Value is DateTime utc =>
            new DateTimeOffset(DateTime.SpecifyKind(utc, DateTimeKind.Utc)),
        _ => null,
    };

    // The engine writes in one form everywhere, and Export-Csv as the culture of the session does.
    private static DateTimeOffset? Parse(string text) =>
        DateTimeOffset.TryParseExact(text, EngineForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTimeOffset moment)
            || DateTimeOffset.TryParse(text, CultureInfo.CurrentCulture, DateTimeStyles.AssumeUniversal, out moment)
            || DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out moment)
            ? moment
            : null;
}

namespace NaccsCert.Build.Views;

/// <summary>What a view shows of a record. Dates are in the one form that all languages and calendars share (ISO 8601).</summary>
/// <param name="Property">The property; null for a script.</param>
/// <param name="Script">The script, in which <c>$_</c> is the record; null for the property as it is.</param>
internal sealed record Value(string? Property, string? Script)
{
    /// <summary>The value of a property.</summary>
    public static Value Of(string property) => new(property, null);

    /// <summary>The output of a script.</summary>
    public static Value From(string script) => new(null, script);

    /// <summary>A moment, as clocks here show it.</summary>
    public static Value Local(string property, string format) => Moment(property, "ToLocalTime().", format);

    /// <summary>A moment, in the time zone that it is told in.</summary>
    public static Value Zoned(string property, string format) => Moment(property, string.Empty, format);

    /// <summary>All members of a list, one on a line.</summary>
    /// <param name="property">The list.</param>
    /// <param name="script">What is shown of a member.</param>
    public static Value Lines(string property, string script) => new(property, $"($_.{property} | ForEach-Object {{ {script} }}) -join \"`n\"");

    // A record that came from a job, a file or another computer has a text in its place, in the form that the engine writes everywhere.
    private static Value Moment(string property, string change, string format) => new(
        property,
        $"if ($_.{property}) {{ [datetimeoffset]::Parse(\"$($_.{property})\", [cultureinfo]::InvariantCulture).{change}ToString('{format}', [cultureinfo]::InvariantCulture) }}");
}

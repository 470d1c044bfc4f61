namespace NaccsCert.Build.Views;

/// <summary>What a view shows of a record. Dates are in the one form that all languages and calendars share (ISO 8601).</summary>
/// <param name="Property">The property; null for a script.</param>
/// <param name="Script">The script, in which <c>$_</c> is the record; null for the property as it is.</param>
internal sealed record Value(string? Property, string? Script)
{
    /// <summary>The form of a day.</summary>
    public const string DayFormat = "yyyy-MM-dd";

    /// <summary>The form of a minute.</summary>
    public const string MinuteFormat = "yyyy-MM-dd HH:mm";

    /// <summary>The value of a property.</summary>
    public static Value Of(string property) => new(property, null);

    /// <summary>The output of a script.</summary>
    public static Value From(string script) => new(null, script);

    /// <summary>A state in words.</summary>
    /// <param name="property">The state.</param>
    /// <param name="kind">What it is a state of: the first part of the key of its words in <c>ValueText.resx</c>.</param>
    public static Value Words(string property, string kind) => new(property, WordsOf(kind, $"$_.{property}"));

    /// <summary>The script that gives a state in words.</summary>
    public static string WordsOf(string kind, string state) => $"[NaccsCert.ValueText]::Of('{kind}', {state})";

    /// <summary>A name that fits a column.</summary>
    public static Value Name(string property, int cells) => new(property, $"[NaccsCert.ValueText]::Fit($_.{property}, {cells})");

    /// <summary>Text in lines that break where text may break.</summary>
    /// <param name="taken">How many cells of each line are taken by what stands before it.</param>
    public Value Wrapped(int taken) => new(
        Property, $"[NaccsCert.ValueText]::Wrap($({Script ?? $"$_.{Property}"}), $Host.UI.RawUI.BufferSize.Width, {taken})");

    /// <summary>A moment, as clocks here show it.</summary>
    public static Value Local(string property, string format) => Moment(property, "ToLocalTime().", format);

    /// <summary>A moment, in the time zone that it is told in.</summary>
    public static Value Zoned(string property, string format) => Moment(property, string.Empty, format);

    /// <summary>A moment, as clocks here show it; nothing once it has passed.</summary>
    public static Value Ahead(string property, string format) => new(
        property,
        $"if ($_.{property}) {{ $moment = {Parsed(property)}; if ($moment -gt [datetimeoffset]::UtcNow) {{ $moment.ToLocalTime().{Written(format)} }} }}");

    /// <summary>All members of a list, one on a line.</summary>
    /// <param name="property">The list.</param>
    /// <param name="script">What is shown of a member.</param>
    public static Value Lines(string property, string script) => new(property, $"($_.{property} | ForEach-Object {{ {script} }}) -join \"`n\"");

    private static Value Moment(string property, string change, string format) => new(
        property, $"if ($_.{property}) {{ {Parsed(property)}.{change}{Written(format)} }}");

    // A record that came from a job, a file or another computer has a text in its place, in the form that the engine writes everywhere.
    private static string Parsed(string property) => $"[datetimeoffset]::Parse(\"$($_.{property})\", [cultureinfo]::InvariantCulture)";

    private static string Written(string format) => $"ToString('{format}', [cultureinfo]::InvariantCulture)";
}

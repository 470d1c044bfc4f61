namespace NaccsCert.Build.Views;

/// <summary>A column of a table.</summary>
/// <param name="Label">The key of its heading in <c>PropertyLabels.resx</c>.</param>
/// <param name="Width">Its width in cells; null for the rest of the line.</param>
/// <param name="Value">What it shows of a record: the name of a property, or a script.</param>
internal sealed record Column(string Label, int? Width, Value Value)
{
    /// <summary>Whether it is a number, and belongs to the right.</summary>
    public bool IsNumber { get; init; }

    /// <summary>A property under its own name.</summary>
    public static Column Of(string property, int? width = null) => new(property, width, Value.Of(property));

    /// <summary>The day of a moment, here.</summary>
    public static Column Day(string property) => new(property, 10, Value.Local(property, "yyyy-MM-dd"));

    /// <summary>A moment to the minute, here.</summary>
    public static Column Minute(string property) => new(property, 16, Value.Local(property, "yyyy-MM-dd HH:mm"));

    /// <summary>A moment to the second, here.</summary>
    public static Column Second(string property) => new(property, 19, Value.Local(property, "yyyy-MM-dd HH:mm:ss"));

    /// <summary>A moment to the minute in the time zone that it is told in.</summary>
    public static Column ZonedMinute(string property) => new(property, 23, Value.Zoned(property, "yyyy-MM-dd HH:mm zzz"));

    /// <summary>Whole days until the end of validity.</summary>
    public static Column Days(string property) => new("Days", 4, Value.Of(property)) { IsNumber = true };
}

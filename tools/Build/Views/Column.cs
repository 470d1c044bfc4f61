namespace NaccsCert.Build.Views;

/// <summary>A column of a table.</summary>
/// <param name="Label">The key of its heading in <c>PropertyLabels.resx</c>.</param>
/// <param name="Width">Its width in cells; null for the rest of the line.</param>
/// <param name="Value">What it shows of a record: the name of a property, or a script.</param>
internal sealed record Column(string Label, int? Width, Value Value)
{
    /// <summary>Whether it is a number, and belongs to the right.</summary>
    public bool IsNumber { get; init; }

    /// <summary>Whether it is text of any length.</summary>
    public bool IsText { get; init; }

    /// <summary>A text, which has the rest of the line.</summary>
    public static Column Text(string property) => Of(property) with { IsText = true };

    /// <summary>A property under its own name.</summary>
    public static Column Of(string property, int? width = null) => new(property, width, Value.Of(property));

    /// <summary>A name, which is on one line however long it is.</summary>
    public static Column Name(string property, int width) => new(property, width, Value.Name(property, width));

    /// <summary>The day of a moment, here.</summary>
    public static Column Day(string property, int width = 10) => new(property, width, Value.Local(property, Value.DayFormat));

    /// <summary>A moment to the minute, here.</summary>
    public static Column Minute(string property) => new(property, 16, Value.Local(property, Value.MinuteFormat));

    /// <summary>The one moment that matters to somebody who sees the state, below what it means.</summary>
    public static Column When(params Moment[] moments) => new("When", 16, Moment.First(moments));

    /// <summary>A moment to the second, here.</summary>
    public static Column Second(string property) => new(property, 19, Value.Local(property, "yyyy-MM-dd HH:mm:ss"));

    /// <summary>A moment to the minute in the time zone that it is told in.</summary>
    public static Column ZonedMinute(string property) => new(property, 23, Value.Zoned(property, "yyyy-MM-dd HH:mm zzz"));

    /// <summary>Whole days until something ends.</summary>
    public static Column Days(string property) => new("Days", 4, Value.Of(property)) { IsNumber = true };
}

namespace NaccsCert.Fleet;

/// <summary>How a grade looks: a class of the style sheet. No meaning is in a color alone; the words stand beside it.</summary>
internal static class FleetLook
{
    /// <summary>The class of a grade.</summary>
    public static string Of(FleetGrade grade) => grade switch
    {
        FleetGrade.Good => "good",
        FleetGrade.Warning => "warning",
        _ => "bad",
    };
}

namespace NaccsCert.Fleet;

/// <summary>The extensions of the three files of a report: for people, for spreadsheets, for programs.</summary>
internal static class FleetFiles
{
    /// <summary>The extension of the page.</summary>
    public const string Page = ".html";

    /// <summary>The extension of the table.</summary>
    public const string Table = ".csv";

    /// <summary>The extension of the document.</summary>
    public const string Document = ".json";
}

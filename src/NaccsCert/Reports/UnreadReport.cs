using NaccsCert.Resources;

namespace NaccsCert.Reports;

/// <summary>A file that was to be a report, and cannot be read as one.</summary>
/// <param name="Path">The full path of the file.</param>
/// <param name="Cause">Why not, in the language of the session.</param>
internal sealed record UnreadReport(string Path, string Cause)
{
    /// <summary>The same for people, with the file.</summary>
    public string Text => Strings.Format(StringId.ReportUnread, Path, Cause);
}

using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using NaccsCert.IO;
using NaccsCert.IO.Json;
using NaccsCert.Resources;

namespace NaccsCert.Reports;

/// <summary>
/// Reads the compliance reports of many computers, one file after another: no more than one is in memory as a file. Of several reports
/// of a user on a computer, as in copies of a folder, the newest counts.
/// </summary>
internal static class CollectedReports
{
    private const string Pattern = "*.json";

    /// <summary>Reads reports.</summary>
    /// <param name="paths">The full paths of folders, whose <c>*.json</c> are read but not those of folders in them, and of files.</param>
    /// <param name="warn">Is told of each file that is no report, cannot be read, or is being written; the others are read all the same.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>One report for each user and computer, in the order of computers and users.</returns>
    /// <exception cref="NaccsException">
    /// <see cref="ErrorId.ReportsUnreadable"/>: a folder or file that was named is not there, or the folder cannot be listed.
    /// </exception>
    public static IReadOnlyList<CollectedReport> Read(
        IEnumerable<string> paths, Action<UnreadReport> warn, CancellationToken cancellationToken)
    {
        var newest = new Dictionary<(string, string), CollectedReport>();
        foreach (string file in paths.SelectMany(FilesAt))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (TryRead(file, warn) is { } report
                && (!newest.TryGetValue(report.Origin, out CollectedReport? other) || other.Time < report.Time))
            {
                newest[report.Origin] = report;
            }
        }

        return [.. newest.Values
            .OrderBy(report => report.ComputerName, StringComparer.OrdinalIgnoreCase)
            .ThenBy(report => report.UserName, StringComparer.OrdinalIgnoreCase)
            .ThenBy(report => report.UserId, StringComparer.Ordinal)];
    }

    private static CollectedReport? TryRead(string file, Action<UnreadReport> warn)
    {
        try
        {
            return CollectedReportParser.Parse(RegularFile.Read(file, JsonDocument.MaxDocumentBytes), file);
        }
        catch (JsonFormatException exception)
        {
            warn(new UnreadReport(file, exception.Message));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            warn(new UnreadReport(file, exception.Message));
        }

        return null;
    }

    // Files come and go while a folder is read, and it may be that of a share which is lost meanwhile.
    private static IEnumerable<string> FilesAt(string path)
    {
        if (File.Exists(path))
        {
            yield return path;
            yield break;
        }

        using IEnumerator<string> files = Find(path, () => Directory.EnumerateFiles(path, Pattern).GetEnumerator());
        while (Find(path, files.MoveNext))
        {
            yield return files.Current;
        }
    }

    private static T Find<T>(string path, Func<T> find)
    {
        try
        {
            return find();
        }
        catch (DirectoryNotFoundException exception)
        {
            throw new NaccsException(ErrorId.ReportsUnreadable, path, exception, Strings.Format(StringId.ReportFolderMissing));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new NaccsException(ErrorId.ReportsUnreadable, path, exception, exception.Message);
        }
    }
}

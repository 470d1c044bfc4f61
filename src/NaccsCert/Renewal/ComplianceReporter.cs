using System;
using System.Collections.Generic;
using System.IO;
using NaccsCert.IO;
using NaccsCert.IO.Json;
using NaccsCert.Resources;

namespace NaccsCert.Renewal;

/// <summary>Leaves the reports of a user in a folder, for example of a share, where they are collected: as a rule one a day.</summary>
/// <param name="memory">The folder that remembers the last one, so that the share need not be readable.</param>
/// <param name="zone">The time zone in which the user works.</param>
/// <param name="answers">Whether files of a folder can be touched without waiting for a server that is not there.</param>
internal sealed class ComplianceReporter(PrivateFolder memory, TimeZoneInfo zone, Func<string, bool> answers)
{
    private const string StateFile = "state.json";

    /// <summary>Writes a report as a whole or not at all, if one is due.</summary>
    /// <param name="folder">The full path of a folder that is there. It is not made: a missing share would become a folder.</param>
    /// <param name="result">The compliance.</param>
    /// <param name="userId">The account as the system knows it.</param>
    /// <param name="findTrustedRoots">Finds the roots of the service that this user trusts, by name; asked when a report is due; null to leave them out.</param>
    /// <returns>The path of the file; null when no report is due.</returns>
    /// <exception cref="NaccsException"><see cref="ErrorId.ReportUnwritable"/> or <see cref="ErrorId.DataFolderUnsafe"/>.</exception>
    public string? Write(string folder, ComplianceResult result, string userId, Func<IReadOnlyList<string>>? findTrustedRoots = null)
    {
        var next = new ComplianceReportState(folder, ComplianceReport.FingerprintOf(result), result.Time);
        if (Last() is { } last && !last.IsFollowedBy(next, zone))
        {
            return null;
        }

        string path = Path.Combine(folder, ComplianceReport.FileName(result.ComputerName, userId));
        if (!answers(folder))
        {
            throw new NaccsException(ErrorId.ReportUnwritable, path, Strings.Format(StringId.ReportServerSilent));
        }

        try
        {
            using (var file = OutputFile.Create(path, overwrite: true))
            {
                file.Write(ComplianceReport.Compose(result, userId, findTrustedRoots?.Invoke() ?? []));
            }

            memory.Write(StateFile, next.Write());
            return path;
        }
        catch (NaccsException exception) when (exception.ErrorId is not ErrorId.DataFolderUnsafe)
        {
            throw new NaccsException(ErrorId.ReportUnwritable, path, exception, (exception.InnerException ?? exception).Message);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new NaccsException(ErrorId.ReportUnwritable, path, exception, exception.Message);
        }
    }

    // What is damaged or cannot be read counts as nothing: a report too many is no harm.
    private ComplianceReportState? Last()
    {
        try
        {
            return ComplianceReportState.Read(memory.Read(StateFile, JsonDocument.MaxDocumentBytes));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonFormatException)
        {
            return null;
        }
    }
}

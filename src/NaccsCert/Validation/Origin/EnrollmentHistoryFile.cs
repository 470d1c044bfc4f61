using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using NaccsCert.Diagnostics;
using NaccsCert.IO;
using NaccsCert.IO.Json;

namespace NaccsCert.Validation.Origin;

/// <summary>Keeps the enrollment history of each service in an owner-only file.</summary>
/// <param name="folder">The folder of all; made when it is first needed.</param>
internal sealed class EnrollmentHistoryFile(PrivateFolder folder)
{
    /// <summary>
    /// Reads the history of a service. A damaged file counts as none: then chains alone decide where certificates come from.
    /// </summary>
    /// <param name="service">The service's name.</param>
    /// <exception cref="NaccsException"><see cref="ErrorId.JournalUnavailable"/> or <see cref="ErrorId.DataFolderUnsafe"/>.</exception>
    public EnrollmentHistory Read(string service)
    {
        try
        {
            return EnrollmentHistoryFormat.Read(folder.Read(FileOf(service), JsonDocument.MaxDocumentBytes));
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return EnrollmentHistory.Empty;
        }
        catch (JsonFormatException exception)
        {
            NaccsCertEventSource.Log.HistoryUnreadable(service, exception.Message);
            return EnrollmentHistory.Empty;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Unavailable(exception);
        }
    }

    /// <summary>The roots that enrollments of this user at other services have brought: a rehearsal, for example.</summary>
    /// <param name="service">The service that they do not belong to.</param>
    /// <returns>The SHA-256 of each.</returns>
    public IReadOnlyCollection<string> RootsOfOthers(string service) =>
    [
        .. Services().Where(other => other != service)
            .SelectMany(other => Read(other).Certificates)
            .Select(certificate => certificate.RootSha256)
            .Distinct(),
    ];

    /// <summary>Writes the history of a service, so that it survives a crash. To be called under the lock of the service.</summary>
    /// <param name="service">The service's name.</param>
    /// <param name="history">The history.</param>
    /// <exception cref="NaccsException"><see cref="ErrorId.JournalUnavailable"/> or <see cref="ErrorId.DataFolderUnsafe"/>.</exception>
    public void Write(string service, EnrollmentHistory history)
    {
        try
        {
            folder.Write(FileOf(service), EnrollmentHistoryFormat.Write(history));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Unavailable(exception);
        }
    }

    private string[] Services()
    {
        try
        {
            return [.. Directory.GetFiles(folder.Path, "*.json").Select(path => Path.GetFileNameWithoutExtension(path))];
        }
        catch (DirectoryNotFoundException)
        {
            return [];
        }
    }

    private static string FileOf(string service) => service + ".json";

    private NaccsException Unavailable(Exception exception) =>
        new(ErrorId.JournalUnavailable, folder.Path, exception, exception.Message);
}

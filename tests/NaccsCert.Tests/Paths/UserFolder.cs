using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Enrollment.Journal;
using NaccsCert.IO;
using NaccsCert.Keys.Files;
using NaccsCert.Logging;
using NaccsCert.Renewal;
using NaccsCert.Tests.Support;
using NaccsCert.TestSupport;
using NaccsCert.Validation.Origin;

namespace NaccsCert.Tests.Paths;

/// <summary>The module's folder of a user, with everything that the module keeps there, each thing in use.</summary>
internal sealed class UserFolder : IDisposable
{
    private readonly ScratchDirectory _scratch = new();

    public UserFolder() => Directory.CreateDirectory(Home);

    /// <summary>Everything that is kept: the folder of it, a file in that, and what writes it anew.</summary>
    public static IReadOnlyDictionary<string, (string Folder, string File)> Kept { get; } = new Dictionary<string, (string, string)>
    {
        ["lock"] = ("enrollments", "svc.lock"),
        ["key"] = ("keys", "name.key"),
        ["history"] = ("history", "svc.json"),
        ["state"] = ("reminder", "state.json"),
        ["state lock"] = ("reminder", "lock"),
        ["log"] = ("logs", "naccscert.jsonl"),
        ["log lock"] = ("logs", "lock"),
    };

    /// <summary>The user's home, which is not the module's.</summary>
    public string Home => _scratch.Member("home");

    /// <summary>The module's folder, which is not there at first.</summary>
    public string FullPath => Path.Combine(Home, "NaccsCert");

    /// <summary>A file that is nothing of the module's business.</summary>
    public string Victim => _scratch.Member("victim");

    private PrivateFolder Data => ScratchFolders.At(FullPath);

    /// <summary>Uses what is kept.</summary>
    /// <param name="kept">A key of <see cref="Kept"/>.</param>
    /// <returns>Null when that succeeded; else the identity of the error. The log has none: it must stop nobody.</returns>
    public async Task<ErrorId?> UseAsync(string kept)
    {
        try
        {
            switch (kept)
            {
                case "lock":
                    (await new EnrollmentJournal(Data.Sub("enrollments")).LockAsync("svc", TimeSpan.Zero, CancellationToken.None))!.Dispose();
                    return null;
                case "key":
                    new FileKeyProvider(Data.Sub("keys")).Create("name", KeyAlgorithm.EcdsaP256, exportable: false, decrypts: false).Dispose();
                    return null;
                case "history":
                    new EnrollmentHistoryFile(Data.Sub("history")).Write("svc", EnrollmentHistory.Empty);
                    return null;
                case "state":
                    new ReminderFile(Data.Sub("reminder")).Write(ReminderState.Empty);
                    return null;
                case "state lock":
                    new ReminderFile(Data.Sub("reminder")).TryLock()!.Dispose();
                    return null;
                default:
                    var log = new RollingLog(Data.Sub("logs"), 1000, 1);
                    bool isWritten = log.Append("line");
                    log.Close();
                    return isWritten ? null : ErrorId.DataFolderUnsafe;
            }
        }
        catch (NaccsException error)
        {
            return error.ErrorId;
        }
    }

    public void Dispose() => _scratch.Dispose();
}

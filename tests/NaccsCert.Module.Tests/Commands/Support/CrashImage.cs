using System;
using System.Diagnostics.Tracing;
using System.IO;

namespace NaccsCert.Module.Tests.Commands.Support;

/// <summary>
/// What a process would leave on disk that dies when an enrollment has come to some state: taken at that moment, to be
/// put back afterwards.
/// </summary>
/// <param name="id">The enrollment's name, or its beginning.</param>
/// <param name="state">The state.</param>
/// <param name="folder">Where to keep the image.</param>
internal sealed class CrashImage(string id, string state, string folder) : EventListener
{
    private string[] Files => Directory.GetFiles(folder, "*", SearchOption.AllDirectories);

    /// <summary>Puts everything back.</summary>
    public void Restore() => Array.ForEach(Files, file => Copy(file, folder, UserData.Folder));

    /// <inheritdoc/>
    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (eventSource.Name == "NaccsCert")
        {
            EnableEvents(eventSource, EventLevel.Informational);
        }
    }

    // Called on the thread that does the work, which so waits.
    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        if (eventData is { EventName: "EntryWritten", Payload: [string written, string reached] }
            && written.StartsWith(id, StringComparison.Ordinal)
            && reached == state)
        {
            foreach (string path in UserData.Of(id))
            {
                Array.ForEach(
                    Directory.Exists(path) ? Directory.GetFiles(path) : [path],
                    file => Copy(file, UserData.Folder, folder));
            }
        }
    }

    private static void Copy(string file, string from, string to)
    {
        string copy = Path.Combine(to, Path.GetRelativePath(from, file));
        Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
        File.Copy(file, copy, overwrite: true);
    }
}

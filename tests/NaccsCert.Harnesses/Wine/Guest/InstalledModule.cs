using System;
using System.IO;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;

namespace NaccsCert.Harnesses.Wine.Guest;

/// <summary>
/// The module where a user has installed it: among the user's own modules, in documents that have been moved, as OneDrive does it,
/// to a folder with spaces and Japanese in its name.
/// </summary>
internal static partial class InstalledModule
{
    /// <summary>The name by which it is imported.</summary>
    public const string Name = "NaccsCert";

    private const string DocumentsName = "OneDrive - 通関株式会社/ドキュメント";

    private const string ShellFolders = @"HKCU\Software\Microsoft\Windows\CurrentVersion\Explorer\User Shell Folders";

    /// <summary>The user's documents, as Windows writes the path below the user's folder.</summary>
    public static string Documents { get; } = DocumentsName.Replace('/', '\\');

    /// <summary>The version of the staged module, after which its folder has to be called.</summary>
    public static string Version { get; } = ModuleVersion().Match(File.ReadAllText(Path.Combine(BuildPaths.StagedModule, "NaccsCert.psd1"))).Groups[1].Value;

    /// <summary>The folder of all its versions, below the documents.</summary>
    public const string Folder = @"PowerShell\Modules\" + Name;

    /// <summary>Moves the documents, and puts the staged module there, in the folder of a version.</summary>
    /// <param name="prefix">The Windows.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task WriteAsync(WinePrefix prefix, CancellationToken cancellationToken)
    {
        FileTree.Copy(BuildPaths.StagedModule, Path.Combine(DocumentsFolder(prefix), Folder.Replace('\\', '/'), Version));
        await MoveDocumentsAsync(prefix, cancellationToken);
    }

    /// <summary>The user's documents, outside of Wine.</summary>
    /// <param name="prefix">The Windows.</param>
    public static string DocumentsFolder(WinePrefix prefix) => Path.Combine(prefix.UserFolder, DocumentsName);

    /// <summary>Moves the documents.</summary>
    /// <param name="prefix">The Windows.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task MoveDocumentsAsync(WinePrefix prefix, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(DocumentsFolder(prefix));
        ProgramRun run = await prefix.RunAsync(
            ["reg", "add", ShellFolders, "/v", "Personal", "/t", "REG_EXPAND_SZ", "/d", $@"%USERPROFILE%\{Documents}", "/f"], cancellationToken);
        if (run.ExitCode != 0)
        {
            throw new InvalidOperationException($"The documents could not be moved: {run.Text}");
        }
    }

    [GeneratedRegex(@"\bModuleVersion\s*=\s*'([^']+)'")]
    private static partial Regex ModuleVersion();
}

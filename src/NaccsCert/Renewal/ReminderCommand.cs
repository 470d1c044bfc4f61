using System;
using System.IO;
using System.Linq;

namespace NaccsCert.Renewal;

/// <summary>The command lines by which Windows starts the module for the reminder.</summary>
/// <param name="moduleFolder">The folder of the module, with or without one for its version.</param>
/// <param name="systemFolder">The system folder of Windows.</param>
/// <param name="service">The service definition, a name or a path; null for the one that holds when the command runs.</param>
/// <remarks>
/// They name the folder above the module, not the module's own, so that they outlive its updates. Windows PowerShell is
/// always there, and shows toasts. <c>RemoteSigned</c> lets the module's format files load where nothing was set; Group
/// Policy goes before it.
/// </remarks>
internal sealed class ReminderCommand(string moduleFolder, string systemFolder, string? service = null)
{
    private const string Quotes = "'\u2018\u2019\u201A\u201B";

    private string PowerShell => systemFolder + @"\WindowsPowerShell\v1.0\powershell.exe";

    /// <summary>
    /// The program of the task: it has no window itself, and gives the one that it starts none. <c>-WindowStyle
    /// Hidden</c> would hide a window that has been shown already (PowerShell #3028).
    /// </summary>
    public string Program => systemFolder + @"\conhost.exe";

    /// <summary>Its arguments: one run of the reminder.</summary>
    /// <param name="autoRenew">Whether the user wants silent renewal.</param>
    public string RunArguments(bool autoRenew) =>
        $"--headless {Quoted(PowerShell)} -NoProfile -NonInteractive -ExecutionPolicy RemoteSigned -Command "
        + Quoted($"{Import} Invoke-NaccsRenewalReminder{Service}{(autoRenew ? " -AutoRenew" : string.Empty)}");

    /// <summary>The command line of the button that renews: a window that shows how it goes, and stays.</summary>
    public string RenewCommandLine =>
        $"{Quoted(PowerShell)} -NoProfile -NoExit -ExecutionPolicy RemoteSigned -Command " + Quoted($"{Import} Update-NaccsCertificate{Service}");

    private string Service => service is null ? string.Empty : " -Service " + Literal(service);

    private string Import =>
        $"$env:PSModulePath = {Literal(ModulesFolder + ";")} + $env:PSModulePath; Import-Module NaccsCert;";

    private string ModulesFolder
    {
        get
        {
            // Windows keeps the case in which somebody once typed a path.
            bool isOwn = string.Equals(Path.GetFileName(moduleFolder), "NaccsCert", StringComparison.OrdinalIgnoreCase);
            string folder = isOwn ? moduleFolder : Path.GetDirectoryName(moduleFolder)!;
            return Path.GetDirectoryName(folder)!;
        }
    }

    // PowerShell takes four other characters for the same quotation mark.
    private static string Literal(string text) =>
        "'" + string.Concat(text.Select(character => Quotes.IndexOf(character) < 0 ? character.ToString() : new string(character, 2))) + "'";

    // A path can hold no quotation mark, and the commands hold none.
    private static string Quoted(string text) => "\"" + text + "\"";
}

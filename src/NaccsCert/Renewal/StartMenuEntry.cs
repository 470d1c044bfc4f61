using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using NaccsCert.Resources;

namespace NaccsCert.Renewal;

/// <summary>The entry of the Start menu that starts the assistant.</summary>
/// <param name="Name">Its name, which people read.</param>
/// <param name="Program">The program that it starts.</param>
/// <param name="Arguments">Its arguments, in ASCII: the object that makes shortcuts knows no other characters everywhere.</param>
internal sealed record StartMenuEntry(string Name, string Program, string Arguments)
{
    /// <summary>The names that it has in any language: who removes it may speak another than who made it.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [.. Strings.Languages.Select(language => Strings.FormatIn(CultureInfo.GetCultureInfo(language), StringId.AssistantName))];

    /// <summary>Composes the entry.</summary>
    /// <param name="host">The PowerShell that it starts.</param>
    /// <param name="moduleFolder">The folder of the module.</param>
    /// <param name="service">The service definition, a name or a full path; null for the effective one.</param>
    /// <remarks>
    /// The window closes when the user leaves the assistant, and stays when something has failed, so that it can be read.
    /// <c>RemoteSigned</c> lets the module's format files load where nothing was set; Group Policy goes before it.
    /// </remarks>
    public static StartMenuEntry ForAssistant(string host, string moduleFolder, string? service)
    {
        string import = "Import-Module " + PowerShellLiteral.From(ModuleImport.PathFor(moduleFolder), asciiOnly: true);
        string start = "Start-NaccsAssistant"
            + (service is null ? string.Empty : " -Service " + PowerShellLiteral.From(service, asciiOnly: true));
        return new StartMenuEntry(
            Strings.Format(StringId.AssistantName),
            host,
            $"-NoLogo -NoProfile -NoExit -ExecutionPolicy RemoteSigned -Command \"{import}; {start}; if ($?) {{ exit }}\"");
    }

    /// <summary>The PowerShell that an entry starts: the one that makes it, if it will still be found there after its next update.</summary>
    /// <param name="home">The folder of the running PowerShell (<c>$PSHOME</c>).</param>
    /// <param name="systemFolder">The system folder of Windows.</param>
    /// <param name="exists">Whether there is a file of a path.</param>
    public static string HostFor(string home, string systemFolder, Func<string, bool> exists)
    {
        string own = Path.Combine(home, "pwsh.exe");
        return exists(own) && home.IndexOf(@"\WindowsApps\", StringComparison.OrdinalIgnoreCase) < 0
            ? own
            : Path.Combine(systemFolder, @"WindowsPowerShell\v1.0\powershell.exe");
    }
}

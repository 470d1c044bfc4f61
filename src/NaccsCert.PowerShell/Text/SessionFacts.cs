using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Runtime.InteropServices;
using System.Text;
using NaccsCert.Diagnostics;

namespace NaccsCert.PowerShell.Text;

/// <summary>What a support desk asks about the computer and the session first: versions, languages, clock.</summary>
internal static class SessionFacts
{
    /// <summary>Reads them.</summary>
    /// <param name="session">The session of the command.</param>
    /// <param name="host">Its host.</param>
    /// <param name="now">The present moment.</param>
    /// <param name="zone">The time zone of the computer.</param>
    /// <returns>Names and values; a value that this platform does not have is null.</returns>
    public static IReadOnlyList<KeyValuePair<string, object?>> Read(
        SessionState session, PSHost host, DateTimeOffset now, TimeZoneInfo zone)
    {
        var versions = session.PSVariable.GetValue("PSVersionTable") as IDictionary;
        return
        [
            new("ModuleVersion", ModuleVersion.Text),
            new("ModulePath", typeof(SessionFacts).Assembly.Location),
            new("PowerShellVersion", Text(versions?["PSVersion"])),
            new("PowerShellEdition", Text(versions?["PSEdition"])),
            new("PowerShellHome", Text(session.PSVariable.GetValue("PSHOME"))),
            new("LanguageMode", Text(session.LanguageMode)),
            new("Host", $"{host.Name} {host.Version}"),
            new("Framework", RuntimeInformation.FrameworkDescription),
            new("OperatingSystem", RuntimeInformation.OSDescription),
            new("OperatingSystemArchitecture", RuntimeInformation.OSArchitecture),
            new("ProcessArchitecture", RuntimeInformation.ProcessArchitecture),
            new("ComputerName", Environment.MachineName),
            new("Culture", CultureInfo.CurrentCulture.Name),
            new("UICulture", CultureInfo.CurrentUICulture.Name),
            new("Calendar", CultureInfo.CurrentCulture.Calendar.GetType().Name),
            new("ConsoleInputEncoding", EncodingName(() => Console.InputEncoding)),
            new("ConsoleOutputEncoding", EncodingName(() => Console.OutputEncoding)),
            new("TimeZone", zone.Id),
            new("UtcOffset", zone.GetUtcOffset(now)),
            new("Clock", now),
            new("UserInteractive", Environment.UserInteractive),
        ];
    }

    private static string? Text(object? value) =>
        value is null ? null : Convert.ToString(PSObject.AsPSObject(value).BaseObject, CultureInfo.InvariantCulture);

    // A process without a console has none.
    private static string? EncodingName(Func<Encoding> read)
    {
        try
        {
            return read().WebName;
        }
        catch (IOException)
        {
            return null;
        }
    }
}

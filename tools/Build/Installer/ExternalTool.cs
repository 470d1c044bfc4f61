using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Diagnostics;

namespace NaccsCert.Build.Installer;

/// <summary>A program of msitools.</summary>
/// <param name="name">Its name, which is on the path.</param>
/// <param name="folder">The folder in which it runs.</param>
internal sealed class ExternalTool(string name, string folder)
{
    /// <summary>Runs it to its end.</summary>
    /// <param name="arguments">Its arguments.</param>
    /// <exception cref="InvalidOperationException">It is not there, or failed.</exception>
    public void Run(IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(name, arguments) { WorkingDirectory = folder, RedirectStandardError = true };
        // Cabinets have local times.
        start.Environment["TZ"] = "UTC";
        start.Environment["LC_ALL"] = "C.UTF-8";
        using Process process = Start(start);
        string said = process.StandardError.ReadToEnd();
        process.WaitForExit();
        // Both tools tell of some failures in words alone.
        if (process.ExitCode != 0 || said.Length > 0)
        {
            throw new InvalidOperationException($"{name} ended with exit code {process.ExitCode}: {said}");
        }
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception exception)
        {
            throw new InvalidOperationException($"{start.FileName} is missing: install Debian's packages wixl and msitools. {exception.Message}", exception);
        }
    }
}

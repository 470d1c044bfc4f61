using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using NaccsCert.Renewal;

namespace NaccsCert.Windows;

/// <summary>The Start menu of the user: shortcuts in a folder of Windows, which need no administrator rights.</summary>
internal sealed class StartMenu : IStartMenu
{
    private const string Extension = ".lnk";

    private readonly string _folder;
    private readonly ShellShortcut _shortcuts;

    /// <summary>Takes that of the user who is signed in.</summary>
    public StartMenu()
        : this(
            RuntimeInformation.IsOSPlatform(OSPlatform.Windows) ? Environment.GetFolderPath(Environment.SpecialFolder.Programs) : string.Empty,
            NewShell)
    {
    }

    /// <summary>Takes a folder.</summary>
    /// <param name="folder">The folder; empty where there is none.</param>
    /// <param name="createShell">As for <see cref="ShellShortcut"/>.</param>
    internal StartMenu(string folder, Func<object?> createShell) => (_folder, _shortcuts) = (folder, new ShellShortcut(createShell));

    /// <inheritdoc/>
    public void Write(StartMenuEntry entry)
    {
        if (_folder.Length == 0)
        {
            throw new NaccsException(ErrorId.StartMenuUnavailable, RuntimeInformation.OSDescription);
        }

        // Under a plain name first: the object that writes shortcuts knows only the characters of the system's code page.
        string beside = Path.Combine(_folder, $"naccscert-{Guid.NewGuid():N}{Extension}");
        try
        {
            Directory.CreateDirectory(_folder);
            _shortcuts.Write(beside, entry);
            File.Delete(PathOf(entry.Name));
            File.Move(beside, PathOf(entry.Name));
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            File.Delete(beside);
            throw Failed(entry.Name, exception);
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> Find(IEnumerable<string> names) =>
        _folder.Length == 0 ? [] : [.. names.Where(name => File.Exists(PathOf(name)))];

    /// <inheritdoc/>
    public void Delete(IEnumerable<string> names)
    {
        foreach (string name in Find(names))
        {
            try
            {
                File.Delete(PathOf(name));
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                throw Failed(name, exception);
            }
        }
    }

    private string PathOf(string name) => Path.Combine(_folder, name + Extension);

    private static NaccsException Failed(string name, Exception exception) =>
        new(ErrorId.StartMenuEntryFailed, name, exception, ShellShortcut.Cause(exception).Message);

    private static object? NewShell()
    {
#if NET
        if (!OperatingSystem.IsWindows())
        {
            return null;
        }
#endif
        return Type.GetTypeFromProgID("WScript.Shell") is { } type ? Activator.CreateInstance(type) : null;
    }
}

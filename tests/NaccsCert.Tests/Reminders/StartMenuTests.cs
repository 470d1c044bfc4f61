using System;
using System.IO;
using System.Linq;
using NaccsCert.Renewal;
using NaccsCert.Tests.Support;
using NaccsCert.TestSupport;
using NaccsCert.Windows;
using Xunit;

namespace NaccsCert.Tests.Reminders;

/// <summary>The entry of the Start menu; the object that writes shortcuts is asked by name only, so one of the same members stands in for it.</summary>
public sealed class StartMenuTests : IDisposable
{
    private const string SystemFolder = @"C:\Windows\System32";

    private static readonly StartMenuEntry Entry = new("NACCS 証明書アシスタント", @"C:\pwsh.exe", "-NoExit");

    private readonly ScratchDirectory _scratch = new();
    private readonly StandInShell _shell = new();

    private string Folder => _scratch.Member("Programs");

    private StartMenu Menu => new(Folder, () => _shell);

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void An_entry_is_a_shortcut_of_its_name_and_takes_the_place_of_an_older_one()
    {
        Menu.Write(Entry);
        Menu.Write(Entry with { Arguments = "second" });

        Assert.Equal([Entry.Name + ".lnk"], Directory.GetFiles(Folder).Select(Path.GetFileName));
        Assert.Equal(@"C:\pwsh.exe|second|%USERPROFILE%", File.ReadAllText(Path.Combine(Folder, Entry.Name + ".lnk")));
        Assert.All(_shell.Paths, path => Assert.DoesNotContain(Path.GetFileName(path), character => character > '~'));
    }

    [Fact]
    public void Entries_of_any_language_are_removed_and_no_other()
    {
        foreach (string name in StartMenuEntry.Names.Append("Another"))
        {
            Menu.Write(Entry with { Name = name });
        }

        Menu.Delete(StartMenuEntry.Names);
        Menu.Delete(StartMenuEntry.Names);
        Assert.Equal(2, StartMenuEntry.Names.Distinct().Count());
        Assert.Equal(["Another.lnk"], Directory.GetFiles(Folder).Select(Path.GetFileName));
    }

    [Fact]
    public void What_the_object_says_is_the_reason_and_nothing_is_left()
    {
        _shell.Failure = new UnauthorizedAccessException("denied by policy");
        NaccsException error = Assert.Throws<NaccsException>(() => Menu.Write(Entry));
        Assert.Equal((ErrorId.StartMenuEntryFailed, Entry.Name), (error.ErrorId, error.Target));
        Assert.Contains("denied by policy", error.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(Folder));
    }

    [Fact]
    public void Where_there_is_no_object_that_is_the_reason() =>
        Assert.Equal(ErrorId.StartMenuEntryFailed, Assert.Throws<NaccsException>(() => new StartMenu(Folder, () => null).Write(Entry)).ErrorId);

    [Fact]
    public void Where_there_is_no_Start_menu_that_is_an_error_to_write_and_nothing_to_remove()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has one.");
        Assert.Equal(ErrorId.StartMenuUnavailable, Assert.Throws<NaccsException>(() => new StartMenu().Write(Entry)).ErrorId);
        new StartMenu().Delete(StartMenuEntry.Names);
    }

    [Theory]
    [InlineData(@"C:\Program Files\PowerShell\7\", true, @"C:\Program Files\PowerShell\7\pwsh.exe")]
    [InlineData(@"C:\Program Files\WindowsApps\Microsoft.PowerShell_7.6.0.0_x64__8wekyb3d8bbwe\", true, SystemFolder + @"\WindowsPowerShell\v1.0\powershell.exe")]
    [InlineData(SystemFolder + @"\WindowsPowerShell\v1.0\", false, SystemFolder + @"\WindowsPowerShell\v1.0\powershell.exe")]
    public void The_running_PowerShell_is_started_unless_its_place_changes_with_its_updates(string home, bool hasPwsh, string expected) =>
        Assert.Equal(
            expected,
            StartMenuEntry.HostFor(home, SystemFolder + @"\", _ => hasPwsh).Replace("/", string.Empty, StringComparison.Ordinal));

    [Fact]
    [InEnglish]
    public void The_arguments_are_ASCII_whatever_the_folder_is_called()
    {
        StartMenuEntry entry = StartMenuEntry.ForAssistant("pwsh.exe", "/home/佐藤 😀/NaccsCert", "O'Brien");
        Assert.Equal("NACCS certificate assistant", entry.Name);
        Assert.All(entry.Arguments, character => Assert.InRange(character, ' ', '~'));
        Assert.Equal(3, entry.Arguments.Split('"').Length);
        Assert.Contains("Start-NaccsAssistant -Service 'O''Brien'; if ($?) { exit }", entry.Arguments, StringComparison.Ordinal);
    }

    /// <summary>WScript.Shell, as far as it is asked.</summary>
    public sealed class StandInShell
    {
        public Exception? Failure { get; set; }

        public System.Collections.Generic.List<string> Paths { get; } = [];

        public object CreateShortcut(string path)
        {
            Paths.Add(path);
            return new StandInShortcut(path, Failure);
        }
    }

    /// <summary>WshShortcut, as far as it is asked.</summary>
    public sealed class StandInShortcut(string path, Exception? failure)
    {
        public string TargetPath { get; set; } = string.Empty;

        public string Arguments { get; set; } = string.Empty;

        public string WorkingDirectory { get; set; } = string.Empty;

        public void Save()
        {
            if (failure is not null)
            {
                throw failure;
            }

            File.WriteAllText(path, $"{TargetPath}|{Arguments}|{WorkingDirectory}");
        }
    }
}

using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;

namespace NaccsCert.TestSupport;

/// <summary>
/// A home folder for tests: certificates, keys and settings that go by the user's home end up in it instead.
/// On Windows this covers files; certificate stores and key containers belong to the account and stay the real ones.
/// </summary>
public sealed class ScratchHome : IDisposable
{
    private readonly ScratchDirectory _directory = new();

    /// <summary>Makes the folder.</summary>
    public ScratchHome()
    {
        Environment = OperatingSystem.IsWindows()
            ? new Dictionary<string, string>
            {
                ["USERPROFILE"] = FullPath,
                ["APPDATA"] = Make("AppData/Roaming"),
                ["LOCALAPPDATA"] = Make("AppData/Local"),
                ["DOTNET_CLI_HOME"] = FullPath,
            }
            : new Dictionary<string, string>
            {
                ["HOME"] = FullPath,
                ["XDG_DATA_HOME"] = Make(".local/share"),
                ["XDG_CONFIG_HOME"] = Make(".config"),
                ["XDG_CACHE_HOME"] = Make(".cache"),
                ["DOTNET_CLI_HOME"] = FullPath,
                // The home is of whoever uses it, also where that needed sudo: otherwise nothing could be enrolled in it.
                ["SUDO_USER"] = string.Empty,
            };
    }

    /// <summary>The folder's full path.</summary>
    public string FullPath => _directory.FullPath;

    /// <summary>The environment variables that make a process take this folder for its home.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; }

    /// <summary>Gives the folder to a process that is about to be started.</summary>
    /// <param name="startInfo">How it will be started.</param>
    public void ApplyTo(ProcessStartInfo startInfo)
    {
        ArgumentNullException.ThrowIfNull(startInfo);
        foreach ((string name, string value) in Environment)
        {
            startInfo.Environment[name] = value;
        }
    }

    /// <summary>Gives the folder to this process. Do it before anything touches a certificate store: the runtime remembers.</summary>
    public void ApplyToThisProcess()
    {
        foreach ((string name, string value) in Environment)
        {
            System.Environment.SetEnvironmentVariable(name, value);
        }
    }

    /// <summary>Removes the folder.</summary>
    public void Dispose() => _directory.Dispose();

    private string Make(string name) =>
        Directory.CreateDirectory(_directory.Member(name.Replace('/', Path.DirectorySeparatorChar))).FullName;
}

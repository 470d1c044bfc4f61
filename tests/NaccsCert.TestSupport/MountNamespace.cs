using System;
using System.Collections.Generic;
using System.Diagnostics;

namespace NaccsCert.TestSupport;

/// <summary>Starts programs that find another folder in the place of one of the machine. Nobody else sees it, and nothing is changed.</summary>
internal static class MountNamespace
{
    /// <summary>The program that makes one, of Debian's package util-linux.</summary>
    public const string Program = "/usr/bin/unshare";

    private const string Script = "folder=$1 place=$2; shift 2; mount --bind \"$folder\" \"$place\" && exec \"$@\"";

    /// <summary>How to start a program.</summary>
    /// <param name="folder">The folder that it finds.</param>
    /// <param name="place">Where, which has to be a folder of the machine.</param>
    /// <param name="command">The program and its arguments.</param>
    public static ProcessStartInfo StartInfo(string folder, string place, params IEnumerable<string> command)
    {
        // Without rights of root, they are to be had in a namespace of users.
        string[] rights = Environment.IsPrivilegedProcess ? [] : ["--map-root-user"];
        return new ProcessStartInfo(Program, [.. rights, "--mount", "--", "/bin/sh", "-c", Script, "sh", folder, place, .. command]);
    }
}

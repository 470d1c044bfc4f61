namespace NaccsCert.Compat;

/// <summary>What Unix knows about a file: its kind and permissions, and whose it is.</summary>
/// <param name="Mode">Kind and permissions (<c>st_mode</c>).</param>
/// <param name="User">The user that owns it.</param>
/// <param name="Group">The group that it belongs to.</param>
internal readonly record struct UnixFileStatus(int Mode, uint User, uint Group)
{
    private const int KindMask = 0xF000;

    /// <summary>Whether it is a file with content, and no device, pipe, socket, folder or link.</summary>
    public bool IsRegular => (Mode & KindMask) == 0x8000;

    /// <summary>Whether it is a folder.</summary>
    public bool IsFolder => (Mode & KindMask) == 0x4000;

    /// <summary>Whether it is a symbolic link.</summary>
    public bool IsLink => (Mode & KindMask) == 0xA000;

    /// <summary>Whether its group may write to it.</summary>
    public bool IsGroupWritable => (Mode & 0x10) != 0;

    /// <summary>Whether everybody may write to it.</summary>
    public bool IsWorldWritable => (Mode & 0x2) != 0;

    /// <summary>Whether, of what is in this folder, everybody may rename and remove only what is theirs.</summary>
    public bool IsSticky => (Mode & 0x200) != 0;
}

/// <summary>Asks Unix about files. .NET tells neither owners nor devices and pipes from files.</summary>
internal static class UnixFiles
{
#if NET
    /// <summary>The user as whom this process acts.</summary>
    public static uint CurrentUser() => System.OperatingSystem.IsWindows() ? 0 : GetEffectiveUser();

    /// <summary>The status of a file or folder.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="followLink">Whether a link stands for what it leads to.</param>
    /// <returns>The status; null where there is none: nothing is there, or this is Windows.</returns>
    public static UnixFileStatus? StatusOf(string path, bool followLink)
    {
        // A text that ends early would be about another file.
        if (System.OperatingSystem.IsWindows() || path.Contains('\0'))
        {
            return null;
        }

        byte[] name = System.Text.Encoding.UTF8.GetBytes(path + "\0");
        int result = followLink ? Stat(name, out StatusBuffer status) : LinkStat(name, out status);
        return result == 0 ? new UnixFileStatus(status.Mode, status.User, status.Group) : null;
    }

    /// <summary>What a link names, which may be another link.</summary>
    /// <param name="path">The full path of the link.</param>
    /// <returns>The full path of what it names; null where that cannot be told.</returns>
    public static string? TargetOf(string path)
    {
        try
        {
            return System.IO.Directory.ResolveLinkTarget(path, returnFinalTarget: false)?.FullName;
        }
        catch (System.IO.IOException)
        {
            return null;
        }
    }

    // The layout of stat(2) differs with every system. The runtime brings this one, whose first fields are the same in every version.
    [System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Sequential, Size = 256)]
    private struct StatusBuffer
    {
        public int Flags;
        public int Mode;
        public uint User;
        public uint Group;
    }

    [System.Runtime.InteropServices.DllImport("libSystem.Native", EntryPoint = "SystemNative_Stat")]
    [System.Runtime.InteropServices.DefaultDllImportSearchPaths(System.Runtime.InteropServices.DllImportSearchPath.SafeDirectories)]
    private static extern int Stat(byte[] path, out StatusBuffer status);

    [System.Runtime.InteropServices.DllImport("libSystem.Native", EntryPoint = "SystemNative_LStat")]
    [System.Runtime.InteropServices.DefaultDllImportSearchPaths(System.Runtime.InteropServices.DllImportSearchPath.SafeDirectories)]
    private static extern int LinkStat(byte[] path, out StatusBuffer status);

    [System.Runtime.InteropServices.DllImport("libc", EntryPoint = "geteuid")]
    [System.Runtime.InteropServices.DefaultDllImportSearchPaths(System.Runtime.InteropServices.DllImportSearchPath.SafeDirectories)]
    private static extern uint GetEffectiveUser();
#else
    public static uint CurrentUser() => 0;

    public static UnixFileStatus? StatusOf(string path, bool followLink) => null;

    public static string? TargetOf(string path) => null;
#endif
}

using System.Runtime.InteropServices;
using NaccsCert.Accounts;
using NaccsCert.Diagnostics;

namespace NaccsCert.Windows;

/// <summary>
/// Asks Windows where the profile of the user stays
/// (https://learn.microsoft.com/windows/win32/api/userenv/nf-userenv-getprofiletype).
/// </summary>
internal static class ProfileReader
{
    private const uint Temporary = 1;
    private const uint Roaming = 2;
    private const uint Mandatory = 4;

    /// <summary>Reads it. Elsewhere than on Windows, homes stay on the computer as far as is known.</summary>
    public static ProfileKind Read()
    {
        if (!RuntimeInformation.IsOSPlatform(OSPlatform.Windows))
        {
            return ProfileKind.Local;
        }

        if (!GetProfileType(out uint type))
        {
            int error = Marshal.GetLastWin32Error();
            NaccsCertEventSource.Log.WindowsFunctionFailed(nameof(GetProfileType), error);
            return ProfileKind.Unknown;
        }

        return KindOf(type);
    }

    private static ProfileKind KindOf(uint type)
    {
        if ((type & (Temporary | Mandatory)) != 0)
        {
            return ProfileKind.Temporary;
        }

        return (type & Roaming) != 0 ? ProfileKind.Roaming : ProfileKind.Local;
    }

    [DllImport("userenv.dll", ExactSpelling = true, SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static extern bool GetProfileType(out uint flags);
}

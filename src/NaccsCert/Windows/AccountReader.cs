using System;
using System.Runtime.InteropServices;
#if NET
using System.Runtime.Versioning;
#endif
using System.Security.Principal;
using NaccsCert.Accounts;
using NaccsCert.Diagnostics;

namespace NaccsCert.Windows;

/// <summary>Asks the system for the account of this process and that of the desktop.</summary>
internal static class AccountReader
{
    private const int UserNameOfSession = 5;
    private const int DomainNameOfSession = 7;
    private const int ThisSession = -1;

    /// <summary>Reads the facts. Elsewhere than on Windows, <c>sudo</c> tells who called it.</summary>
    public static AccountFacts Read()
    {
#if NET
        return OperatingSystem.IsWindows() ? ReadWindows() : ReadUnix();
#else
        return Environment.OSVersion.Platform == PlatformID.Win32NT ? ReadWindows() : ReadUnix();
#endif
    }

    private static AccountFacts ReadUnix()
    {
        string user = Environment.UserName;
        string caller = Environment.GetEnvironmentVariable("SUDO_USER") ?? string.Empty;
        return new AccountFacts(user, user, caller.Length > 0 ? caller : user, IsServiceAccount: false, IsElevated: caller.Length > 0);
    }

#if NET
    [SupportedOSPlatform("windows")]
#endif
    private static AccountFacts ReadWindows()
    {
        using WindowsIdentity identity = WindowsIdentity.GetCurrent();
        bool service = identity.IsSystem
            || identity.User?.IsWellKnown(WellKnownSidType.LocalServiceSid) == true
            || identity.User?.IsWellKnown(WellKnownSidType.NetworkServiceSid) == true;
        string desktopUser = DesktopUser();
        return new AccountFacts(
            identity.User!.Value,
            identity.Name,
            desktopUser,
            service,
            new WindowsPrincipal(identity).IsInRole(WindowsBuiltInRole.Administrator))
        {
            DesktopUserId = desktopUser.Length == 0 ? null : SidOf(desktopUser),
        };
    }

    // Empty in the session of services, where nobody is signed in.
    private static string DesktopUser()
    {
        string name = OfSession(UserNameOfSession);
        return name.Length == 0 ? string.Empty : $@"{OfSession(DomainNameOfSession)}\{name}";
    }

    // Null for a name that is cut, or of a domain that cannot be asked now.
#if NET
    [SupportedOSPlatform("windows")]
#endif
    private static string? SidOf(string name)
    {
        try
        {
            return new NTAccount(name).Translate(typeof(SecurityIdentifier)).Value;
        }
        catch (SystemException)
        {
            return null;
        }
    }

    private static string OfSession(int information)
    {
        if (!WTSQuerySessionInformationW(IntPtr.Zero, ThisSession, information, out IntPtr text, out _))
        {
            int error = Marshal.GetLastWin32Error();
            NaccsCertEventSource.Log.WindowsFunctionFailed(nameof(WTSQuerySessionInformationW), error);
            return string.Empty;
        }

        try
        {
            return Marshal.PtrToStringUni(text) ?? string.Empty;
        }
        finally
        {
            WTSFreeMemory(text);
        }
    }

    [DllImport("wtsapi32.dll", CharSet = CharSet.Unicode, ExactSpelling = true, SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static extern bool WTSQuerySessionInformationW(
        IntPtr server, int session, int information, out IntPtr buffer, out int length);

    [DllImport("wtsapi32.dll", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern void WTSFreeMemory(IntPtr memory);
}

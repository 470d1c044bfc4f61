using System;
using System.Diagnostics.Tracing;
using System.Runtime.InteropServices;
using Microsoft.Win32;
using NaccsCert.Diagnostics;
using NaccsCert.Logging;

namespace NaccsCert.Windows;

/// <summary>The Application log of Windows, where an administrator has made the source <c>NaccsCert</c>.</summary>
internal sealed class ApplicationLog : IOutcomeLog
{
    private const string Source = "NaccsCert";
    private const string SourceKey = @"SYSTEM\CurrentControlSet\Services\EventLog\Application\" + Source;

    private const ushort ErrorType = 1;
    private const ushort WarningType = 2;
    private const ushort InformationType = 4;

    // Of one text, by the documentation of ReportEvent; a longer one is refused.
    private const int MaxTextLength = 31839;

    private static readonly Lazy<bool> Exists = new(HasSource);

    /// <inheritdoc/>
    public void Write(EventLevel level, int eventId, string text)
    {
        if (!Exists.Value)
        {
            return;
        }

        using ApplicationLogHandle log = RegisterEventSourceW(null, Source);
        if (log.IsInvalid)
        {
            int error = Marshal.GetLastWin32Error();
            NaccsCertEventSource.Log.WindowsFunctionFailed(nameof(RegisterEventSourceW), error);
            return;
        }

        if (!ReportEventW(log, TypeOf(level), 0, eventId, IntPtr.Zero, 1, 0, [Shortened(text)], IntPtr.Zero))
        {
            int error = Marshal.GetLastWin32Error();
            NaccsCertEventSource.Log.WindowsFunctionFailed(nameof(ReportEventW), error);
        }
    }

    /// <summary>As much of a text as an entry can hold.</summary>
    internal static string Shortened(string text) => text.Length <= MaxTextLength ? text : text.Substring(0, MaxTextLength);

    private static ushort TypeOf(EventLevel level) => level switch
    {
        EventLevel.Critical or EventLevel.Error => ErrorType,
        EventLevel.Warning => WarningType,
        _ => InformationType,
    };

    // Without the key, Windows would write the entry under a source that nobody has made.
    private static bool HasSource()
    {
#if NET
        if (!OperatingSystem.IsWindows())
        {
            return false;
        }
#else
        if (Environment.OSVersion.Platform != PlatformID.Win32NT)
        {
            return false;
        }
#endif
        using RegistryKey? key = Registry.LocalMachine.OpenSubKey(SourceKey);
        return key is not null;
    }

    [DllImport("advapi32.dll", CharSet = CharSet.Unicode, ExactSpelling = true, SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern ApplicationLogHandle RegisterEventSourceW(string? server, string source);

    [DllImport("advapi32.dll", CharSet = CharSet.Unicode, ExactSpelling = true, SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static extern bool ReportEventW(
        ApplicationLogHandle log,
        ushort type,
        ushort category,
        int eventId,
        IntPtr user,
        ushort count,
        uint size,
        string[] texts,
        IntPtr data);
}

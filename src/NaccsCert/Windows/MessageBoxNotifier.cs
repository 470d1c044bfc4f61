using System;
using System.Runtime.InteropServices;
using NaccsCert.Diagnostics;
using NaccsCert.Renewal;

namespace NaccsCert.Windows;

/// <summary>A message box of Windows on the user's desktop, which goes away by itself.</summary>
internal sealed class MessageBoxNotifier : INotifier
{
    private const int ThisSession = -1;
    private const int Yes = 6;
    private const int YesNo = 0x4;
    private const int Information = 0x40;
    private const int ToForeground = 0x10000;

    private static readonly TimeSpan MaxWait = TimeSpan.FromMinutes(10);

    /// <inheritdoc/>
    public string Name => "MessageBox";

    /// <inheritdoc/>
    public NoticeResponse Show(Notice notice)
    {
        // Its buttons say yes and no, so the text asks.
        string text = notice.Renew is null ? notice.Text : $"{notice.Text}\n\n{notice.Renew}?";
        int style = Information | ToForeground | (notice.Renew is null ? 0 : YesNo);
        if (!WTSSendMessageW(
            IntPtr.Zero,
            ThisSession,
            notice.Title,
            notice.Title.Length * sizeof(char),
            text,
            text.Length * sizeof(char),
            style,
            (int)MaxWait.TotalSeconds,
            out int answer,
            wait: true))
        {
            int error = Marshal.GetLastWin32Error();
            NaccsCertEventSource.Log.WindowsFunctionFailed(nameof(WTSSendMessageW), error);
            return NoticeResponse.Unavailable;
        }

        return answer == Yes ? NoticeResponse.Renew : NoticeResponse.Shown;
    }

    [DllImport("wtsapi32.dll", CharSet = CharSet.Unicode, ExactSpelling = true, SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static extern bool WTSSendMessageW(
        IntPtr server,
        int session,
        string title,
        int titleLength,
        string message,
        int messageLength,
        int style,
        int timeout,
        out int response,
        [MarshalAs(UnmanagedType.Bool)] bool wait);
}

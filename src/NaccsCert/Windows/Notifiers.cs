using System.Collections.Generic;
using System.Runtime.InteropServices;
using NaccsCert.Renewal;

namespace NaccsCert.Windows;

/// <summary>The ways to tell the user something on this platform, the best first.</summary>
internal static class Notifiers
{
    /// <summary>On Windows a toast, then a message box; elsewhere none.</summary>
    public static IReadOnlyList<INotifier> All { get; } = RuntimeInformation.IsOSPlatform(OSPlatform.Windows)
        ? [new ToastNotifier(), new MessageBoxNotifier()]
        : [new NoNotifier()];

    private sealed class NoNotifier : INotifier
    {
        public string Name => "None";

        public NoticeResponse Show(Notice notice) => NoticeResponse.Unavailable;
    }
}

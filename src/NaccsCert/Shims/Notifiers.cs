using System.Collections.Generic;
using System.Runtime.InteropServices;
using NaccsCert.Reminders;

namespace NaccsCert.Shims;

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

        public NoticeAnswer Show(Notice notice) => NoticeAnswer.Unavailable;
    }
}

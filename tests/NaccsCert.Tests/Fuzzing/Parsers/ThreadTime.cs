using System;
using System.Runtime.InteropServices;

namespace NaccsCert.Tests.Fuzzing.Parsers;

/// <summary>The processor time of the current thread, which unlike a clock does not run on a busy machine. The framework has it for processes only.</summary>
internal static class ThreadTime
{
    // CLOCK_THREAD_CPUTIME_ID of time.h.
    private const int LinuxClock = 3;
    private const int MacClock = 16;

    /// <summary>What the thread has used since it began.</summary>
    public static TimeSpan Used => OperatingSystem.IsWindows() ? OnWindows() : OnUnix();

    private static TimeSpan OnUnix() =>
        GetTime(OperatingSystem.IsMacOS() ? MacClock : LinuxClock, out Moment moment) == 0
            ? TimeSpan.FromSeconds(moment.Seconds) + TimeSpan.FromTicks(moment.Nanoseconds / TimeSpan.NanosecondsPerTick)
            : throw new PlatformNotSupportedException("There is no clock of the thread.");

    private static TimeSpan OnWindows() =>
        GetThreadTimes(GetCurrentThread(), out _, out _, out long kernel, out long user)
            ? TimeSpan.FromTicks(kernel + user)
            : throw new PlatformNotSupportedException("There is no clock of the thread.");

    [DllImport("libc", EntryPoint = "clock_gettime")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int GetTime(int clock, out Moment moment);

    [DllImport("kernel32.dll")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern nint GetCurrentThread();

    [DllImport("kernel32.dll")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static extern bool GetThreadTimes(nint thread, out long creation, out long exit, out long kernel, out long user);

    [StructLayout(LayoutKind.Sequential)]
    private readonly struct Moment
    {
        public readonly nint Seconds;
        public readonly nint Nanoseconds;
    }
}

namespace NaccsCert.Compat;

/// <summary>This process.</summary>
internal static class Processes
{
    /// <summary>Its number.</summary>
    public static int CurrentId { get; } =
#if NET
        System.Environment.ProcessId;
#else
        System.Diagnostics.Process.GetCurrentProcess().Id;
#endif
}

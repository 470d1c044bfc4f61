using System.Diagnostics.CodeAnalysis;
using NaccsCert.TestSupport;

/// <summary>Puts a child process into the culture of the run, before its own code begins.</summary>
[SuppressMessage("Design", "CA1050:Declare types in namespaces", Justification = "The runtime looks for just this name.")]
[SuppressMessage("Performance", "CA1812:Avoid uninstantiated internal classes", Justification = "The runtime calls it.")]
internal static class StartupHook
{
    /// <summary>The runtime calls it before the program's entry point.</summary>
    public static void Initialize() => RunCulture.ApplyToThisProcess();
}

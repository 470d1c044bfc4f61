using System;
using System.Runtime.CompilerServices;
using NaccsCert.TestSupport;

namespace NaccsCert.Module.Tests.Engine;

/// <summary>
/// Keeps the tests, and every process that they start, away from the real home and its certificate stores, and in
/// the culture of the run.
/// </summary>
internal static class TestHome
{
    private static readonly ScratchHome Home = new();

    /// <summary>Runs before anything else in this assembly: the runtime remembers where the stores are.</summary>
    [ModuleInitializer]
    internal static void Use()
    {
        Home.ApplyToThisProcess();
        RunCulture.ApplyToThisProcess();
        Environment.SetEnvironmentVariable("POWERSHELL_TELEMETRY_OPTOUT", "1");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Home.Dispose();
    }
}

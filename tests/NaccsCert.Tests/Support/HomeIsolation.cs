using System;
using System.Runtime.CompilerServices;
using NaccsCert.TestSupport;

namespace NaccsCert.Tests.Support;

/// <summary>Keeps the whole test process away from the developer's home and certificate stores, and in the culture of the run.</summary>
internal static class HomeIsolation
{
    private static readonly ScratchHome Home = new();

    [ModuleInitializer]
    internal static void Apply()
    {
        Home.ApplyToThisProcess();
        RunCulture.ApplyToThisProcess();
        TrustedRoot.Install();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Home.Dispose();
    }
}

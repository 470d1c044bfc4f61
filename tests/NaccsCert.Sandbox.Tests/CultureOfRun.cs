using System.Runtime.CompilerServices;
using NaccsCert.TestSupport;

namespace NaccsCert.Sandbox.Tests;

/// <summary>Runs the tests and the sandboxes that they start in the culture of the run.</summary>
internal static class CultureOfRun
{
    [ModuleInitializer]
    internal static void Apply() => RunCulture.ApplyToThisProcess();
}

using System;
using System.IO;
using System.Linq;
using System.Reflection;

namespace NaccsCert.Wine.Guest;

/// <summary>What the build has put in place.</summary>
internal static class StagedFiles
{
    /// <summary>The folder of the module.</summary>
    public static string Module { get; } = Metadata("StagedModule");

    /// <summary>The engine host for Windows.</summary>
    public static string Engine { get; } = Metadata("Engine");

    /// <summary>The script that runs checks.</summary>
    public static string RunChecks { get; } = Path.Combine(AppContext.BaseDirectory, "Guest", "RunChecks.ps1");

    private static string Metadata(string key) => typeof(StagedFiles).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(item => item.Key == key).Value!;
}

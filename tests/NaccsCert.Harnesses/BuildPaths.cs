using System.Linq;
using System.Reflection;

namespace NaccsCert.Harnesses;

/// <summary>Gives the paths of what the build has made.</summary>
internal static class BuildPaths
{
    /// <summary>The folder of the staged module.</summary>
    public static string StagedModule { get; } = Metadata("StagedModule");

    /// <summary>The tests of the net48 build.</summary>
    public static string DesktopProgram { get; } = Metadata("DesktopProgram");

    /// <summary>PowerShell for Windows, with its own runtime.</summary>
    public static string WineEngine { get; } = Metadata("WineEngine");

    /// <summary>The build tool.</summary>
    public static string BuildProgram { get; } = Metadata("BuildProgram");

    private static string Metadata(string key) =>
        typeof(BuildPaths).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(item => item.Key == key).Value!;
}

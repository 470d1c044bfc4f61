using System.Linq;
using System.Reflection;

namespace NaccsCert.Module.Tests.Engine;

/// <summary>Where the build has put what the tests look at.</summary>
internal static class BuildPaths
{
    /// <summary>The staged module's folder, which is what a user imports.</summary>
    public static string StagedModule { get; } = Metadata("StagedModule");

    /// <summary>The build tool, which packs modules.</summary>
    public static string BuildTool { get; } = Metadata("BuildTool");

    /// <summary>The documentation, with a folder for the help pages of each language.</summary>
    public static string Documentation { get; } = Metadata("Documentation");

    /// <summary>The reference assemblies of .NET Framework 4.8.</summary>
    public static string DesktopFramework { get; } = Metadata("DesktopFramework");

    private static string Metadata(string key) =>
        typeof(BuildPaths).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(item => item.Key == key).Value!;
}

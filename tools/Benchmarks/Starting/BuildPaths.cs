using System.IO;
using System.Linq;
using System.Reflection;

namespace NaccsCert.Benchmarks.Starting;

/// <summary>Where the build has put what is measured.</summary>
internal static class BuildPaths
{
    /// <summary>The folder of the repository, whose tool manifest names the PowerShell.</summary>
    public static string Repository { get; } = typeof(BuildPaths).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == "Repository").Value!;

    /// <summary>The folder that the staged module lies in, as one of the folders of modules.</summary>
    public static string Modules { get; } = Path.Combine(Repository, "out");

    /// <summary>The script that agents run on every computer, as it is staged.</summary>
    public static string DetectionScript { get; } =
        Path.Combine(Modules, "NaccsCert", "scripts", "Intune", "Detect-NaccsCertificate.ps1");
}

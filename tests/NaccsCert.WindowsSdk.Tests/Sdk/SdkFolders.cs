using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;

namespace NaccsCert.WindowsSdk.Tests.Sdk;

/// <summary>Where the restore has put the Windows SDK, and the build the module that is held against it.</summary>
internal static class SdkFolders
{
    /// <summary>The staged module, with the assemblies of both frameworks.</summary>
    public static string StagedModule { get; } = Metadata("StagedModule");

    /// <summary>The folders of the C headers.</summary>
    public static IReadOnlyList<string> Headers { get; } = [Versioned("Include", "um"), Versioned("Include", "shared")];

    /// <summary>The contracts of the Windows Runtime.</summary>
    public static string Contracts { get; } = Versioned("References");

    /// <summary>What a linker is told of the DLLs.</summary>
    public static string ImportLibraries { get; } = Path.Combine(Metadata("WindowsSdkLibraries"), "um", "x64");

    // The package has one version, in a folder named for it.
    private static string Versioned(string kind, params string[] below) =>
        Path.Combine([Directory.GetDirectories(Path.Combine(Metadata("WindowsSdk"), kind)).Single(), .. below]);

    private static string Metadata(string key) =>
        typeof(SdkFolders).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(item => item.Key == key).Value!;
}

using System.Collections.Generic;
using System.IO;

namespace NaccsCert.Build.Package;

/// <summary>Packs the staged module for galleries, with its bill of materials and checksums, reproducibly.</summary>
internal static class PackageFolder
{
    /// <summary>Writes the package and what lies beside it.</summary>
    /// <param name="module">The folder of the staged module.</param>
    /// <param name="output">The folder that gets the files.</param>
    /// <returns>The package.</returns>
    public static string Write(string module, string output)
    {
        IReadOnlyList<ModuleFile> files = ModuleContent.Read(module);
        var identity = ModuleIdentity.Of(files);
        var bill = new ModuleFile("sbom.cdx.json", BillOfMaterials.Compose(identity, files));
        string name = $"{ModuleIdentity.Name}.{identity.Version}";
        var package = new ModuleFile($"{name}.nupkg", PackageArchive.Compose(Nuspec.Compose(identity), [.. files, bill]));

        Directory.CreateDirectory(output);
        File.WriteAllBytes(Path.Combine(output, package.Path), package.Content);
        File.WriteAllBytes(Path.Combine(output, $"{name}.cdx.json"), bill.Content);
        File.WriteAllText(
            Path.Combine(output, $"{name}.sha256"), $"{package.Sha256}  {package.Path}\n{bill.Sha256}  {name}.cdx.json\n");
        return Path.Combine(output, package.Path);
    }
}

using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace NaccsCert.Build.Package;

/// <summary>Packs the staged module for galleries and for users, with its bill of materials and checksums, reproducibly.</summary>
internal static class PackageFolder
{
    /// <summary>Writes the package, the ZIP archive and what lies beside them.</summary>
    /// <param name="module">The folder of the staged module.</param>
    /// <param name="output">The folder that gets the files.</param>
    /// <returns>The package and the archive.</returns>
    public static IReadOnlyList<string> Write(string module, string output)
    {
        IReadOnlyList<ModuleFile> files = ModuleContent.Read(module);
        var identity = ModuleIdentity.Of(files);
        var bill = new ModuleFile("sbom.cdx.json", BillOfMaterials.Compose(identity, files));
        IReadOnlyList<ModuleFile> packed = [.. files, bill];
        string name = $"{ModuleIdentity.Name}.{identity.Version}";
        ModuleFile[] made =
        [
            new($"{name}.nupkg", PackageArchive.Compose(Nuspec.Compose(identity), packed)),
            new($"{name}.zip", ReproducibleArchive.Compose(packed.Select(file => file with { Path = $"{identity.InstallFolder}/{file.Path}" }))),
            bill with { Path = $"{name}.cdx.json" },
        ];

        Directory.CreateDirectory(output);
        foreach (ModuleFile file in made)
        {
            File.WriteAllBytes(Path.Combine(output, file.Path), file.Content);
        }

        File.WriteAllText(Path.Combine(output, $"{name}.sha256"), string.Concat(made.Select(file => $"{file.Sha256}  {file.Path}\n")));
        return [.. made.Take(2).Select(file => Path.Combine(output, file.Path))];
    }
}

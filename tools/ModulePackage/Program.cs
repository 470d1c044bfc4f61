using System;
using System.Collections.Generic;
using System.IO;
using NaccsCert.ModulePackage;

if (args.Length != 2)
{
    Console.Error.WriteLine("usage: NaccsCert.ModulePackage MODULE-FOLDER OUTPUT-FOLDER");
    Console.Error.WriteLine("  MODULE-FOLDER  the staged module");
    Console.Error.WriteLine("  OUTPUT-FOLDER  gets the package, what it is made of (CycloneDX) and their checksums");
    return 2;
}

IReadOnlyList<ModuleFile> files = ModuleContent.Read(args[0]);
var module = ModuleIdentity.Of(files);
var bill = new ModuleFile("sbom.cdx.json", BillOfMaterials.Compose(module, files));
string name = $"{ModuleIdentity.Name}.{module.Version}";
var package = new ModuleFile($"{name}.nupkg", Package.Compose(Nuspec.Compose(module), [.. files, bill]));

Directory.CreateDirectory(args[1]);
File.WriteAllBytes(Path.Combine(args[1], package.Path), package.Content);
File.WriteAllBytes(Path.Combine(args[1], $"{name}.cdx.json"), bill.Content);
File.WriteAllText(
    Path.Combine(args[1], $"{name}.sha256"), $"{package.Sha256}  {package.Path}\n{bill.Sha256}  {name}.cdx.json\n");
Console.WriteLine(Path.Combine(args[1], package.Path));
return 0;

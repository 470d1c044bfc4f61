using System;
using NaccsCert.Build.Installer;
using NaccsCert.Build.Manifest;
using NaccsCert.Build.Package;
using NaccsCert.Build.Scripts;
using NaccsCert.Build.Views;

switch (args)
{
    case ["views", var formatFile]:
        FormatFile.Write(formatFile);
        return 0;
    case ["types", var typesFile]:
        TypesFile.Write(typesFile);
        return 0;
    case ["manifest", var assembly, var formatFile, var typesFile, var manifest]:
        ManifestFile.Write(assembly, formatFile, typesFile, manifest);
        return 0;
    case ["scripts", var sources, var output]:
        ScriptFolder.Compose(sources, output);
        return 0;
    case ["package", var module, var output]:
        foreach (string made in PackageFolder.Write(module, output))
        {
            Console.WriteLine(made);
        }

        return 0;
    case ["installer", var module, var output]:
        Console.WriteLine(InstallerFile.Write(module, output));
        return 0;
    default:
        Console.Error.WriteLine("""
            usage: NaccsCert.Build views FORMAT-FILE
                   NaccsCert.Build types TYPES-FILE
                   NaccsCert.Build manifest ASSEMBLY FORMAT-FILE TYPES-FILE MANIFEST
                   NaccsCert.Build scripts SOURCE-FOLDER OUTPUT-FOLDER
                   NaccsCert.Build package MODULE-FOLDER OUTPUT-FOLDER
                   NaccsCert.Build installer MODULE-FOLDER OUTPUT-FOLDER

              FORMAT-FILE    the .Format.ps1xml file to write, or that lies beside the manifest
              TYPES-FILE     the .Types.ps1xml file to write, or that lies beside the manifest
              ASSEMBLY       the built assembly of the cmdlets
              MANIFEST       the .psd1 file to write
              SOURCE-FOLDER  scripts, and the parts that they include
              MODULE-FOLDER  the staged module
              OUTPUT-FOLDER  gets the scripts; or the package and the ZIP archive, what they are made of (CycloneDX) and their checksums; or the installer (MSI)
            """);
        return 2;
}

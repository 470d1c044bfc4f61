using System;
using System.IO;
using System.Text;
using NaccsCert.ModuleManifest;

if (args.Length != 3)
{
    Console.Error.WriteLine("usage: NaccsCert.ModuleManifest ASSEMBLY FORMAT-FILE MANIFEST");
    Console.Error.WriteLine("  ASSEMBLY     the built assembly of the cmdlets");
    Console.Error.WriteLine("  FORMAT-FILE  the .Format.ps1xml file that will lie beside the manifest");
    Console.Error.WriteLine("  MANIFEST     the .psd1 file to write");
    return 2;
}

string manifest = ManifestText.Compose(CmdletAssembly.Read(args[0]), Path.GetFileName(args[1]));

// An unchanged file keeps its time, and is not staged again.
if (!File.Exists(args[2]) || File.ReadAllText(args[2]) != manifest)
{
    // Windows PowerShell reads a manifest without a byte order mark in the system code page.
    File.WriteAllText(args[2], manifest, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
}

return 0;

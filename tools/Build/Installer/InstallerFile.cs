using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using NaccsCert.Build.Package;

namespace NaccsCert.Build.Installer;

/// <summary>Makes the installer for one user (MSI) of the staged module, with msitools, reproducibly.</summary>
internal static class InstallerFile
{
    private const string FragmentName = "files.wxs";
    private const string CodePageName = "codepage.idt";
    private const string DatabaseName = "installer.msi";

    // Japanese as Windows has always had it. The summary, which has no Japanese, is in the tools' own code page.
    private const string CodePage = "\r\n\r\n932\t_ForceCodepage\r\n";

    /// <summary>Writes it, with its checksum beside it.</summary>
    /// <param name="module">The folder of the staged module.</param>
    /// <param name="output">The folder that gets the files.</param>
    /// <returns>The path of the installer.</returns>
    /// <exception cref="InvalidOperationException">msitools are missing, or one of them failed.</exception>
    public static string Write(string module, string output)
    {
        IReadOnlyList<ModuleFile> files = ModuleContent.Read(module);
        var identity = InstallerIdentity.Of(files, InstallerSources.All);
        var installer = new ModuleFile($"{ModuleIdentity.Name}.{identity.Module.Version}.msi", Compose(identity, files));
        Directory.CreateDirectory(output);
        string path = Path.Combine(output, installer.Path);
        File.WriteAllBytes(path, installer.Content);
        File.WriteAllText(path + ".sha256", $"{installer.Sha256}  {installer.Path}\n");
        return path;
    }

    private static byte[] Compose(InstallerIdentity identity, IReadOnlyList<ModuleFile> files)
    {
        DirectoryInfo scratch = Directory.CreateTempSubdirectory("naccscert-installer-");
        try
        {
            foreach (ModuleFile file in files)
            {
                WriteSource(Path.Combine(scratch.FullName, "module", file.Path), file.Content);
            }

            WriteSource(Path.Combine(scratch.FullName, InstallerSources.Tables.Path), InstallerSources.Tables.Content);
            WindowsText.Write(Path.Combine(scratch.FullName, FragmentName), ModuleFragment.Compose(identity, files));
            File.WriteAllText(Path.Combine(scratch.FullName, CodePageName), CodePage);
            return Built(identity, scratch.FullName);
        }
        finally
        {
            scratch.Delete(recursive: true);
        }
    }

    private static byte[] Built(InstallerIdentity identity, string scratch)
    {
        IReadOnlyDictionary<string, string> variables = InstallerSources.Variables(identity);
        new ExternalTool("wixl", Path.Combine(scratch, "module")).Run(
        [
            "--arch", "x64",
            .. variables.SelectMany(variable => new[] { "-D", $"{variable.Key}={variable.Value}" }),
            "--output", Path.Combine(scratch, DatabaseName),
            Path.Combine(scratch, InstallerSources.Tables.Path),
            Path.Combine(scratch, FragmentName),
        ]);
        new ExternalTool("msibuild", scratch).Run(
        [
            DatabaseName,
            "-i", CodePageName,
            .. InstallerSources.Statements(variables).SelectMany(statement => new[] { "-q", statement }),
            "-s", ModuleIdentity.Name, identity.Module.Author, "x64;0", identity.PackageCode,
        ]);
        byte[] installer = File.ReadAllBytes(Path.Combine(scratch, DatabaseName));
        SummaryDates.Fix(installer);
        return installer;
    }

    // Times of files are in the cabinet.
    private static void WriteSource(string path, byte[] content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, content);
        File.SetLastWriteTimeUtc(path, ReproducibleArchive.Never.UtcDateTime);
    }
}

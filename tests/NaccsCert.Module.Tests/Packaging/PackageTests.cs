using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using System.Xml.Linq;
using NaccsCert.Module.Tests.Engine;
using NaccsCert.TestSupport.PowerShell;
using Xunit;

namespace NaccsCert.Module.Tests.Packaging;

public sealed class PackageTests(PackedModule packed) : IClassFixture<PackedModule>
{
    private const long Largest = 8 * 1024 * 1024;

    [Fact]
    public void It_is_small() => Assert.True(new FileInfo(packed.Path).Length < Largest);

    [Fact]
    public async Task The_same_module_gives_the_same_files_bit_for_bit()
    {
        string again = await packed.PackAgainAsync();
        Assert.Equal(FilesIn(packed.Folder).Order(StringComparer.Ordinal), FilesIn(again).Order(StringComparer.Ordinal));
        Assert.All(
            FilesIn(again),
            file => Assert.Equal(File.ReadAllBytes(Path.Combine(packed.Folder, file)), File.ReadAllBytes(Path.Combine(again, file))));
    }

    [Fact]
    public void It_holds_the_module_and_what_galleries_read_and_nothing_else()
    {
        string module = packed.Unpack();
        IEnumerable<string> staged = FilesIn(BuildPaths.StagedModule);
        Assert.Equal(
            ["NaccsCert.nuspec", "[Content_Types].xml", "_rels/.rels", "sbom.cdx.json"],
            FilesIn(module).Except(staged).Order(StringComparer.Ordinal));
        Assert.All(staged, file => Assert.Equal(
            File.ReadAllBytes(Path.Combine(BuildPaths.StagedModule, file)), File.ReadAllBytes(Path.Combine(module, file))));
    }

    [Fact]
    public void The_archive_for_users_holds_the_same_in_a_folder_of_its_name_and_version()
    {
        using ZipArchive archive = ZipFile.OpenRead(packed.Archive);
        string folder = $"NaccsCert/{packed.Name["NaccsCert.".Length..]}/";
        Assert.Equal(
            FilesIn(BuildPaths.StagedModule).Append("sbom.cdx.json").Select(file => folder + file).Order(StringComparer.Ordinal),
            archive.Entries.Select(entry => entry.FullName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_module_in_it_works()
    {
        ProcessRun run = await PowerShellProcess.RunAsync(
            string.Empty,
            ["-NonInteractive", "-Command", $"Import-Module '{packed.Unpack()}'; (Test-NaccsCompliance).Line"],
            TestContext.Current.CancellationToken);
        Assert.Equal((0, string.Empty), (run.ExitCode, run.Error));
        Assert.StartsWith("{\"naccs\":", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Galleries_find_it_as_a_module_with_its_commands()
    {
        XElement nuspec = XDocument.Load(Path.Combine(packed.Unpack(), "NaccsCert.nuspec")).Root!;
        string[] tags = nuspec.Descendants().Single(element => element.Name.LocalName == "tags").Value.Split(' ');
        Assert.Contains("PSModule", tags);
        Assert.Contains("PSCmdlet_Request-NaccsCertificate", tags);
        Assert.Contains("PSEdition_Desktop", tags);
        Assert.Equal(tags.Distinct(), tags);
        string version = nuspec.Descendants().Single(element => element.Name.LocalName == "version").Value;
        Assert.Equal($"NaccsCert.{version}.nupkg", Path.GetFileName(packed.Path));
    }

    [Fact]
    public void Every_part_has_a_content_type()
    {
        using ZipArchive archive = ZipFile.OpenRead(packed.Path);
        XElement types = XDocument.Load(archive.GetEntry("[Content_Types].xml")!.Open()).Root!;
        HashSet<string> extensions = [.. types.Elements().Select(type => (string?)type.Attribute("Extension")).OfType<string>()];
        HashSet<string> parts = [.. types.Elements().Select(type => (string?)type.Attribute("PartName")).OfType<string>()];
        Assert.All(
            archive.Entries.Where(entry => entry.FullName != "[Content_Types].xml"),
            entry => Assert.True(
                extensions.Contains(Path.GetExtension(entry.FullName).TrimStart('.')) || parts.Contains("/" + entry.FullName), entry.FullName));
    }

    [Fact]
    public void The_bill_of_materials_names_what_is_not_ours_and_every_file_with_its_hash()
    {
        string module = packed.Unpack();
        JsonArray components = JsonNode.Parse(File.ReadAllText(Path.Combine(module, "sbom.cdx.json")))!["components"]!.AsArray();
        JsonNode library = Assert.Single(components, component => (string)component!["type"]! == "library")!;
        Assert.StartsWith("pkg:nuget/BouncyCastle.Cryptography@2.", (string)library["purl"]!, StringComparison.Ordinal);
        Dictionary<string, string> hashes = components
            .Where(component => (string)component!["type"]! == "file")
            .ToDictionary(component => (string)component!["name"]!, component => (string)component!["hashes"]![0]!["content"]!);
        Assert.Equal(FilesIn(BuildPaths.StagedModule).Order(StringComparer.Ordinal), hashes.Keys.Order(StringComparer.Ordinal));
        Assert.All(hashes, file => Assert.Equal(file.Value, Sha256(Path.Combine(module, file.Key))));
    }

    [Fact]
    public void Its_checksums_are_beside_it()
    {
        string[] lines = File.ReadAllLines(Directory.GetFiles(packed.Folder, "*.sha256").Single());
        Assert.Equal(
            [$"{packed.Name}.cdx.json", $"{packed.Name}.nupkg", $"{packed.Name}.zip"],
            lines.Select(line => line.Split("  ")[1]).Order(StringComparer.Ordinal));
        Assert.All(lines, line => Assert.Equal(line.Split("  ")[0], Sha256(Path.Combine(packed.Folder, line.Split("  ")[1]))));
    }

    private static IEnumerable<string> FilesIn(string folder) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(folder, path).Replace('\\', '/'));

    private static string Sha256(string path) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)));
}

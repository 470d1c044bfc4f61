using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace NaccsCert.Build.Package;

/// <summary>What the package is made of: CycloneDX 1.6 (ECMA-424), without a time, so that it is the same every time.</summary>
internal static class BillOfMaterials
{
    private const string Own = "NaccsCert";

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n" };

    /// <summary>Composes it.</summary>
    public static byte[] Compose(ModuleIdentity module, IReadOnlyList<ModuleFile> files)
    {
        string reference = $"pkg:nuget/{ModuleIdentity.Name}@{module.Version}";
        JsonObject[] libraries = [.. files.Where(IsForeign).GroupBy(IdentityOf).Select(group => Library(group.Key, [.. group]))];
        var bill = new JsonObject
        {
            ["bomFormat"] = "CycloneDX",
            ["specVersion"] = "1.6",
            ["serialNumber"] = "urn:uuid:" + ContentIdentity.Of(files),
            ["version"] = 1,
            ["metadata"] = new JsonObject { ["component"] = Application(module, reference) },
            ["components"] = new JsonArray([.. libraries, .. files.Select(File)]),
            ["dependencies"] = new JsonArray(new JsonObject
            {
                ["ref"] = reference,
                ["dependsOn"] = new JsonArray([.. libraries.Select(library => (JsonNode)(string)library["bom-ref"]!)]),
            }),
        };
        return Encoding.UTF8.GetBytes(bill.ToJsonString(Indented) + "\n");
    }

    private static JsonObject Application(ModuleIdentity module, string reference) => new()
    {
        ["type"] = "application",
        ["bom-ref"] = reference,
        ["name"] = ModuleIdentity.Name,
        ["version"] = module.Version,
        ["licenses"] = new JsonArray(new JsonObject { ["license"] = new JsonObject { ["id"] = "MIT" } }),
        ["purl"] = reference,
    };

    private static JsonObject Library((string Name, string Version) identity, ModuleFile[] files)
    {
        string reference = $"pkg:nuget/{identity.Name}@{identity.Version}";
        return new JsonObject
        {
            ["type"] = "library",
            ["bom-ref"] = reference,
            ["name"] = identity.Name,
            ["version"] = identity.Version,
            ["purl"] = reference,
            ["evidence"] = new JsonObject
            {
                ["occurrences"] = new JsonArray([.. files.Select(file => new JsonObject { ["location"] = file.Path })]),
            },
        };
    }

    private static JsonObject File(ModuleFile file) => new()
    {
        ["type"] = "file",
        ["name"] = file.Path,
        ["hashes"] = new JsonArray(new JsonObject { ["alg"] = "SHA-256", ["content"] = file.Sha256 }),
    };

    private static bool IsForeign(ModuleFile file) =>
        file.Path.EndsWith(".dll", StringComparison.Ordinal) && !Path.GetFileName(file.Path).StartsWith(Own, StringComparison.Ordinal);

    // Packages carry their own version in the informational one; the assembly's often stands still.
    private static (string Name, string Version) IdentityOf(ModuleFile file)
    {
        using var image = new PEReader(new MemoryStream(file.Content));
        MetadataReader metadata = image.GetMetadataReader();
        AssemblyDefinition assembly = metadata.GetAssemblyDefinition();
        string version = assembly.GetCustomAttributes()
            .Select(metadata.GetCustomAttribute)
            .Where(attribute => NameOf(metadata, attribute) == "AssemblyInformationalVersionAttribute")
            .Select(attribute => TextOf(metadata, attribute))
            .FirstOrDefault() ?? assembly.Version.ToString();
        return (metadata.GetString(assembly.Name), version.Split('+', '@')[0]);
    }

    private static string NameOf(MetadataReader metadata, CustomAttribute attribute) =>
        attribute.Constructor.Kind == HandleKind.MemberReference
        && metadata.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent is { Kind: HandleKind.TypeReference } type
            ? metadata.GetString(metadata.GetTypeReference((TypeReferenceHandle)type).Name)
            : string.Empty;

    private static string? TextOf(MetadataReader metadata, CustomAttribute attribute)
    {
        BlobReader arguments = metadata.GetBlobReader(attribute.Value);
        arguments.ReadUInt16();
        return arguments.ReadSerializedString();
    }
}

using System;
using System.Collections.Generic;
using System.Linq;
using NaccsCert.IO.Json;

namespace NaccsCert.Services;

/// <summary>A new service definition that is not written yet. It is one that can be used.</summary>
/// <param name="Content">Its text, in UTF-8.</param>
/// <param name="Files">The files of roots that belong beside it, by their names.</param>
internal sealed record DefinitionDraft(byte[] Content, IReadOnlyDictionary<string, byte[]> Files)
{
    /// <summary>Whether a root is not known yet, so that its hash has to be entered.</summary>
    public bool HasUnknownRoot { get; private init; }

    /// <summary>Makes a definition from another one.</summary>
    /// <param name="utf8">The text of the other one.</param>
    /// <param name="origin">Its path or name.</param>
    /// <param name="readFile">Reads a file that it names.</param>
    /// <param name="changes">What the new one has instead.</param>
    /// <param name="target">The path of the new one, for errors.</param>
    /// <exception cref="NaccsException"><see cref="ErrorId.ServiceDefinitionInvalid"/>, of the one or the other.</exception>
    public static DefinitionDraft From(
        byte[] utf8, string origin, Func<string, byte[]> readFile, DefinitionChanges changes, string target)
    {
        _ = ServiceDefinitionParser.Parse(utf8, origin, readFile);
        JsonValue definition = JsonDocument.ReadValue(utf8, ServiceDefinitionParser.Notation);
        Dictionary<string, byte[]> files = definition.Member("trustAnchors")!.Values
            .Select(anchor => anchor.Member("file"))
            .Where(file => file is { Type: "string" })
            .Select(file => file!.Text)
            .Distinct(StringComparer.Ordinal)
            .GroupBy(DefinitionChanges.FileBeside, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(group => group.Key, group => readFile(group.First()), StringComparer.OrdinalIgnoreCase);
        byte[] content = DefinitionTemplate.Write(changes.Apply(definition));
        ServiceDefinition made = ServiceDefinitionParser.Parse(content, target, file => files[file]);
        return new DefinitionDraft(content, files)
        {
            HasUnknownRoot = made.TrustAnchors.Any(anchor => anchor.Sha256 == EnrollmentConversion.UnknownRoot),
        };
    }
}

using System;
using System.IO;
using System.Text.Json.Nodes;

namespace NaccsCert.TestSupport;

/// <summary>Writes variants of the service definition of a sandbox.</summary>
internal static class SandboxDefinition
{
    /// <summary>Writes a definition that may lie in any folder, since it names its trust anchors by their full paths.</summary>
    /// <param name="sandbox">The sandbox.</param>
    /// <param name="path">The file to write.</param>
    /// <param name="change">Changes the JSON.</param>
    public static void Write(SandboxProcess sandbox, string path, Action<JsonNode> change)
    {
        JsonNode json = JsonNode.Parse(File.ReadAllText(sandbox.ServiceDefinitionPath))!;
        foreach (JsonNode? anchor in json["trustAnchors"]!.AsArray())
        {
            anchor!["file"] = Path.Combine(sandbox.DataDirectory, (string)anchor["file"]!);
        }

        change(json);
        File.WriteAllText(path, json.ToJsonString());
    }
}

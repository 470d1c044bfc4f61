using System;
using System.Text.Json.Nodes;
using NaccsCert.TestSupport;

namespace NaccsCert.Module.Tests.Commands.Support;

/// <summary>Writes service definitions that point at a sandbox under a name of their own, so that no journal and no lock is shared.</summary>
internal static class DefinitionFile
{
    /// <summary>Writes a definition.</summary>
    /// <param name="sandbox">The sandbox.</param>
    /// <param name="path">The file.</param>
    /// <param name="name">The name of the service.</param>
    /// <param name="change">Changes the JSON; null for nothing.</param>
    public static void Write(SandboxProcess sandbox, string path, string name, Action<JsonNode>? change = null) =>
        SandboxDefinition.Write(sandbox, path, json =>
        {
            json["name"] = name;
            change?.Invoke(json);
        });

    /// <summary>Lets a definition lead to another port of this computer.</summary>
    public static Action<JsonNode> AtPort(int port) => json =>
    {
        json["enrollment"]!["url"] = new UriBuilder((string)json["enrollment"]!["url"]!) { Port = port }.Uri.AbsoluteUri;
        json["hosts"]![0]!["port"] = port;
    };
}

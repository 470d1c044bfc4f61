using System;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.TestSupport;

namespace NaccsCert.Networks.Service;

/// <summary>The sandbox, with certificates that can be renewed at once.</summary>
internal sealed class CertificateService : IAsyncDisposable
{
    private const int CodeSets = 200;

    private readonly ScratchDirectory _folder;
    private readonly SandboxProcess _sandbox;
    private int _codesUsed;
    private int _definitions;

    private CertificateService(ScratchDirectory folder, SandboxProcess sandbox) => (_folder, _sandbox) = (folder, sandbox);

    /// <summary>The sandbox's TCP port on the loopback address.</summary>
    public int Port => _sandbox.Url.Port;

    /// <summary>The root of its TLS certificate, PEM.</summary>
    public string TlsRootPath => _sandbox.TlsRootPath;

    /// <summary>Starts the sandbox.</summary>
    public static async Task<CertificateService> StartAsync(CancellationToken cancellationToken)
    {
        var folder = new ScratchDirectory();
        string codes = folder.Member("codes.csv");
        CodeFile.Write(codes, Enumerable.Range(1, CodeSets).Select(NewCodes));
        return new CertificateService(
            folder,
            await SandboxProcess.StartAsync(new SandboxOptions { CodesFile = codes, Validity = "P20D" }, cancellationToken));
    }

    /// <summary>A code set that nobody else has.</summary>
    public CodeSet TakeCodes() => _sandbox.Codes[Interlocked.Increment(ref _codesUsed) - 1];

    /// <summary>Writes the sandbox's service definition for one client.</summary>
    /// <param name="change">Bends the JSON.</param>
    /// <returns>The file.</returns>
    public string WriteDefinition(Action<JsonNode> change)
    {
        JsonNode json = JsonNode.Parse(File.ReadAllText(_sandbox.ServiceDefinitionPath))!;
        foreach (JsonNode? anchor in json["trustAnchors"]!.AsArray())
        {
            anchor!["file"] = Path.Combine(_sandbox.DataDirectory, (string)anchor["file"]!);
        }

        change(json);
        string path = _folder.Member($"service-{Interlocked.Increment(ref _definitions)}.json");
        File.WriteAllText(path, json.ToJsonString());
        return path;
    }

    public async ValueTask DisposeAsync()
    {
        await _sandbox.DisposeAsync();
        _folder.Dispose();
    }

    private static CodeSet NewCodes(int number) => new($"1NET{number:D4}", $"A{number:D7}", $"B{number:D7}", $"C{number:D7}");
}

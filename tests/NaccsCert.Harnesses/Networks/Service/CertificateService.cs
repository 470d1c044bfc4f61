using System;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.TestSupport;

namespace NaccsCert.Harnesses.Networks.Service;

/// <summary>Runs the sandbox with certificates that can be renewed at once.</summary>
internal sealed class CertificateService : IAsyncDisposable
{
    private const int CodeSets = 200;

    private readonly ScratchDirectory _folder;
    private readonly SandboxProcess _sandbox;
    private int _codesUsed;
    private int _definitions;

    private CertificateService(ScratchDirectory folder, SandboxProcess sandbox) => (_folder, _sandbox) = (folder, sandbox);

    /// <summary>The root of its addresses.</summary>
    public Uri Url => _sandbox.Url;

    /// <summary>The root of its TLS certificate, PEM.</summary>
    public string TlsRootPath => _sandbox.TlsRootPath;

    /// <summary>Starts the sandbox.</summary>
    public static async Task<CertificateService> StartAsync(CancellationToken cancellationToken)
    {
        var folder = new ScratchDirectory();
        string codes = folder.Member("codes.csv");
        CodeFile.Write(codes, CodeFile.NewSets("1NET", CodeSets));
        return new CertificateService(
            folder,
            await SandboxProcess.StartAsync(new SandboxOptions { CodesFile = codes, Validity = "P20D" }, cancellationToken));
    }

    /// <summary>A code set that no other client has.</summary>
    public CodeSet TakeCodes() => _sandbox.Codes[Interlocked.Increment(ref _codesUsed) - 1];

    /// <summary>Writes the sandbox's service definition for one client.</summary>
    /// <param name="change">Changes the JSON.</param>
    /// <returns>The file.</returns>
    public string WriteDefinition(Action<JsonNode> change)
    {
        string path = _folder.Member($"service-{Interlocked.Increment(ref _definitions)}.json");
        SandboxDefinition.Write(_sandbox, path, change);
        return path;
    }

    public async ValueTask DisposeAsync()
    {
        await _sandbox.DisposeAsync();
        _folder.Dispose();
    }
}

using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Services;
using NaccsCert.TestSupport;

namespace NaccsCert.Harnesses.Durability.Service;

/// <summary>The sandbox, with code sets for all cases and certificates that can be renewed at once.</summary>
internal sealed class CertificateService : IAsyncDisposable
{
    private const UnixFileMode ForEverybody = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
        | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    private readonly ScratchDirectory _folder;
    private int _used;

    private CertificateService(
        ScratchDirectory folder, SandboxProcess sandbox, ServiceProtocol protocol, CancellationToken stopping)
    {
        _folder = folder;
        Protocol = protocol;
        Stopping = stopping;
        Sandbox = sandbox;
        File.SetUnixFileMode(folder.FullPath, ForEverybody);
        Publish(sandbox.ClientCaPath);
        Publish(sandbox.TlsRootPath);
        DefinitionPath = DefinitionFor(sandbox.Url);
        Definition = new ServiceDefinitionSource([]).Load(DefinitionPath);
    }

    public SandboxProcess Sandbox { get; }

    /// <summary>What it speaks.</summary>
    public ServiceProtocol Protocol { get; }

    /// <summary>The quickest kind of key that the protocol takes.</summary>
    public KeyAlgorithm KeyAlgorithm => Protocol == ServiceProtocol.Est ? KeyAlgorithm.EcdsaP256 : KeyAlgorithm.Rsa2048;

    /// <summary>Whether the user wants an end of it all.</summary>
    public CancellationToken Stopping { get; }

    /// <summary>The definition that leads straight to the sandbox.</summary>
    public ServiceDefinition Definition { get; }

    /// <summary>Its file, which other users may read.</summary>
    public string DefinitionPath { get; }

    /// <summary>Starts the sandbox.</summary>
    /// <param name="codeSets">How many code sets it has.</param>
    /// <param name="approvalDelay">How long first enrollments stay pending.</param>
    /// <param name="protocol">What it speaks.</param>
    /// <param name="cancellationToken">The user's wish for an end.</param>
    public static async Task<CertificateService> StartAsync(
        int codeSets, TimeSpan? approvalDelay, ServiceProtocol protocol, CancellationToken cancellationToken)
    {
        var folder = new ScratchDirectory();
        string codes = folder.Member("codes.csv");
        CodeFile.Write(codes, CodeFile.NewSets("1DUR", codeSets));
        SandboxProcess sandbox = await SandboxProcess.StartAsync(
            new SandboxOptions { CodesFile = codes, Validity = "P20D", ApprovalDelay = approvalDelay, Protocol = protocol.ToString(), Behavior = BehaviorFor(protocol) },
            cancellationToken);
        return new CertificateService(folder, sandbox, protocol, cancellationToken);
    }

    /// <summary>A code set that no other case has.</summary>
    public CodeSet TakeCodes() => Sandbox.Codes[Interlocked.Increment(ref _used) - 1];

    /// <summary>Writes the sandbox's definition for a server in front of it. TLS is trusted, as the address is the same.</summary>
    /// <param name="origin">Where to connect to.</param>
    /// <returns>The file.</returns>
    public string DefinitionFor(Uri origin)
    {
        JsonNode json = JsonNode.Parse(File.ReadAllText(Sandbox.ServiceDefinitionPath))!;
        JsonNode enrollment = json["enrollment"]!;
        enrollment["url"] = new Uri(origin, new Uri((string)enrollment["url"]!).AbsolutePath).AbsoluteUri;
        string path = _folder.Member(string.Create(CultureInfo.InvariantCulture, $"service-{origin.Port}.json"));
        File.WriteAllText(path, json.ToJsonString());
        return path;
    }

    public async ValueTask DisposeAsync()
    {
        await Sandbox.DisposeAsync();
        _folder.Dispose();
    }

    // The key of a registration authority can be borrowed for forged answers; and there is one part more that may change.
    private static IReadOnlyList<string> BehaviorFor(ServiceProtocol protocol) => protocol == ServiceProtocol.Scep ? ["--scep-ra"] : [];

    // The sandbox's own folder is closed to others.
    private void Publish(string path)
    {
        string copy = _folder.Member(Path.GetFileName(path));
        File.WriteAllBytes(copy, File.ReadAllBytes(path));
        File.SetUnixFileMode(copy, ForEverybody);
    }
}

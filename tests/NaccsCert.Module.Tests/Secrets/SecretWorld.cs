using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Module.Tests.Commands.Support;
using NaccsCert.TestSupport;
using NaccsCert.TestSupport.Certificates;

namespace NaccsCert.Module.Tests.Secrets;

/// <summary>The services, files and secrets of the scenarios, under names that no other test has.</summary>
internal sealed class SecretWorld : IAsyncDisposable
{
    private static int _count;

    private readonly ScratchDirectory _scratch = new();
    private readonly string _name = string.Create(CultureInfo.InvariantCulture, $"secret{Interlocked.Increment(ref _count)}");
    private readonly SandboxProcess _good;
    private readonly SandboxProcess _deferring;
    private readonly EchoingServer _echoing;

    private SecretWorld(SandboxProcess good, SandboxProcess deferring, EchoingServer echoing, CodeSet codes)
    {
        (_good, _deferring, _echoing) = (good, deferring, echoing);
        Secrets = new Dictionary<string, string>
        {
            ["code1"] = codes.Code1,
            ["code2"] = codes.Code2,
            ["code3"] = codes.Code3,
            ["wrong"] = SecretMarks.NewSecret(4),
            ["password"] = SecretMarks.NewSecret(5),
            ["proxyPassword"] = SecretMarks.NewSecret(6),
        };
        Marks = new SecretMarks(Secrets.Values);
        Variables = Make();
    }

    /// <summary>The secrets by the names of their variables.</summary>
    public IReadOnlyDictionary<string, string> Secrets { get; }

    /// <summary>What is looked for.</summary>
    public SecretMarks Marks { get; }

    /// <summary>All other variables of the scenarios: paths and names, which are no secret.</summary>
    public IReadOnlyDictionary<string, string> Variables { get; }

    /// <summary>Starts its sandboxes.</summary>
    public static async Task<SecretWorld> StartAsync(CancellationToken cancellationToken)
    {
        using var folder = new ScratchDirectory();
        var codes = new CodeSet("1SECRET", SecretMarks.NewSecret(1), SecretMarks.NewSecret(2), SecretMarks.NewSecret(3));
        CodeFile.Write(folder.Member("codes.csv"), [codes]);
        var options = new SandboxOptions { CodesFile = folder.Member("codes.csv"), Validity = "P20D" };
        SandboxProcess good = await SandboxProcess.StartAsync(options, cancellationToken);
        return new SecretWorld(
            good,
            await SandboxProcess.StartAsync(options with { ApprovalDelay = TimeSpan.FromHours(2), Behavior = ["--challenge-password", "Verify"] }, cancellationToken),
            await EchoingServer.StartAsync(good, cancellationToken),
            codes);
    }

    public async ValueTask DisposeAsync()
    {
        await _echoing.DisposeAsync();
        await _good.DisposeAsync();
        await _deferring.DisposeAsync();
        _scratch.Dispose();
    }

    private Dictionary<string, string> Make()
    {
        var variables = new Dictionary<string, string>
        {
            ["good"] = Define("good", _good),
            ["deferring"] = Define("deferring", _deferring),
            ["closed"] = Define("closed", _good, $"https://127.0.0.1:{Ports.Closed()}/.well-known/est"),
            ["unresolvable"] = Define("unresolvable", _good, "https://nobody.invalid/.well-known/est"),
            ["html"] = Define("html", _good, _echoing.Address("html")),
            ["cut"] = Define("cut", _good, _echoing.Address("cut")),
            ["redirecting"] = Define("redirecting", _good, _echoing.Address("redirect")),
            ["repeating"] = Define("repeating", _good, _echoing.Address("request"), challengePassword: "{code1}{code2}{code3}"),
            ["untrusted"] = Path("untrusted.json"),
            ["invalid"] = Write("invalid.json", "{ \"name\": 1 }"u8.ToArray()),
            ["missing"] = Path("missing.json"),
            ["garbage"] = Write("garbage.cer", "garbage"u8.ToArray()),
            ["nowhere"] = Path("nowhere.p12"),
            ["request"] = Path("request.csr"),
            ["definition"] = Path("changed.json"),
            ["pkcs12"] = Write("good.p12", Pkcs12("NACCS Client CA")),
            ["alien"] = Write("alien.p12", Pkcs12("Another CA")),
            ["store"] = "T" + _name,
            ["imported"] = "I" + _name,
            ["impossible"] = "x/../y/z",
        };
        using var otherRoot = new TestRoot("Other root");
        DefinitionFile.Write(_good, variables["untrusted"], _name + "-untrusted", otherRoot.PinAlone(file: null));
        foreach (int status in (int[])[400, 401, 403, 429, 500, 503])
        {
            string name = string.Create(CultureInfo.InvariantCulture, $"echoing{status}");
            variables[name] = Define(name, _good, _echoing.Address(status.ToString(CultureInfo.InvariantCulture)));
        }

        return variables;
    }

    private string Define(string name, SandboxProcess sandbox, string? url = null, string? challengePassword = null)
    {
        string path = Path(name + ".json");
        DefinitionFile.Write(sandbox, path, $"{_name}-{name}", json =>
        {
            JsonNode enrollment = json["enrollment"]!;
            enrollment["url"] = url ?? (string)enrollment["url"]!;
            enrollment["challengePassword"] = challengePassword ?? (string?)enrollment["challengePassword"];
        });
        return path;
    }

    private byte[] Pkcs12(string issuer)
    {
        using var authority = new TestAuthority(issuer);
        using X509Certificate2 issued = authority.IssueWithKey(new ClientProfile { Terminal = "1BROWSER", Usage = null });
        return issued.Export(X509ContentType.Pkcs12, Secrets["password"])!;
    }

    private string Path(string name) => _scratch.Member(name);

    private string Write(string name, byte[] content)
    {
        File.WriteAllBytes(Path(name), content);
        return Path(name);
    }
}

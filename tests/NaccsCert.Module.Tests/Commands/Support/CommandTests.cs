using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Module.Tests.Engine;
using NaccsCert.TestSupport;
using Xunit;

namespace NaccsCert.Module.Tests.Commands.Support;

/// <summary>
/// A test of commands: a sandbox, a service and a store of its own, and a session. Whatever it runs is run with
/// -Verbose and -Debug, and fails where a code that was handed out can be read in any stream.
/// </summary>
public abstract class CommandTests(PowerShellSession session, Sandboxes sandboxes, SandboxKind kind = SandboxKind.Renewable)
    : IClassFixture<PowerShellSession>, IAsyncLifetime
{
    // -Debug would have the engine ask at every warning.
    private const string Defaults = """
        $PSDefaultParameterValues = @{
            '*-Naccs*:Service' = $service; '*-Naccs*:StoreName' = $store
            '*-Naccs*:Verbose' = $true; '*-Naccs*:Debug' = $true; '*-Naccs*:WarningAction' = 'Continue'
        }
        """;

    private static int _count;

    private readonly List<CodeSet> _codes = [];
    private readonly int _number = Interlocked.Increment(ref _count);

    private protected ScratchDirectory Scratch { get; } = new();

    private protected PowerShellSession Session => session;

    private protected SandboxProcess Sandbox { get; private set; } = null!;

    private protected string ServiceName => string.Create(CultureInfo.InvariantCulture, $"test{_number}");

    /// <summary>The path of the service definition.</summary>
    private protected string Service => Scratch.Member("service.json");

    private protected string StoreName => "T" + ServiceName;

    /// <summary>The service of a test, by its store.</summary>
    internal static string ServiceOf(string storeName) => storeName[1..];

    public async ValueTask InitializeAsync()
    {
        Sandbox = await sandboxes.GetAsync(kind);
        DefinitionFile.Write(Sandbox, Service, ServiceName);
    }

    public virtual ValueTask DisposeAsync()
    {
        (session.Culture, session.Language) = (RunCulture.Current, null);
        Scratch.Dispose();
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    /// <summary>For a test that shows what happens by how it is told, and not in which language.</summary>
    private protected void ReadInEnglish() => session.Language = CultureInfo.GetCultureInfo("en");

    /// <summary>Codes that nobody has used, to be kept secret.</summary>
    private protected CodeSet TakeCodes() => KeepSecret(sandboxes.TakeCodes());

    /// <summary>Such codes of digits only, with leading zeros.</summary>
    private protected CodeSet TakeDigits() => KeepSecret(sandboxes.TakeDigits());

    /// <summary>Codes that the service does not know.</summary>
    private protected CodeSet WrongCodes() => KeepSecret(new CodeSet("-", "MARKWRONG1", "MARKWRONG2", "MARKWRONG3"));

    /// <summary>Bends the service definition.</summary>
    private protected void Redefine(Action<JsonNode> change) => DefinitionFile.Write(Sandbox, Service, ServiceName, change);

    /// <summary>Runs a script to its end.</summary>
    private protected SessionRun Invoke(string script, params (string Name, object? Value)[] variables) =>
        Checked(session.Invoke(TextOf(script, variables), [("service", Service), ("store", StoreName), .. variables]));

    /// <summary>Runs a script until it ends or is stopped.</summary>
    private protected async Task<SessionRun> InvokeAsync(
        string script, CancellationToken stop, params (string Name, object? Value)[] variables) =>
        Checked(await session.InvokeAsync(
            TextOf(script, variables), stop, [("service", Service), ("store", StoreName), .. variables]));

    /// <summary>Requests a certificate, with a kind of key that is quickly made.</summary>
    private protected SessionRun Enroll(CodeSet codes, string options = "") => Invoke(
        "Request-NaccsCertificate $codes.Code1 $codes.Code2 $codes.Code3 -KeyAlgorithm EcdsaP256 " + options, ("codes", codes));

    /// <summary>Requests a certificate of a new terminal, which must succeed.</summary>
    /// <returns>Its thumbprint.</returns>
    private protected string Enrolled() => (string)Enroll(TakeCodes()).Result().Properties["Thumbprint"].Value;

    private string TextOf(string script, IEnumerable<(string Name, object? Value)> variables)
    {
        ReminderFolder.RequireTurn(GetType(), script);
        return $"param({string.Join(", ", variables.Select(variable => "$" + variable.Name).Prepend("$store").Prepend("$service"))})\n{Defaults}\n{script}";
    }

    private CodeSet KeepSecret(CodeSet codes)
    {
        _codes.Add(codes);
        return codes;
    }

    private SessionRun Checked(SessionRun run)
    {
        Streams.HoldNoCode(run, _codes);
        return run;
    }
}

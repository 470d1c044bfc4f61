using System;
using System.Collections.Concurrent;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Module.Tests.Commands.Support;
using NaccsCert.TestSupport;
using Xunit;

[assembly: AssemblyFixture(typeof(Sandboxes))]

namespace NaccsCert.Module.Tests.Commands.Support;

/// <summary>One sandbox of each kind for all tests, started when it is first asked for, and a stock of code sets.</summary>
public sealed class Sandboxes : IAsyncDisposable
{
    private const int Stock = 400;

    private static readonly DateTimeOffset InMaintenance = new(2026, 1, 20, 22, 30, 0, TimeSpan.FromHours(9));

    private readonly ScratchDirectory _scratch = new();
    private readonly ConcurrentDictionary<SandboxKind, Lazy<Task<SandboxProcess>>> _running = new();
    private readonly ConcurrentQueue<CodeSet> _marked = new(Enumerable.Range(1, Stock).Select(Marked));
    private readonly ConcurrentQueue<CodeSet> _digits = new(Enumerable.Range(1, Stock).Select(Digits));

    /// <summary>Makes the stock.</summary>
    public Sandboxes() => CodeFile.Write(Codes, [.. _marked, .. _digits]);

    private string Codes => _scratch.Member("codes.csv");

    /// <summary>Hands out codes that nobody has used, and that stand out in any text.</summary>
    public CodeSet TakeCodes() => Take(_marked);

    /// <summary>Hands out such codes of digits only, with leading zeros.</summary>
    public CodeSet TakeDigits() => Take(_digits);

    /// <summary>The sandbox of a kind.</summary>
    public Task<SandboxProcess> GetAsync(SandboxKind kind) =>
        _running.GetOrAdd(kind, added => new Lazy<Task<SandboxProcess>>(() => StartAsync(added))).Value;

    /// <summary>Ends them.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (Lazy<Task<SandboxProcess>> running in _running.Values)
        {
            await (await running.Value).DisposeAsync();
        }

        _scratch.Dispose();
    }

    // Shared by all tests, so it must not end with the one that happened to ask first.
    private Task<SandboxProcess> StartAsync(SandboxKind kind) => SandboxProcess.StartAsync(
        new SandboxOptions
        {
            CodesFile = Codes,
            Protocol = kind == SandboxKind.Scep ? "Scep" : null,
            Validity = kind == SandboxKind.LongLived ? null : "P20D",
            ApprovalDelay = kind switch
            {
                SandboxKind.Approving => TimeSpan.FromSeconds(2),
                SandboxKind.Deferring => TimeSpan.FromHours(2),
                _ => null,
            },
            Now = kind == SandboxKind.Maintained ? InMaintenance : null,
        },
        CancellationToken.None);

    private static CodeSet Take(ConcurrentQueue<CodeSet> unused) =>
        unused.TryDequeue(out CodeSet? codes) ? codes : throw new InvalidOperationException("No code sets are left.");

    private static CodeSet Marked(int number) =>
        new($"1CMD{number:0000}", $"MARKONE{number:0000}", $"MARKTWO{number:0000}", $"MARKSIX{number:0000}");

    private static CodeSet Digits(int number)
    {
        string text = number.ToString("0000", CultureInfo.InvariantCulture);
        return new CodeSet("1DIG" + text, "0090071" + text, "0090072" + text, "0090073" + text);
    }
}

using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using NaccsCert.TestSupport;
using Xunit;

namespace NaccsCert.Sandbox.Tests;

/// <summary>A sandbox that the tests of one class share, and a stock of unused code sets.</summary>
public class SandboxFixture : IAsyncLifetime
{
    private readonly ScratchDirectory _scratch = new();
    private readonly ConcurrentQueue<CodeSet> _unused = new(CodeSets.Make(100));

    public SandboxProcess Sandbox { get; private set; } = null!;

    protected virtual string? Validity => null;

    protected virtual IReadOnlyList<string> Behavior => [];

    public async ValueTask InitializeAsync()
    {
        string codes = _scratch.Member("codes.csv");
        CodeFile.Write(codes, _unused);
        Sandbox = await SandboxProcess.StartAsync(
            new SandboxOptions { CodesFile = codes, Validity = Validity, Behavior = Behavior }, TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (Sandbox is not null)
        {
            await Sandbox.DisposeAsync();
        }

        _scratch.Dispose();
        System.GC.SuppressFinalize(this);
    }

    public CodeSet NextCodes() =>
        _unused.TryDequeue(out CodeSet? codes) ? codes : throw new System.InvalidOperationException("No code sets are left.");
}

/// <summary>The same with certificates that may be renewed at once.</summary>
public sealed class RenewableFixture : SandboxFixture
{
    protected override string? Validity => "P20D";
}

/// <summary>Code sets that anyone can tell apart.</summary>
internal static class CodeSets
{
    public static IEnumerable<CodeSet> Make(int count) =>
        Enumerable.Range(1, count).Select(number => new CodeSet($"1BBB{number:0000}", $"FIRST{number:000}", $"SECOND{number:000}", $"THIRD{number:000}"));
}

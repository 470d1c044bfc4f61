using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Benchmarks.Measuring;
using NaccsCert.Services;
using NaccsCert.TestSupport;

namespace NaccsCert.Benchmarks.Enrolling;

/// <summary>Enrollment in a warm process: the library against a bare HttpClient, at the same sandbox.</summary>
internal static class EnrollmentBenchmark
{
    private const double RsaTarget = 1.1;
    private const double ScepTarget = 1.25;
    private const double EcdsaTarget = 2.0;

    // One write, flushed to disk, of an enrollment with RSA 2048.
    private const double JournalTarget = 0.05;

    // The runtime compiles a method with counters after its thirtieth call, for good after thirty more, and is busy with that for a while.
    private const int WarmUps = 100;

    private const int Pairs = 100;

    /// <summary>Measures both kinds of key, and both protocols.</summary>
    /// <returns>The rows, and what the time was spent on.</returns>
    public static async Task<Findings> RunAsync()
    {
        using var folder = new ScratchDirectory();
        string codesFile = folder.Member("codes.csv");
        CodeFile.Write(codesFile, Enumerable.Range(1, 4 * (WarmUps + Pairs)).Select(NewCodes));
        await using SandboxProcess sandbox = await SandboxProcess
            .StartAsync(new SandboxOptions { CodesFile = codesFile }, CancellationToken.None).ConfigureAwait(false);
        var codes = new Queue<CodeSet>(sandbox.Codes);

        IReadOnlyList<Pair<EnrollmentTime>> ecdsa =
            await MeasureAsync(sandbox, codes, KeyAlgorithm.EcdsaP256).ConfigureAwait(false);
        IReadOnlyList<Pair<EnrollmentTime>> rsa =
            await MeasureAsync(sandbox, codes, KeyAlgorithm.Rsa2048).ConfigureAwait(false);
        IReadOnlyList<Pair<EnrollmentTime>> scep = await MeasureScepAsync(codesFile).ConfigureAwait(false);
        return new Findings(
        [
            Comparison.Of("enrollment, RSA 2048, same key luck", RsaTarget, KeyLuck.Level(rsa, KeyLuck.Keeping(ecdsa)), time => time),
            Comparison.Of("enrollment, RSA 2048, as it came", null, rsa, time => time.Total),
            Comparison.Of("enrollment, ECDSA P-256", EcdsaTarget, ecdsa, time => time.Total),
            Comparison.Of("enrollment by SCEP, RSA 2048, same key luck", ScepTarget, KeyLuck.Level(scep, KeyLuck.Keeping(ecdsa)), time => time),
            Comparison.Of("journal write, share of an enrollment", JournalTarget, JournalShare.PerWrite(rsa), time => time),
            Comparison.Of("all its journal writes, share", null, JournalShare.OfAll(rsa), time => time),
        ],
        [
            "Same key luck: each RSA key is given the median time of finding one; what else it took stays as it was.",
            "Enrollment, median milliseconds of each phase:",
            .. PhaseTable.Lines("RSA 2048", rsa),
            .. PhaseTable.Lines("ECDSA P-256", ecdsa),
            .. PhaseTable.Lines("SCEP, RSA 2048", scep),
        ]);
    }

    private static Task<IReadOnlyList<Pair<EnrollmentTime>>> MeasureAsync(
        SandboxProcess sandbox, Queue<CodeSet> codes, KeyAlgorithm algorithm)
    {
        ServiceDefinition definition = new ServiceDefinitionSource([]).Load(sandbox.ServiceDefinitionPath);
        var library = new LibraryEnrollment(definition, algorithm);
        var bare = new BareEnrollment(sandbox, definition.Enrollment.Url, algorithm == KeyAlgorithm.Rsa2048);
        return Paired.MeasureAsync(
            () => library.RunAsync(codes.Dequeue()), () => bare.RunAsync(codes.Dequeue()), WarmUps, Pairs);
    }

    private static async Task<IReadOnlyList<Pair<EnrollmentTime>>> MeasureScepAsync(string codesFile)
    {
        await using SandboxProcess sandbox = await SandboxProcess
            .StartAsync(new SandboxOptions { CodesFile = codesFile, Protocol = "Scep" }, CancellationToken.None).ConfigureAwait(false);
        var codes = new Queue<CodeSet>(sandbox.Codes);
        ServiceDefinition definition = new ServiceDefinitionSource([]).Load(sandbox.ServiceDefinitionPath);
        var library = new LibraryEnrollment(definition, KeyAlgorithm.Rsa2048);
        var bare = new BareScepEnrollment(sandbox, definition.Enrollment.Url);
        return await Paired
            .MeasureAsync(() => library.RunAsync(codes.Dequeue()), () => bare.RunAsync(codes.Dequeue()), WarmUps, Pairs)
            .ConfigureAwait(false);
    }

    private static CodeSet NewCodes(int number) =>
        new($"1BEN{number:D4}", $"A{number:D7}", $"B{number:D7}", $"C{number:D7}");
}

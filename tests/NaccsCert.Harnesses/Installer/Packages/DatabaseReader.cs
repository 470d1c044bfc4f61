using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Harnesses.Wine.Guest;

namespace NaccsCert.Harnesses.Installer.Packages;

/// <summary>Reads the database of an installer with <c>msiinfo</c>.</summary>
/// <param name="installer">The file.</param>
internal sealed class DatabaseReader(string installer)
{
    /// <summary>The program, as Debian's msitools have it.</summary>
    public const string Program = "/usr/bin/msiinfo";

    // Names and types of the columns, and the key.
    private const int HeadLines = 3;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>The rows of a table.</summary>
    /// <param name="table">Its name.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<IReadOnlyList<string[]>> RowsAsync(string table, CancellationToken cancellationToken) =>
    [
        .. (await RunAsync(cancellationToken, "export", installer, table)).ReplaceLineEndings("\n").Split('\n')
            .Skip(HeadLines).Where(line => line.Length > 0).Select(line => line.Split('\t')),
    ];

    /// <summary>The properties by their names.</summary>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<IReadOnlyDictionary<string, string>> PropertiesAsync(CancellationToken cancellationToken) =>
        (await RowsAsync("Property", cancellationToken)).ToDictionary(row => row[0], row => row[1]);

    /// <summary>The summary: a line for each of its properties.</summary>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<IReadOnlyList<string>> SummaryAsync(CancellationToken cancellationToken) =>
        (await RunAsync(cancellationToken, "suminfo", installer)).ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static async Task<string> RunAsync(CancellationToken cancellationToken, params string[] arguments)
    {
        var environment = new Dictionary<string, string> { ["LC_ALL"] = "C.UTF-8", ["TZ"] = "UTC" };
        ProgramRun run = await ProgramRun.RunAsync(Program, arguments, environment, Patience, cancellationToken);
        return run.ExitCode == 0 ? run.Text : throw new InvalidOperationException($"msiinfo failed: {run.Text}");
    }
}

using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Harnesses.Wine.Guest;

namespace NaccsCert.Harnesses.Installer.Packages;

/// <summary>The database of the installer as it is to be, but for what differs from build to build: a table of a table's rows.</summary>
internal static class ExpectedTables
{
    private const string Resource = "installer-tables.tsv";

    /// <summary>The name by which the table has the summary, which is none of the tables.</summary>
    private const string Summary = "_SummaryInformation";

    // Of these, what is not of one file or folder of the module.
    private static readonly string[] ModuleTables = ["Component", "Directory"];

    /// <summary>The rows that are expected, by table.</summary>
    public static IReadOnlyDictionary<string, string[]> Read()
    {
        using var reader = new StreamReader(typeof(ExpectedTables).Assembly.GetManifestResourceStream(Resource)!);
        return reader.ReadToEnd().ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split('\t', 2))
            .GroupBy(cells => cells[0], cells => cells[1])
            .ToDictionary(group => group.Key, group => group.ToArray());
    }

    /// <summary>The rows that an installer has, with names in the place of what differs from build to build.</summary>
    /// <param name="database">The installer.</param>
    /// <param name="table">The table.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<string[]> ActualAsync(DatabaseReader database, string table, CancellationToken cancellationToken)
    {
        string product = (await database.PropertiesAsync(cancellationToken))["ProductCode"];
        IEnumerable<string> rows = table == Summary
            ? (await database.SummaryAsync(cancellationToken)).Where(line => !line.StartsWith("Revision", StringComparison.Ordinal))
            : (await database.RowsAsync(table, cancellationToken)).Where(row => !ModuleTables.Contains(table) || !IsOfModule(row[0]))
                .Select(row => string.Join('\t', row));
        return [.. rows.Select(row => row.Replace(product, "(product)").Replace(InstalledModule.Version, "(version)"))];
    }

    private static bool IsOfModule(string key) =>
        key.Split('.')[0] is "Desktop" or "Core";
}

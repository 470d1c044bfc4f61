using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Harnesses.Installer.Packages;
using NaccsCert.Renewal;

namespace NaccsCert.Harnesses.Installer.Checks;

/// <summary>The file of the installer, without installing it.</summary>
internal static class DatabaseChecks
{
    private const string Step = "database";

    /// <summary>Looks at it.</summary>
    /// <param name="installers">The installers.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<IReadOnlyList<Row>> RunAsync(TestInstallers installers, CancellationToken cancellationToken)
    {
        var database = new DatabaseReader(installers.Current);
        List<Row> rows = [];
        foreach ((string table, string[] expected) in ExpectedTables.Read())
        {
            string[] actual = await ExpectedTables.ActualAsync(database, table, cancellationToken);
            string[] different = [.. expected.Except(actual).Select(row => "- " + row), .. actual.Except(expected).Select(row => "+ " + row)];
            rows.Add(new Row(Step, table, "as expected", different.Length == 0 ? "as expected" : string.Join('\n', different)));
        }

        rows.Add(new Row(Step, "the same sources give the same bytes", "same", Same(installers.Current, installers.Again)));
        rows.Add(new Row(Step, "another version is another product", "True", await AreDifferentAsync(database, installers.Higher, cancellationToken)));
        string names = string.Join(", ", StartMenuEntry.Names.Order());
        rows.Add(new Row(Step, "the Start menu has the names that the module gives", names, await MenuNamesAsync(database, cancellationToken)));
        rows.Add(new Row(Step, "every file of the module, twice", FilesOf(BuildPaths.StagedModule), await FilesAsync(database, cancellationToken)));
        return rows;
    }

    private static string Same(string one, string other) => File.ReadAllBytes(one).SequenceEqual(File.ReadAllBytes(other)) ? "same" : "different";

    private static async Task<string> AreDifferentAsync(DatabaseReader database, string higher, CancellationToken cancellationToken)
    {
        IReadOnlyDictionary<string, string> one = await database.PropertiesAsync(cancellationToken);
        IReadOnlyDictionary<string, string> other = await new DatabaseReader(higher).PropertiesAsync(cancellationToken);
        return (one["ProductCode"] != other["ProductCode"] && one["UpgradeCode"] == other["UpgradeCode"]).ToString();
    }

    private static async Task<string> MenuNamesAsync(DatabaseReader database, CancellationToken cancellationToken) =>
        string.Join(", ", (await database.RowsAsync("Shortcut", cancellationToken)).Select(row => row[2]).Order());

    private static string FilesOf(string module) => Listed(
        new DirectoryInfo(module).EnumerateFiles("*", SearchOption.AllDirectories).SelectMany(file => Enumerable.Repeat($"{file.Name} {file.Length}", 2)));

    private static async Task<string> FilesAsync(DatabaseReader database, CancellationToken cancellationToken) => Listed(
        (await database.RowsAsync("File", cancellationToken)).Select(row => $"{row[2]} {row[3]}"));

    private static string Listed(IEnumerable<string> files)
    {
        string[] sorted = [.. files.Order(StringComparer.Ordinal)];
        return $"{sorted.Length} files: {string.Join(", ", sorted)}";
    }
}

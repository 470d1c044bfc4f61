using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Reflection;
using System.Resources;

namespace NaccsCert.Build.Views;

/// <summary>How records of a type are shown: as a table, as a list of all that they have, and in short.</summary>
/// <param name="Type">The type.</param>
/// <param name="Columns">The table; the status is its first column.</param>
internal sealed record View(Type Type, IReadOnlyList<Column> Columns)
{
    private static readonly ResourceManager Labels = new("NaccsCert.PropertyLabels", typeof(OperationResult).Assembly);

    private static readonly CultureInfo[] Languages = [CultureInfo.InvariantCulture, CultureInfo.GetCultureInfo("ja")];

    /// <summary>What tells a record from others after its status, where many are shown in short: mostly the second column.</summary>
    public Value Short { get; init; } = Columns[1].Value;

    /// <summary>What rows are put together by: the key of a label and a value; null for nothing.</summary>
    public Column? GroupBy { get; init; }

    /// <summary>Whether moments are told in a time zone that says something, and stay in it.</summary>
    public bool KeepsTimeZones { get; init; }

    /// <summary>Describes the views of a type.</summary>
    public static View Of<T>(params Column[] columns) => new(typeof(T), columns);

    /// <summary>All that a record has: first its status and why it is so, then the rest as it is declared.</summary>
    public IEnumerable<PropertyInfo> Properties => Type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .OrderBy(Rank)
        .ThenByDescending(property => property.DeclaringType == Type)
        .ThenBy(property => property.MetadataToken);

    /// <summary>What is shown for a value: words for a state, and everything else as it is.</summary>
    public Value InWords(Value value) =>
        value is { Script: null, Property: { } name } && Type.GetProperty(name) is { } property && Words.KindOf(property) is { } kind
            ? Value.Words(name, kind)
            : value;

    /// <summary>
    /// What a record shows where a script puts out records of several types, which PowerShell lists one by one and without views:
    /// what its table shows.
    /// </summary>
    public IEnumerable<string> Summary => Columns.Select(column => column.Value.Property).OfType<string>().Distinct();

    /// <summary>How many cells the labels of the list take in the language in which they take most, with what separates them from the values.</summary>
    public int LabelCells => Languages.Max(language => Properties.Max(property => CellWidth.Of(Labels.GetString(property.Name, language)!))) + 3;

    private int Rank(PropertyInfo property) =>
        property.Name == Columns[0].Value.Property ? 0
        : property.Name == nameof(OperationResult.Reason) ? 1
        : 2;
}

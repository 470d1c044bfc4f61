using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;

namespace NaccsCert.Build.Views;

/// <summary>How records of a type are shown: as a table, as a list of all that they have, and in short.</summary>
/// <param name="Type">The type.</param>
/// <param name="Columns">The table; the status is its first column.</param>
internal sealed record View(Type Type, IReadOnlyList<Column> Columns)
{
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

    private int Rank(PropertyInfo property) =>
        property.Name == Columns[0].Value.Property ? 0
        : property.Name == nameof(OperationResult.Reason) ? 1
        : 2;
}

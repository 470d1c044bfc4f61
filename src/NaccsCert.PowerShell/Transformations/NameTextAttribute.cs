using System;
using System.Linq;
using System.Management.Automation;

namespace NaccsCert.PowerShell.Transformations;

/// <summary>
/// Takes names, and of a row the one in its column, or else only its type: the engine would make text of all that the row holds, codes
/// included. An empty name is left to the command: the engine would show the row as the target of its error.
/// </summary>
/// <param name="columns">The columns that may have the name: the parameter and its aliases.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class NameTextAttribute(params string[] columns) : ArgumentTransformationAttribute
{
    private const string Blank = " ";

    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) =>
        inputData is PSObject { BaseObject: PSCustomObject } row ? NameIn(row) : NameOf(inputData);

    private object NameIn(PSObject row)
    {
        PSPropertyInfo? cell = columns.Select(column => row.Properties[column]).FirstOrDefault(found => found is not null);
        return cell is null ? nameof(PSCustomObject) : NameOf(cell.Value);
    }

    private static object NameOf(object? value) =>
        value is null || PSObject.AsPSObject(value).BaseObject is "" ? Blank : value;
}

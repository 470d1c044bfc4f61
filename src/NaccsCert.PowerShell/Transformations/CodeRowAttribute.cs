using System;
using System.Management.Automation;
using NaccsCert.PowerShell.Rows;

namespace NaccsCert.PowerShell.Transformations;

/// <summary>
/// Takes a row of codes out of the engine's hands before it is bound. It never fails: the engine would show the whole row as the target
/// of its error.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class CodeRowAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        object? value = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        return value as CodeRow ?? new CodeRow(inputData);
    }
}

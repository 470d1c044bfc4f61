using System;
using System.Management.Automation;

namespace NaccsCert.PowerShell.Transformations;

/// <summary>
/// Takes names, and of an object that is none only its type: the engine would make text of all that a row holds, codes included, and an
/// error would say that nothing has this name.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class NameTextAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) =>
        inputData is PSObject { BaseObject: PSCustomObject } ? nameof(PSCustomObject) : inputData;
}

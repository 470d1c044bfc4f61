using System;
using System.Management.Automation;
using System.Security;

namespace NaccsCert.PowerShell.Transformations;

/// <summary>Takes a code as it comes: a secure string, or plain text from a CSV file or the command line.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SecureCodeAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        object value = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        if (value is SecureString or null)
        {
            return value!;
        }

        // From the wrapped object, so that digits on the command line keep their leading zeros.
        var secure = new SecureString();
        foreach (char character in LanguagePrimitives.ConvertTo<string>(inputData))
        {
            secure.AppendChar(character);
        }

        secure.MakeReadOnly();
        return secure;
    }
}

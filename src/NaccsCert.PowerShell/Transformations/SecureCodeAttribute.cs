using System;
using System.Management.Automation;
using System.Security;
using NaccsCert.PowerShell.Text;

namespace NaccsCert.PowerShell.Transformations;

/// <summary>Takes a code as it comes: a secure string, or plain text from a CSV file or the command line.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SecureCodeAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        object value = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        return value switch
        {
            null => value!,

            // A copy, which the command clears; the caller's own is the caller's.
            SecureString secure => secure.Copy(),
            string text => Protect(text),

            // Digits on the command line are a number that the engine wraps together with their text.
            _ when inputData is PSObject && IsNumber(value) => Protect(LanguagePrimitives.ConvertTo<string>(inputData)),

            // Any other number may have lost its leading zeros.
            _ => throw new ArgumentTransformationMetadataException(CommandText.Format(MessageId.CodeIsNoText)),
        };
    }

    private static bool IsNumber(object value) => Convert.GetTypeCode(value) is >= TypeCode.SByte and <= TypeCode.Decimal;

    private static SecureString Protect(string text)
    {
        var secure = new SecureString();
        foreach (char character in text)
        {
            secure.AppendChar(character);
        }

        secure.MakeReadOnly();
        return secure;
    }
}

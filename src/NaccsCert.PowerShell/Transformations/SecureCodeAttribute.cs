using System;
using System.Management.Automation;
using System.Security;

namespace NaccsCert.PowerShell.Transformations;

/// <summary>
/// Takes a code as it comes: a secure string, or plain text from a CSV file or the command line. It never fails: the engine would show the
/// object that has the code, with all its codes, as the target of its error. What cannot be a code becomes a text that is none.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SecureCodeAttribute : ArgumentTransformationAttribute
{
    // What a spreadsheet program shows in place of a number that it cannot show.
    private const string LostInNumber = "#NUM!";

    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        object value = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;

        // Digits on the command line are a number that the engine wraps together with their text.
        return inputData is PSObject && IsNumber(value)
            ? Protect(LanguagePrimitives.ConvertTo<string>(inputData))!
            : Protect(value)!;
    }

    /// <summary>Makes a secret of a value.</summary>
    /// <param name="value">The value, unwrapped.</param>
    /// <returns>The secret; null for null.</returns>
    internal static SecureString? Protect(object? value) => value switch
    {
        null => null,

        // A copy, which the command clears; the caller's own is the caller's.
        SecureString secure => secure.Copy(),
        string text => Protect(text),

        // A number may have lost its leading zeros.
        _ when IsNumber(value) => Protect(LostInNumber),
        _ => Protect(" "),
    };

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

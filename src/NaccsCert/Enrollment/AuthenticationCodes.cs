using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Runtime.InteropServices;
using System.Security;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using NaccsCert.Services;
using NaccsCert.Transport;

namespace NaccsCert.Enrollment;

/// <summary>
/// The three codes of a logical terminal (認証コード1 to 3, manual 5.1), folded and trimmed, cleared when disposed of.
/// </summary>
internal sealed class AuthenticationCodes : IEnrollmentCodes, IDisposable
{
    private const string Hidden = "***";

    private readonly SecureString[] _codes;

    /// <summary>Takes the codes as people copy them: with blanks around them, in full-width letters.</summary>
    /// <param name="code1">認証コード1.</param>
    /// <param name="code2">認証コード2.</param>
    /// <param name="code3">認証コード3.</param>
    /// <exception cref="NaccsException">
    /// <see cref="ErrorId.CodeInvalid"/> or <see cref="ErrorId.CodeReformatted"/>, naming the code by its number only.
    /// </exception>
    public AuthenticationCodes(SecureString code1, SecureString code2, SecureString code3) =>
        _codes = [Fold(code1, 1), Fold(code2, 2), Fold(code3, 3)];

    /// <summary>Looks at one code as it was entered.</summary>
    public static CodeReading Read(SecureString code) => CodeReading.Of(Reveal(code));

    /// <summary>Looks at one code, which must be able to be one.</summary>
    /// <param name="code">The code.</param>
    /// <param name="number">Which of the three, from 1.</param>
    /// <exception cref="NaccsException">
    /// <see cref="ErrorId.CodeInvalid"/> or <see cref="ErrorId.CodeReformatted"/>, naming the code by its number only.
    /// </exception>
    public static CodeReading Require(SecureString code, int number)
    {
        CodeReading reading = Read(code);
        return reading.Flaw is not { } flaw
            ? reading
            : throw new NaccsException(
                flaw == CodeFlaw.Reformatted ? ErrorId.CodeReformatted : ErrorId.CodeInvalid,
                NameOf(number),
                number,
                CodeReadingText.Flaw(flaw, reading.Position));
    }

    /// <summary>The name of a code, as parameters and errors have it.</summary>
    /// <param name="number">Which of the three, from 1.</param>
    public static string NameOf(int number) => "AuthCode" + number.ToString(CultureInfo.InvariantCulture);

    /// <summary>The names of several.</summary>
    /// <param name="numbers">Which of the three, from 1.</param>
    public static string Names(IEnumerable<int> numbers) => string.Join(", ", numbers.Select(NameOf));

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (SecureString code in _codes)
        {
            code.Dispose();
        }
    }

    /// <inheritdoc/>
    public string Fill(string template)
    {
        string[] codes = [.. _codes.Select(Reveal)];
        return CodeTemplate.Fill(template, codes[0], codes[1], codes[2]);
    }

    /// <inheritdoc/>
    /// <remarks>The longest first, lest a code that is part of another leaves the rest of it.</remarks>
    public string Conceal(string text) => _codes.Select(Reveal).OrderByDescending(code => code.Length).Aggregate(
        text,
        (words, code) => Regex.Replace(
            words, Regex.Escape(code), Hidden, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant));

    /// <summary>
    /// A fingerprint by which an unfinished enrollment recognizes its own codes. Sixteen bits tell two terminals apart, and
    /// are far too few to find a code by.
    /// </summary>
    internal string Fingerprint(string enrollmentId)
    {
        byte[] text = Encoding.UTF8.GetBytes(enrollmentId + "\n" + string.Join("\n", _codes.Select(Reveal)));
        using var sha256 = SHA256.Create();
        byte[] digest = sha256.ComputeHash(text);
        Array.Clear(text, 0, text.Length);
        return ((digest[0] << 8) | digest[1]).ToString("X4", CultureInfo.InvariantCulture);
    }

    private static SecureString Fold(SecureString code, int number)
    {
        var secure = new SecureString();
        foreach (char character in Require(code, number).Code)
        {
            secure.AppendChar(character);
        }

        secure.MakeReadOnly();
        return secure;
    }

    // The HTTP stack takes strings, so a code is one for the moment of its use; it cannot be overwritten.
    private static string Reveal(SecureString code)
    {
        IntPtr text = Marshal.SecureStringToGlobalAllocUnicode(code);
        try
        {
            return Marshal.PtrToStringUni(text, code.Length);
        }
        finally
        {
            Marshal.ZeroFreeGlobalAllocUnicode(text);
        }
    }
}

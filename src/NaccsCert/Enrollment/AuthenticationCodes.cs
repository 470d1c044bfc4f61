using System;
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
        string folded = Folded(Reveal(code)).Trim().Trim('\u200B', '\uFEFF').Trim();
        if (FlawOf(folded) is { } flaw)
        {
            throw new NaccsException(flaw, "AuthCode" + number.ToString(CultureInfo.InvariantCulture), number);
        }

        var secure = new SecureString();
        foreach (char character in folded)
        {
            secure.AppendChar(character);
        }

        secure.MakeReadOnly();
        return secure;
    }

    private static ErrorId? FlawOf(string code)
    {
        if (SpreadsheetText.IsReformatted(code))
        {
            return ErrorId.CodeReformatted;
        }

        return code.Length == 0 || code.Any(character => character is <= ' ' or > '~') ? ErrorId.CodeInvalid : null;
    }

    // What is no Unicode text cannot be folded, and is no code either.
    private static string Folded(string code)
    {
        try
        {
            return code.Normalize(NormalizationForm.FormKC);
        }
        catch (ArgumentException)
        {
            return string.Empty;
        }
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

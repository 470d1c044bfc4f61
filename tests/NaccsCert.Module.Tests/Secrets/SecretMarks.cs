using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace NaccsCert.Module.Tests.Secrets;

/// <summary>Secrets that stand out, and every form in which they could be found: as text, as UTF-16, inside base64, in hexadecimal.</summary>
internal sealed class SecretMarks
{
    private static readonly Encoding[] Encodings = [Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode];

    private readonly (string Name, byte[] Form)[] _forms;

    public SecretMarks(IEnumerable<string> secrets) =>
        _forms = [.. secrets.SelectMany(secret => Forms(secret).Select(form => (secret, form)))];

    /// <summary>The secrets that can be read in a text.</summary>
    public IReadOnlyList<string> In(string text) => In(Encoding.UTF8.GetBytes(text));

    /// <summary>The secrets that can be read in bytes, whatever their case.</summary>
    public IReadOnlyList<string> In(byte[] content)
    {
        byte[] lower = Lower(content);
        return [.. _forms.Where(form => Holds(content, form.Form) || Holds(lower, Lower(form.Form))).Select(form => form.Name).Distinct()];
    }

    private static IEnumerable<byte[]> Forms(string secret)
    {
        foreach (byte[] bytes in Encodings.Select(encoding => encoding.GetBytes(secret)))
        {
            yield return bytes;
            yield return Encoding.ASCII.GetBytes(Convert.ToHexString(bytes));
            foreach (string base64 in Enumerable.Range(0, 3).Select(offset => InsideBase64(bytes, offset)))
            {
                yield return Encoding.ASCII.GetBytes(base64);
                yield return Encoding.Unicode.GetBytes(base64);
            }
        }
    }

    // What the bytes look like in base64 that began so many bytes before them, without the characters that neighbours share.
    private static string InsideBase64(byte[] bytes, int offset)
    {
        string base64 = Convert.ToBase64String([.. new byte[offset], .. bytes]);
        int first = offset == 0 ? 0 : offset + 1;
        int shared = (offset + bytes.Length) % 3 == 0 ? 0 : 1;
        return base64.TrimEnd('=')[first..^shared];
    }

    private static byte[] Lower(byte[] content) =>
        [.. content.Select(value => value is >= (byte)'A' and <= (byte)'Z' ? (byte)(value | 0x20) : value)];

    private static bool Holds(byte[] content, byte[] form) => content.AsSpan().IndexOf(form) >= 0;

    /// <summary>A number of secrets that nobody else has.</summary>
    public static string NewSecret(int number) =>
        string.Create(CultureInfo.InvariantCulture, $"SeCrEt{number}{Guid.NewGuid():N}");
}

using System;
using System.Collections.Generic;
using System.Text;

namespace NaccsCert;

/// <summary>What .NET Framework has no such overload of.</summary>
internal static class Texts
{
    public static string Replace(this string text, string old, string replacement, StringComparison comparison) =>
        comparison == StringComparison.Ordinal
            ? text.Replace(old, replacement)
            : throw new ArgumentOutOfRangeException(nameof(comparison));

    public static string ReplaceLineEndings(this string text, string ending) =>
        text.Replace("\r\n", "\n").Replace("\n", ending);

    public static string[] Split(this string text, string separator) => text.Split([separator], StringSplitOptions.None);

    extension(string)
    {
        public static string Join(char separator, IEnumerable<string> parts) => string.Join(separator.ToString(), parts);
    }

    extension(Encoding)
    {
        public static Encoding Latin1 => Encoding.GetEncoding("iso-8859-1");
    }
}

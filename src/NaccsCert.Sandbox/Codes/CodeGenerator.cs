using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Security.Cryptography;

namespace NaccsCert.Sandbox.Codes;

/// <summary>Makes code sets for those who bring none.</summary>
internal static class CodeGenerator
{
    // Without 0, O, 1, I and L, which people confuse when they copy by hand.
    private const string Alphabet = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    public static IEnumerable<CodeSet> Make(int count) =>
        Enumerable.Range(1, count).Select(number => new CodeSet(
            string.Create(CultureInfo.InvariantCulture, $"1AAA{number:0000}"),
            Random(8),
            Random(10),
            Random(12)));

    /// <summary>So many characters that nobody can guess, and everybody can type.</summary>
    public static string Random(int length) => RandomNumberGenerator.GetString(Alphabet, length);
}

using System;
using System.Collections.Generic;
using System.Linq;

namespace NaccsCert.Messages.Files;

/// <summary>Finds the armoured parts of a text, whatever stands before, between and after them (RFC 7468, section 2).</summary>
internal static class PemText
{
    /// <summary>What every armour begins with.</summary>
    public const string Begin = "-----BEGIN ";

    private const string Dashes = "-----";
    private const int MaxLabelLength = 40;

    /// <summary>Finds them in one pass.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The parts in their order; the last may have no end.</returns>
    public static IReadOnlyList<PemBlock> BlocksIn(string text)
    {
        var blocks = new List<PemBlock>();
        for (int begin = IndexOf(text, Begin, 0); begin >= 0;)
        {
            int labelStart = begin + Begin.Length;
            int next = labelStart;
            if (LabelAt(text, labelStart) is { } label)
            {
                int bodyStart = labelStart + label.Length + Dashes.Length;
                int end = IndexOf(text, $"-----END {label}-----", bodyStart);
                blocks.Add(new PemBlock(label, end < 0 ? null : text.Substring(bodyStart, end - bodyStart)));
                next = end < 0 ? text.Length : end + Dashes.Length;
            }

            begin = IndexOf(text, Begin, next);
        }

        return blocks;
    }

    private static string? LabelAt(string text, int start)
    {
        int searched = Math.Min(MaxLabelLength + Dashes.Length, text.Length - start);
        int length = text.IndexOf(Dashes, start, searched, StringComparison.Ordinal) - start;
        string? label = length > 0 ? text.Substring(start, length) : null;
        return label?.All(character => character is (>= 'A' and <= 'Z') or (>= '0' and <= '9') or ' ' or '#') == true ? label : null;
    }

    private static int IndexOf(string text, string wanted, int start) => text.IndexOf(wanted, start, StringComparison.Ordinal);
}

using System.Linq;
using NaccsCert.IO.Tables;

namespace NaccsCert.Enrollment;

/// <summary>
/// An authentication code as people copy it, what it is taken for, and what of it was changed. The manual does not say how long codes are, or
/// of which characters: only what can be none is refused.
/// </summary>
internal sealed class CodeReading
{
    /// <summary>More characters than anybody types from a screen.</summary>
    public const int MaxLength = 256;

    private CodeReading(string entered, string folded, string code)
    {
        Code = code;
        IsTrimmed = code.Length < folded.Length;
        IsNarrowed = code != FoldedText.Trim(entered);
        HasLowerCase = code.Any(character => character is >= 'a' and <= 'z');
        (Flaw, Position) = FlawOf(code);
    }

    /// <summary>The code, a secret: folded to half-width, and trimmed.</summary>
    public string Code { get; }

    /// <summary>Why it cannot be one; null where it can.</summary>
    public CodeFlaw? Flaw { get; }

    /// <summary>The character that shows the flaw, from 1; 0 where no single one does.</summary>
    public int Position { get; }

    /// <summary>Whether blanks around it were removed.</summary>
    public bool IsTrimmed { get; }

    /// <summary>Whether full-width characters were changed to half-width.</summary>
    public bool IsNarrowed { get; }

    /// <summary>Whether there are lower-case letters in it, which stay: whether a service tells them apart is not known.</summary>
    public bool HasLowerCase { get; }

    /// <summary>Looks at a code.</summary>
    /// <param name="entered">What was entered.</param>
    public static CodeReading Of(string entered)
    {
        string folded = FoldedText.Narrow(entered);
        return new CodeReading(entered, folded, FoldedText.Trim(folded));
    }

    /// <summary>Says what it is, and nothing of what is in it.</summary>
    public override string ToString() => nameof(CodeReading);

    private static (CodeFlaw? Flaw, int Position) FlawOf(string code)
    {
        if (code.Length == 0)
        {
            return (CodeFlaw.Blank, 0);
        }

        if (SpreadsheetText.IsReformatted(code))
        {
            return (CodeFlaw.Reformatted, 0);
        }

        int index = code.ToList().FindIndex(character => character is <= ' ' or > '~');
        if (index >= 0)
        {
            return (char.IsWhiteSpace(code[index]) ? CodeFlaw.BlankInside : CodeFlaw.Character, index + 1);
        }

        return code.Length > MaxLength ? (CodeFlaw.TooLong, 0) : (null, 0);
    }
}

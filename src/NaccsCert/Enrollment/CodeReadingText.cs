using System.Collections.Generic;
using NaccsCert.Resources;

namespace NaccsCert.Enrollment;

/// <summary>Says what is wrong with a code, and what of it was changed.</summary>
internal static class CodeReadingText
{
    /// <summary>Why a code cannot be one.</summary>
    /// <param name="flaw">The flaw.</param>
    /// <param name="position">The character that shows it, from 1; 0 where none does.</param>
    public static string Flaw(CodeFlaw flaw, int position) => Strings.Format(
        flaw switch
        {
            CodeFlaw.Blank => StringId.CodeFlawBlank,
            CodeFlaw.Reformatted => StringId.CodeFlawReformatted,
            CodeFlaw.BlankInside => StringId.CodeFlawBlankInside,
            CodeFlaw.TooLong => StringId.CodeFlawTooLong,
            _ => StringId.CodeFlawCharacter,
        },
        position,
        CodeReading.MaxLength);

    /// <summary>What was changed in a code that is taken, and what was not.</summary>
    public static IReadOnlyList<string> Notices(CodeReading reading)
    {
        var notices = new List<string>();
        if (reading.IsTrimmed)
        {
            notices.Add(Strings.Format(StringId.CodeNoticeTrimmed));
        }

        if (reading.IsNarrowed)
        {
            notices.Add(Strings.Format(StringId.CodeNoticeNarrowed));
        }

        if (reading.HasLowerCase)
        {
            notices.Add(Strings.Format(StringId.CodeNoticeLowerCase));
        }

        return notices;
    }
}

namespace NaccsCert.Enrollment;

/// <summary>Why a text cannot be an authentication code.</summary>
internal enum CodeFlaw
{
    /// <summary>Nothing was entered.</summary>
    Blank,

    /// <summary>A spreadsheet program has taken it for something else.</summary>
    Reformatted,

    /// <summary>There is a blank in it: two codes, or a code and something else.</summary>
    BlankInside,

    /// <summary>There is a character in it that no code has.</summary>
    Character,

    /// <summary>It is longer than any code.</summary>
    TooLong,
}

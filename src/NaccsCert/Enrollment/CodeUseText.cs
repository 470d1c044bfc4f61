using NaccsCert.Enrollment.Journal;
using NaccsCert.Resources;

namespace NaccsCert.Enrollment;

/// <summary>Tells people whether their codes have been used, and what to do then.</summary>
internal static class CodeUseText
{
    /// <summary>The fact, in one sentence.</summary>
    public static string Fact(CodeUse use) => Strings.Format(use switch
    {
        CodeUse.NotUsed => StringId.CodesNotUsed,
        CodeUse.Used => StringId.CodesUsed,
        _ => StringId.CodesUseUnknown,
    });

    /// <summary>The fact, and what to do.</summary>
    public static string Advice(CodeUse use) =>
        use == CodeUse.NotUsed ? Fact(use) : Strings.Join(Fact(use), Strings.Format(StringId.CodesRunAgain));

    /// <summary>An error that says it too.</summary>
    /// <param name="error">The error.</param>
    /// <param name="use">Whether the codes have been used; null where none are concerned.</param>
    public static NaccsException Explain(NaccsException error, CodeUse? use)
    {
        if (use is not { } known)
        {
            return error;
        }

        // Who is refused may have used the codes before, elsewhere: only of this request it is known that it has not.
        string advice = known == CodeUse.NotUsed && CodeUses.IsRefusal(error.ErrorId)
            ? Strings.Format(StringId.CodesNotUsedHere)
            : Advice(known);
        return error.ForCodes(known, Strings.Join(error.Message, advice));
    }

    /// <summary>A result that says it too, where the result itself leaves it open.</summary>
    /// <param name="result">The result.</param>
    /// <param name="use">Whether the codes have been used; null where none are concerned.</param>
    public static EnrollmentResult Explain(EnrollmentResult result, CodeUse? use)
    {
        if ((result.CodeUse ?? use) is not { } known)
        {
            return result;
        }

        string? advice = result.Status switch
        {
            EnrollmentStatus.Busy or EnrollmentStatus.Deferred => Advice(known),
            EnrollmentStatus.Pending => Strings.Format(StringId.CodesNeededThen),
            _ => null,
        };
        return result with { CodeUse = known, Reason = advice is null ? result.Reason : Strings.Join(result.Reason, advice) };
    }
}

using System.Text;

namespace NaccsCert.Compat;

/// <summary>Code pages of Windows, which .NET has on all platforms, but not among its usual encodings.</summary>
internal static class CodePages
{
    private const int ShiftJis = 932;

    /// <summary>CP932, the Shift_JIS of Windows; it throws for bytes that are none.</summary>
    public static Encoding Japanese { get; } =
#if NET
        CodePagesEncodingProvider.Instance.GetEncoding(ShiftJis, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;
#else
        Encoding.GetEncoding(ShiftJis, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
#endif
}

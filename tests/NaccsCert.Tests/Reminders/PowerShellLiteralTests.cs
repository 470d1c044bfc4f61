using NaccsCert.Renewal;
using Xunit;

namespace NaccsCert.Tests.Reminders;

/// <summary>Texts as expressions of PowerShell. That the engine reads them so is shown with the engine, by the tests of the module.</summary>
public sealed class PowerShellLiteralTests
{
    [Theory]
    [InlineData("", "''")]
    [InlineData("naccs", "'naccs'")]
    [InlineData(@"C:\Users\O'Brien\", @"'C:\Users\O''Brien\'")]
    [InlineData("\u2018\u2019\u201A\u201B", "'\u2018\u2018\u2019\u2019\u201A\u201A\u201B\u201B'")]
    [InlineData("\u201Ca\u201D \u201E; `n & calc", "'\u201Ca\u201D \u201E; `n & calc'")]
    [InlineData("\uD83D\uDE00\u306E\u200D", "'\uD83D\uDE00\u306E\u200D'")]
    [InlineData(@"\\server\share$\a", @"('\\server\share' + [char]0x24 + '\a')")]
    [InlineData("%1", "('' + [char]0x25 + '1')")]
    [InlineData("%", "('' + [char]0x25)")]
    [InlineData("a\"", "('a' + [char]0x22)")]
    [InlineData("\r\n\u007F", "('' + [char]0x0D + [char]0x0A + [char]0x7F)")]
    [InlineData("a\uFFFEb", "('a' + [char]0xFFFE + 'b')")]
    public void A_text_is_one_literal_or_a_sum(string text, string expression) => Assert.Equal(expression, PowerShellLiteral.From(text));

    // Attributes can hold no surrogate without its other half.
    [Fact]
    public void Half_a_character_is_named_by_its_number() =>
        Assert.Equal("('a' + [char]0xD800 + 'b' + [char]0xDC00)", PowerShellLiteral.From("a\uD800b\uDC00"));
}

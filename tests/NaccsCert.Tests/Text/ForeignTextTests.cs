using Xunit;

namespace NaccsCert.Tests.Text;

/// <summary>The one place where foreign text becomes message text, by the target of an error, which is such a text.</summary>
public sealed class ForeignTextTests
{
    private const int MaxLength = 1000;

    // Attributes are kept as UTF-8, which has no half characters.
    public static TheoryData<string, string> Halves => new()
    {
        { "a\uD83Db", "a\uFFFDb" },
        { "a\uDE00", "a\uFFFD" },
    };

    [Theory]
    [MemberData(nameof(Halves))]
    [InlineData(null, "")]
    [InlineData("NACCS Client CA", "NACCS Client CA")]
    [InlineData("東京税関　第１部", "東京税関　第１部")]
    [InlineData("葛\U000E0100城市", "葛\U000E0100城市")]
    [InlineData("𠮷野家", "𠮷野家")]
    [InlineData("株式会社\uE000", "株式会社\uE000")]
    [InlineData("\u001B]0;owned\u0007\u001B[2J\u009B31m", "]0;owned[2J31m")]
    [InlineData("a\u202Egnp\u2066.x", "agnp.x")]
    [InlineData("a\r\n\t\u0085b", "a b")]
    [InlineData("a\u2029b", "a b")]
    [InlineData("a\uFFFF", "a\uFFFD")]
    [InlineData("\U000E0041x", "x")]
    [InlineData("\u200B\u00AD\u061C", "")]
    public void What_steers_a_console_or_hides_is_left_out_and_the_rest_stays(string? text, string expected) =>
        Assert.Equal(expected, MessageText(text));

    [Theory]
    [InlineData("abcdef", "abcdef")]
    [InlineData("abcdefg", "abcde…")]
    [InlineData("abcd𠮷e", "abcd…")]
    [InlineData("\u001B\u001B\u001Babcdef", "abcdef")]
    public void What_is_too_long_ends_in_an_ellipsis_and_never_in_half_a_character(string end, string expected)
    {
        string beginning = new('x', MaxLength - "abcdef".Length);
        Assert.Equal(beginning + expected, MessageText(beginning + end));
    }

    private static string MessageText(string? text) => new NaccsException(ErrorId.HostNotFound, text!).Target;
}

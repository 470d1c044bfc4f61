using System;
using System.Linq;
using FsCheck.Fluent;
using NaccsCert.Tests.Fuzzing;
using NaccsCert.TestSupport.Reporting;
using Xunit;

namespace NaccsCert.Tests.Text;

/// <summary>The one place where foreign text becomes message text.</summary>
public sealed class ForeignTextTests
{
    // Attributes are kept as UTF-8, which has no half characters.
    public static TheoryData<string, string> Halves => new()
    {
        { "a\uD83Db", "a\uFFFDb" },
        { "a\uDE00", "a\uFFFD" },
        { Readable.Hostile, Readable.Tamed },
    };

    [Theory]
    [MemberData(nameof(Halves))]
    [InlineData(null, "")]
    [InlineData("NACCS Client CA", "NACCS Client CA")]
    [InlineData("東京税関　第１部", "東京税関　第１部")]
    [InlineData("葛\U000E0100城市", "葛\U000E0100城市")]
    [InlineData("𠮷野家", "𠮷野家")]
    [InlineData("株式会社\uE000", "株式会社\uE000")]
    [InlineData("a\r\n\t\u0085b", "a b")]
    [InlineData("a\u2029b", "a b")]
    [InlineData("a\uFFFF", "a\uFFFD")]
    [InlineData("\U000E0041x", "x")]
    [InlineData("\u200B\u00AD\u061C", "")]
    public void What_steers_a_console_or_hides_is_left_out_and_the_rest_stays(string? text, string expected) =>
        Assert.Equal(expected, ForeignText.ToMessage(text));

    [Theory]
    [InlineData("abcdef", 6, "abcdef")]
    [InlineData("abcdefg", 6, "abcde…")]
    [InlineData("abcd𠮷e", 6, "abcd…")]
    [InlineData("\u001B\u001B\u001Babcdef", 6, "abcdef")]
    public void What_is_too_long_ends_in_an_ellipsis_and_never_in_half_a_character(string text, int length, string expected) =>
        Assert.Equal(expected, ForeignText.ToMessage(text, length));

    [Fact]
    public void Whatever_the_text_the_message_can_be_shown_and_is_no_longer_than_allowed() =>
        FsCheck.Check.One(FuzzSettings.With(3000), Prop.ForAll(Arb.From(Gen.Choose(0, 1 << 30)), number =>
        {
            var random = new Random(number);
            string text = string.Concat(Enumerable.Range(0, random.Next(60)).Select(_ => Piece(random)));
            string message = ForeignText.ToMessage(text, 40);
            return Readable.Is(message) && message.Length <= 40 && ForeignText.ToMessage(message, 40) == message;
        }));

    [Fact]
    public void An_error_has_message_target_and_causes_that_can_be_shown()
    {
        var cause = new InvalidOperationException("outer", new FormatException(Readable.Hostile));
        var error = new NaccsException(ErrorId.ConnectionFailed, Readable.Hostile, cause, new Uri("https://x/%E2%80%AE"), Readable.Hostile);
        Assert.Empty(Readable.Unreadable(error));
        Assert.Contains("System.FormatException: A]0;owned", error.InnerException!.InnerException!.Message, StringComparison.Ordinal);
        Assert.Empty(Readable.Unreadable(error.ForEnrollment("id")));
    }

    [Fact]
    public void A_cause_that_can_be_shown_stays_itself()
    {
        var cause = new InvalidOperationException("plain");
        Assert.Same(cause, new NaccsException(ErrorId.ConnectionFailed, "x", cause, 443, "plain").InnerException);
    }

    private static string Piece(Random random) => random.Next(4) switch
    {
        0 => ((char)random.Next(0x10000)).ToString(),
        1 => Readable.Hostile[random.Next(Readable.Hostile.Length)].ToString(),
        2 => char.ConvertFromUtf32(0x10000 + random.Next(0x100000)),
        _ => ((char)random.Next(0x20, 0x7F)).ToString(),
    };
}

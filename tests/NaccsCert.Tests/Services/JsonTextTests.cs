using System;
using System.Linq;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using NaccsCert.IO.Json;
using NaccsCert.Tests.Support;
using Xunit;

namespace NaccsCert.Tests.Services;

/// <summary>Texts that any JSON reader takes, and no console garbles.</summary>
public sealed class JsonTextTests
{
    [Fact]
    public void Every_character_comes_back_and_is_ASCII()
    {
        // Halves of pairs are no characters.
        string text = string.Concat(Enumerable.Range(0, 0x10000).Where(code => code is < 0xD800 or > 0xDFFF).Select(code => (char)code)) + "𠮷🙂";
        string quoted = JsonText.Quote(text);

        Assert.All(quoted, character => Assert.InRange(character, ' ', '~'));
        Assert.Equal(text, JsonSerializer.Deserialize<string>(quoted));
    }

    [Fact]
    public void Members_without_a_value_are_left_out() => Assert.Equal(
        """{"a":"x","n":-5,"t":true,"f":false,"m":"2026-11-23T00:00:00Z","l":[1,"two"]}""",
        JsonText.Object(
            JsonText.Text("a", "x"),
            JsonText.Text("b", null),
            JsonText.Text("c", string.Empty),
            JsonText.Number("n", -5),
            JsonText.Boolean("t", true),
            JsonText.Boolean("f", false),
            JsonText.Moment("m", new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.FromHours(9))),
            JsonText.Moment("o", null),
            JsonText.Array("l", ["1", JsonText.Quote("two")])));

    [Fact]
    public void A_document_has_a_line_for_each_member()
    {
        byte[] document = JsonText.Document(JsonText.Number("a", 1), null, JsonText.Text("名", "前"));
        Assert.Equal("{\n  \"a\":1,\n  \"\\u540d\":\"\\u524d\"\n}\n", Encoding.ASCII.GetString(document));
        Assert.Equal("前", (string?)JsonNode.Parse(document)!["名"]);
    }

    [Theory]
    [InlineData("en-US")]
    [InlineData("ja-JP")]
    [InlineData("th-TH")]
    [InlineData("ar-SA")]
    [InlineData("sv-SE")]
    public void Moments_and_numbers_are_the_same_in_every_culture_and_come_back_to_the_tick(string culture) => Cultures.Run(culture, () =>
    {
        DateTimeOffset moment = new DateTimeOffset(2026, 11, 23, 1, 2, 3, TimeSpan.Zero).AddTicks(1234567);
        Assert.Equal("\"m\":\"2026-11-23T01:02:03.1234567Z\"", JsonText.Moment("m", moment));
        Assert.Equal(moment, JsonText.ReadMoment("2026-11-23T01:02:03.1234567Z"));
        Assert.Equal(moment.AddTicks(-1234567), JsonText.ReadMoment("2026-11-23T01:02:03Z"));
        Assert.Equal("\"n\":-1234567", JsonText.Number("n", -1234567));
    });

    [Theory]
    [InlineData("")]
    [InlineData("2026-11-23")]
    [InlineData("2026-11-23T01:02:03")]
    [InlineData("2026-11-23T01:02:03+09:00")]
    [InlineData("2026-02-30T01:02:03Z")]
    [InlineData("23.11.2026 01:02:03")]
    public void What_is_no_moment_in_UTC_is_none(string text) => Assert.Null(JsonText.ReadMoment(text));
}

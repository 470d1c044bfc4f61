using System;
using System.Collections.Generic;
using System.Diagnostics.Tracing;
using System.Text.Json.Nodes;
using NaccsCert.Logging;
using NaccsCert.Tests.Support;
using Xunit;

namespace NaccsCert.Tests.Logging;

public sealed class LogLineTests
{
    private static readonly DateTimeOffset Time = new(2026, 11, 23, 17, 2, 3, TimeSpan.FromHours(9));

    [Theory]
    [InlineData("en-US")]
    [InlineData("ja-JP")]
    [InlineData("th-TH")]
    [InlineData("ar-SA")]
    public void A_line_says_when_what_and_of_which_enrollment_in_every_culture(string culture) => Cultures.Run(culture, () => Assert.Equal(
        """{"time":"2026-11-23T08:02:03Z","level":"Error","event":"EnrollmentFailed","correlation":"0a1b2c3d","process":42,"errorId":"HostNotFound","tries":-3,"bytes":5000000000,"final":true}""",
        LogLine.Compose(
            Time,
            EventLevel.Error,
            "EnrollmentFailed",
            "0a1b2c3d",
            42,
            [new("errorId", ErrorId.HostNotFound), new("tries", -3), new("bytes", 5_000_000_000), new("final", true)])));

    [Theory]
    [InlineData("証明書を更新できませんでした。")]
    [InlineData("\"quoted\" and \\ back")]
    [InlineData("𠮷野家 🙂")]
    [InlineData("</script>{\"event\":\"forged\"}")]
    public void Whatever_a_field_holds_it_is_one_line_of_ASCII_and_comes_back(string text)
    {
        string line = Compose(text);

        Assert.All(line, character => Assert.InRange(character, ' ', '~'));
        Assert.Equal(text, (string?)JsonNode.Parse(line)!["reason"]);
        Assert.Equal("EnrollmentCompleted", (string?)JsonNode.Parse(line)!["event"]);
    }

    [Fact]
    public void What_steers_a_console_is_not_in_it_even_as_an_escape() => Assert.Equal(
        "one line [2Jtwo", (string?)JsonNode.Parse(Compose("one\nline\r\n\u001B[2Jtwo\0\u202E\u007F"))!["reason"]);

    [Fact]
    public void What_is_not_there_is_left_out()
    {
        IDictionary<string, JsonNode?> line = JsonNode.Parse(
            LogLine.Compose(Time, EventLevel.Informational, "ReminderEnded", null, 1, [new("reason", null), new("way", string.Empty)]))!.AsObject();
        Assert.Equal(["time", "level", "event", "process"], line.Keys);
    }

    private static string Compose(string text) => LogLine.Compose(
        Time, EventLevel.Informational, "EnrollmentCompleted", "0a1b2c3d", 1, [new KeyValuePair<string, object?>("reason", text)]);
}

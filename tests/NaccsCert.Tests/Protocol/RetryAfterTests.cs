using System;
using System.Linq;
using NaccsCert.Tests.Support;
using NaccsCert.Transport;
using Xunit;

namespace NaccsCert.Tests.Protocol;

public sealed class RetryAfterTests
{
    private const int Day = 24 * 60 * 60;
    private const int TenMinutes = 10 * 60;

    private static readonly DateTimeOffset Now = new(2031, 6, 1, 12, 0, 0, TimeSpan.Zero);

    public static TheoryData<string?, int> Fields => new()
    {
        { "0", 1 },
        { "1", 1 },
        { "120", 120 },
        { " 120 ", 120 },
        { "86400", Day },
        { "86401", Day },
        { "18446744073709551616", Day },
        { new string('9', 400), Day },
        { "Sun, 01 Jun 2031 12:05:00 GMT", 300 },
        { "Sunday, 01-Jun-31 12:05:00 GMT", 300 },
        { "Sunday, 06-Nov-94 08:49:37 GMT", 1 },
        { "Sun Jun  1 12:05:00 2031", 300 },
        { "Sun, 01 Jun 2031 11:55:00 GMT", 1 },
        { "Mon, 01 Jan 0001 00:00:00 GMT", 1 },
        { "Fri, 31 Dec 9999 23:59:59 GMT", Day },
        { null, TenMinutes },
        { "", TenMinutes },
        { " ", TenMinutes },
        { "-5", TenMinutes },
        { "+5", TenMinutes },
        { "1.5", TenMinutes },
        { "1,000", TenMinutes },
        { "1e3", TenMinutes },
        { "NaN", TenMinutes },
        { "Infinity", TenMinutes },
        { "-Infinity", TenMinutes },
        { "１２０", TenMinutes },
        { "soon", TenMinutes },
        { "Sun, 99 Jun 2031 12:05:00 GMT", TenMinutes },
        { "R13.6.1", TenMinutes },
        { "\0", TenMinutes },
    };

    [Theory]
    [MemberData(nameof(Fields))]
    public void The_wait_is_never_shorter_than_a_second_and_never_longer_than_a_day(string? field, int seconds)
    {
        foreach (string culture in new[] { "ja-JP", "th-TH", "ar-SA", "tr-TR" })
        {
            Cultures.Run(culture, () => Assert.Equal(Now.AddSeconds(seconds), RetryAfter.Parse(field, Now)));
        }
    }

    [Fact]
    public void A_service_that_is_asked_again_and_again_is_asked_ever_less_up_to_once_a_minute() =>
        Assert.Equal(
            [1, 2, 4, 8, 16, 32, 60, 60],
            Enumerable.Range(1, 8).Select(attempt => (int)(RetryAfter.Earliest(attempt, Now) - Now).TotalSeconds));

    [Theory]
    [InlineData(int.MinValue, 1)]
    [InlineData(0, 1)]
    [InlineData(int.MaxValue, 60)]
    public void Whatever_the_journal_says_the_wait_has_its_bounds(int attempts, int seconds) =>
        Assert.Equal(Now.AddSeconds(seconds), RetryAfter.Earliest(attempts, Now));
}

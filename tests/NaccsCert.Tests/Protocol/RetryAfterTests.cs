using System;
using NaccsCert.Tests.Support;
using NaccsCert.Transport.Est;
using Xunit;

namespace NaccsCert.Tests.Protocol;

public sealed class RetryAfterTests
{
    private const int Day = 24 * 60 * 60;
    private const int TenMinutes = 10 * 60;

    private static readonly DateTimeOffset Now = new(2031, 6, 1, 12, 0, 0, TimeSpan.Zero);

    public static TheoryData<string?, int> Fields => new()
    {
        { "0", 0 },
        { "1", 1 },
        { "120", 120 },
        { " 120 ", 120 },
        { "86400", Day },
        { "86401", Day },
        { "18446744073709551616", Day },
        { new string('9', 400), Day },
        { "Sun, 01 Jun 2031 12:05:00 GMT", 300 },
        { "Sunday, 01-Jun-31 12:05:00 GMT", 300 },
        { "Sunday, 06-Nov-94 08:49:37 GMT", 0 },
        { "Sun Jun  1 12:05:00 2031", 300 },
        { "Sun, 01 Jun 2031 11:55:00 GMT", 0 },
        { "Mon, 01 Jan 0001 00:00:00 GMT", 0 },
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
    public void The_wait_is_never_negative_and_never_longer_than_a_day(string? field, int seconds)
    {
        foreach (string culture in new[] { "ja-JP", "th-TH", "ar-SA", "tr-TR" })
        {
            Cultures.Run(culture, () => Assert.Equal(Now.AddSeconds(seconds), RetryAfter.Parse(field, Now)));
        }
    }
}

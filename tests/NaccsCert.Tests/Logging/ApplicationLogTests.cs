using System;
using System.Diagnostics.Tracing;
using System.Linq;
using NaccsCert.Logging;
using NaccsCert.Windows;
using Xunit;

namespace NaccsCert.Tests.Logging;

public sealed class ApplicationLogTests
{
    /// <summary>The documentation of ReportEvent: "Each string is limited to 31,839 characters".</summary>
    private const int Limit = 31839;

    // A field has a bound of its own, but each character of Japanese is six of the log's ASCII.
    [Fact]
    public void The_longest_line_is_shortened_to_what_Windows_takes()
    {
        string text = new('証', Limit);
        string line = LogLine.Compose(
            DateTimeOffset.UnixEpoch, EventLevel.Error, "EnrollmentFailed", null, 1, [new("target", text), new("reason", text)]);
        Assert.True(line.Length > Limit);
        Assert.Equal(line[..Limit], ApplicationLog.Shortened(line));
    }

    [Fact]
    public void What_Windows_takes_stays_as_it_is() =>
        Assert.All(
            new[] { 0, 1, Limit }.Select(length => new string('x', length)),
            text => Assert.Equal(text, ApplicationLog.Shortened(text)));
}

using System;
using System.IO;
using NaccsCert.IO;
using Xunit;

namespace NaccsCert.Tests.Paths;

/// <summary>What Windows refuses while somebody else has a file open is tried again, and nothing else is.</summary>
public sealed class SharingViolationTests
{
    private const int DiskFull = 112;
    private const int NotFound = 2;

    private int _attempts;
    private int _waits;

    [Theory]
    [InlineData(32)]
    [InlineData(33)]
    [InlineData(1175)]
    [InlineData(1176)]
    [InlineData(1177)]
    public void A_file_that_is_open_elsewhere_is_tried_again_until_it_is_closed(int code)
    {
        Run(refusals: 3, new IOException("open", HResultOf(code)), time: 10);
        Assert.Equal((4, 3), (_attempts, _waits));
    }

    [Fact]
    public void So_is_one_that_is_said_to_be_denied()
    {
        Run(refusals: 1, new UnauthorizedAccessException(), time: 10);
        Assert.Equal((2, 1), (_attempts, _waits));
    }

    [Fact]
    public void When_the_time_is_up_the_refusal_is_the_error()
    {
        var refusal = new IOException("open", HResultOf(32));
        Assert.Same(refusal, Assert.Throws<IOException>(() => Run(refusals: int.MaxValue, refusal, time: 5)));
        Assert.Equal((6, 5), (_attempts, _waits));
    }

    [Theory]
    [InlineData(DiskFull)]
    [InlineData(NotFound)]
    public void What_no_waiting_helps_is_not_waited_for(int code)
    {
        Assert.Throws<IOException>(() => Run(refusals: int.MaxValue, new IOException("other", HResultOf(code)), time: 5));
        Assert.Equal((1, 0), (_attempts, _waits));
    }

    // As .NET makes it of an error of Windows.
    private static int HResultOf(int code) => unchecked((int)0x80070000) | code;

    private void Run(int refusals, Exception refusal, int time) => SharingViolations.Retry(
        () =>
        {
            if (_attempts++ < refusals)
            {
                throw refusal;
            }
        },
        () => _waits < time,
        () => _waits++);
}

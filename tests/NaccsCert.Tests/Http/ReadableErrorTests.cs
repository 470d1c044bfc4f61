using System;
using System.Linq;
using FsCheck.Fluent;
using NaccsCert.Tests.Fuzzing;
using NaccsCert.TestSupport.Reporting;
using Xunit;

namespace NaccsCert.Tests.Http;

/// <summary>Whatever others wrote, an error has texts that can be shown.</summary>
public sealed class ReadableErrorTests
{
    private const int MaxLength = 1000;

    [Fact]
    public void Message_target_and_causes_can_be_shown()
    {
        var cause = new InvalidOperationException("outer", new FormatException(Readable.Hostile));
        var error = new NaccsException(ErrorId.ConnectionFailed, Readable.Hostile, cause, new Uri("https://x/%E2%80%AE"), Readable.Hostile);
        Assert.Equal(Readable.Tamed, error.Target);
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

    [Fact]
    public void Whatever_the_text_it_is_no_longer_than_allowed_and_does_not_change_again() =>
        FsCheck.Check.One(FuzzSettings.With(1000), Prop.ForAll(Arb.From(Gen.Choose(0, 1 << 30)), number =>
        {
            var random = new Random(number);
            string text = string.Concat(Enumerable.Range(0, random.Next(60) * random.Next(40)).Select(_ => Piece(random)));
            string message = MessageText(text);
            return Readable.Is(message) && message.Length <= MaxLength && MessageText(message) == message;
        }));

    private static string MessageText(string text) => new NaccsException(ErrorId.HostNotFound, text).Target;

    private static string Piece(Random random) => random.Next(4) switch
    {
        0 => ((char)random.Next(0x10000)).ToString(),
        1 => Readable.Hostile[random.Next(Readable.Hostile.Length)].ToString(),
        2 => char.ConvertFromUtf32(0x10000 + random.Next(0x100000)),
        _ => ((char)random.Next(0x20, 0x7F)).ToString(),
    };
}

using System;
using System.IO;
using NaccsCert.Renewal;
using NaccsCert.Tests.Logging;
using NaccsCert.Tests.Support;
using Xunit;

namespace NaccsCert.Tests.Reminders;

/// <summary>What the reminder remembers lies in a file that may be damaged, alien or out of reach.</summary>
public sealed class ReminderFileTests : IDisposable
{
    private static readonly DateTimeOffset Moment = new DateTimeOffset(2026, 11, 23, 1, 2, 3, TimeSpan.Zero).AddTicks(1234567);

    private readonly ReminderScene _scene = new();

    public void Dispose() => _scene.Dispose();

    [Theory]
    [InlineData("en-US")]
    [InlineData("ja-JP")]
    [InlineData("th-TH")]
    [InlineData("ar-SA")]
    public void Everything_comes_back_as_it_was_written(string culture) => Cultures.Run(culture, () =>
    {
        var state = new ReminderState
        {
            Registered = Moment.AddDays(-9),
            AutoRenew = true,
            LastRun = Moment,
            LastSuccess = Moment.AddDays(-1),
            Failures = 3,
            LastError = ErrorId.HostNotFound,
            Certificates = [new("AA01", Moment, 3, Moment.AddHours(4)), new("BB02", null, 0, null)],
        };
        _scene.File.Write(state);

        ReminderState read = _scene.File.Read();
        Assert.Equal(state.Certificates, read.Certificates);
        Assert.Equal(state with { Certificates = read.Certificates }, read);
        Assert.All(File.ReadAllBytes(_scene.StatePath), character => Assert.InRange(character, (byte)'\n', (byte)'~'));
    });

    [Theory]
    [InlineData("")]
    [InlineData("not JSON")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{\"version\":2,\"autoRenew\":true,\"failures\":0,\"certificates\":[]}")]
    [InlineData("{\"version\":1,\"autoRenew\":true,\"failures\":-1,\"certificates\":[]}")]
    [InlineData("{\"version\":1,\"autoRenew\":true,\"failures\":0,\"lastRun\":\"yesterday\",\"certificates\":[]}")]
    [InlineData("{\"version\":1,\"autoRenew\":true,\"failures\":0,\"lastError\":\"Nonsense\",\"certificates\":[]}")]
    public void A_damaged_or_newer_file_begins_anew_and_is_told_as_an_event(string content)
    {
        Directory.CreateDirectory(_scene.Folder);
        File.WriteAllText(_scene.StatePath, content);
        using var events = new EventRecorder();

        Assert.Equal(ReminderState.Empty, _scene.File.Read());

        Assert.Contains(events.Of(Environment.CurrentManagedThreadId), written => written.Name == "ReminderStateUnreadable");
        _scene.Look(Moment, Certificates.Manual, null);
        Assert.Equal(Moment, _scene.File.Read().LastRun);
    }

    [Fact]
    public void A_file_that_is_not_there_is_nothing_to_tell()
    {
        using var events = new EventRecorder();
        Assert.Equal(ReminderState.Empty, _scene.File.Read());
        Assert.DoesNotContain(events.Of(Environment.CurrentManagedThreadId), written => written.Name == "ReminderStateUnreadable");
    }

    [Fact]
    public void Of_two_runs_at_once_the_second_does_nothing()
    {
        using (ReminderRun? first = _scene.TryBegin(Moment, Certificates.Silent))
        {
            Assert.NotNull(first);
            Assert.Null(_scene.TryBegin(Moment, Certificates.Silent));
        }

        using ReminderRun? later = _scene.TryBegin(Moment, Certificates.Silent);
        Assert.NotNull(later);
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_an_error_and_lets_the_next_run_begin()
    {
        Directory.CreateDirectory(_scene.StatePath);
        for (int run = 0; run < 2; run++)
        {
            NaccsException error = Assert.Throws<NaccsException>(() => _scene.TryBegin(Moment, Certificates.Silent));
            Assert.Equal((ErrorId.ReminderStateUnavailable, _scene.Folder), (error.ErrorId, error.Target));
        }
    }

    [Fact]
    public void A_folder_that_cannot_be_made_is_an_error()
    {
        File.WriteAllText(_scene.Folder, string.Empty);
        Assert.All(
            [() => _scene.TryBegin(Moment, Certificates.Silent), () => _scene.File.Write(ReminderState.Empty)],
            (Action attempt) => Assert.Equal(ErrorId.ReminderStateUnavailable, Assert.Throws<NaccsException>(attempt).ErrorId));
    }

    [Fact]
    public void What_is_forgotten_is_gone_and_can_be_forgotten_again()
    {
        _scene.File.Delete();
        _scene.File.Write(ReminderState.Empty with { Registered = Moment });
        _scene.File.Delete();
        _scene.File.Delete();
        Assert.False(File.Exists(_scene.StatePath));
        Assert.Equal(ReminderState.Empty, _scene.File.Read());
    }

    [Fact]
    public void Nobody_else_can_read_it()
    {
        _scene.Look(Moment, Certificates.Manual, null);
        PrivateFilesChecks.AssertOwnerOnly(_scene.Folder, _scene.StatePath);
    }
}

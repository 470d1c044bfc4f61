using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using NaccsCert.Renewal;
using NaccsCert.Tests.Support;
using Xunit;

namespace NaccsCert.Tests.Reminders;

/// <summary>The scheduled task as [MS-TSCH], section 2.5, has it: in the user's session, and with no more rights.</summary>
public sealed class ReminderTaskTests
{
    private const string User = "S-1-5-21-1111111111-2222222222-3333333333-1001";

    private static readonly XNamespace Schema = "http://schemas.microsoft.com/windows/2004/02/mit/task";
    private static readonly DateTime Today = new(2026, 11, 23, 15, 42, 10);

    [Fact]
    public void The_triggers_have_the_order_of_the_schema()
    {
        XElement triggers = Task().Element(Schema + "Triggers")!;

        Assert.Equal(["LogonTrigger", "CalendarTrigger"], Names(triggers));
        Assert.Equal(["Enabled", "UserId", "Delay"], Names(triggers.Element(Schema + "LogonTrigger")!));
        Assert.Equal(
            ["Enabled", "StartBoundary", "Repetition", "ScheduleByDay"], Names(triggers.Element(Schema + "CalendarTrigger")!));
    }

    [Fact]
    public void It_runs_after_signing_in_and_every_hour_of_the_working_day()
    {
        XElement task = Task();

        Assert.Equal(User, Value(task, "Triggers", "LogonTrigger", "UserId"));
        Assert.Equal("PT1H", Value(task, "Triggers", "CalendarTrigger", "Repetition", "Interval"));
        Assert.Equal("PT10H", Value(task, "Triggers", "CalendarTrigger", "Repetition", "Duration"));
        Assert.Equal("1", Value(task, "Triggers", "CalendarTrigger", "ScheduleByDay", "DaysInterval"));
        Assert.Equal("true", Value(task, "Settings", "StartWhenAvailable"));
        Assert.Equal("IgnoreNew", Value(task, "Settings", "MultipleInstancesPolicy"));
        Assert.Equal(TimeSpan.FromMinutes(30), XmlConvert.ToTimeSpan(Value(task, "Settings", "ExecutionTimeLimit")));
    }

    [Fact]
    public void It_takes_the_rights_of_the_signed_in_user_and_no_password()
    {
        XElement principal = Assert.Single(Task().Element(Schema + "Principals")!.Elements());

        Assert.Equal(["UserId", "LogonType", "RunLevel"], Names(principal));
        Assert.Equal([User, "InteractiveToken", "LeastPrivilege"], principal.Elements().Select(element => element.Value));
        Assert.Equal((string?)principal.Attribute("id"), (string?)Task().Element(Schema + "Actions")!.Attribute("Context"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void It_does_one_thing(bool autoRenew)
    {
        ReminderCommand command = Command(autoRenew);
        XElement exec = Assert.Single(Task(autoRenew).Element(Schema + "Actions")!.Elements());

        Assert.Equal(command.Program, exec.Element(Schema + "Command")!.Value);
        Assert.Equal(command.RunArguments, exec.Element(Schema + "Arguments")!.Value);
        Assert.Equal(["Command", "Arguments"], Names(exec));
    }

    [Theory]
    [InlineData(0, 1, 8, 0)]
    [InlineData(-1, 30, 8, 59)]
    public void Chance_decides_the_minutes_within_their_bounds(int least, int delay, int hour, int minute)
    {
        // Gives the least, or else the most that is allowed.
        TaskDefinition task = New(bound => least < 0 ? bound - 1 : 0);

        Assert.Equal(TimeSpan.FromMinutes(delay), task.LogonDelay);
        Assert.Equal(Today.Date.AddHours(hour).AddMinutes(minute), task.FirstRun);
    }

    [Fact]
    public void Two_computers_share_their_minutes_by_chance_alone()
    {
        int[] numbers = [.. Enumerable.Range(0, 1000).Select(_ => ReminderTask.Random(60))];
        Assert.All(numbers, number => Assert.InRange(number, 0, 59));
        Assert.InRange(numbers.Distinct().Count(), 30, 60);
    }

    [Fact]
    public void Users_have_tasks_of_their_own() =>
        Assert.NotEqual(ReminderTask.NameFor(User), ReminderTask.NameFor(User[..^1] + "2"));

    [Theory]
    [InlineData("ja-JP")]
    [InlineData("th-TH")]
    [InlineData("ar-SA")]
    public void Dates_are_Gregorian_in_every_culture(string culture) => Cultures.Run(culture, () =>
        Assert.Equal("2026-11-23T08:00:00", Value(Task(), "Triggers", "CalendarTrigger", "StartBoundary")));

    [Fact]
    public void The_text_is_read_back_as_it_is_written_to_a_file_in_UTF_16()
    {
        string text = Cultured("ja-JP", () => TaskXml.Format(New(_ => 0)));
        Assert.StartsWith("<?xml version=\"1.0\" encoding=\"UTF-16\"?>", text, StringComparison.Ordinal);
        using var file = new MemoryStream([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(text)]);
        XElement read = XDocument.Load(file).Root!;

        Assert.Equal("1.3", (string?)read.Attribute("version"));
        Assert.Equal(["RegistrationInfo", "Triggers", "Principals", "Settings", "Actions"], Names(read));
        Assert.Matches(@"\p{IsHiragana}", Value(read, "RegistrationInfo", "Description"));
    }

    [Fact]
    public void Nothing_in_a_text_breaks_the_XML()
    {
        const string Hostile = "a\u0000\u0001\u001F\uFFFE\uFFFF\uD800b\uDC00 <c> & ]]> \uD83D\uDE00";
        TaskDefinition task = New(_ => 0) with { Description = Hostile, Program = Hostile, Arguments = Hostile };
        XElement read = XElement.Parse(TaskXml.Format(task));

        Assert.Equal("a\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFDb\uFFFD <c> & ]]> \uD83D\uDE00", Value(read, "RegistrationInfo", "Description"));
        Assert.Equal(["Command", "Arguments"], Names(read.Element(Schema + "Actions")!.Element(Schema + "Exec")!));
    }

    private static string Cultured(string culture, Func<string> make)
    {
        string made = string.Empty;
        Cultures.Run(culture, () => made = make());
        return made;
    }

    private static XElement Task(bool autoRenew = false) => TaskXml.Compose(New(_ => 0, autoRenew)).Root!;

    private static TaskDefinition New(Func<int, int> random, bool autoRenew = false) =>
        ReminderTask.New(User, Command(autoRenew), Today, random);

    private static ReminderCommand Command(bool autoRenew) => new(
        @"C:\Windows\System32", new ReminderOptions(Path.Combine(Path.GetTempPath(), "O'Hara & Co", "NaccsCert"), AutoRenew: autoRenew));

    private static IEnumerable<string> Names(XElement parent) => parent.Elements().Select(element => element.Name.LocalName);

    private static string Value(XElement task, params string[] path) =>
        path.Aggregate(task, (element, name) => element.Element(Schema + name)!).Value;
}

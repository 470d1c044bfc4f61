using System;
using System.Collections.Generic;
using System.Linq;
using NaccsCert.Terminals;
using NaccsCert.Tests.Reminders;
using Xunit;

namespace NaccsCert.Tests.Terminals;

/// <summary>What is said of each terminal, and in which order.</summary>
public sealed class TerminalComparerTests
{
    // The 29th in Japan, and still the 28th in UTC.
    private static readonly DateTimeOffset Now = new(2026, 11, 28, 15, 30, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("2026-09-29", "2026-11-29", 0)]
    [InlineData("2026-09-28", "2026-11-28", -1)]
    [InlineData("2026-11-29", "2027-01-29", 61)]
    [InlineData("2026-12-31", "2027-02-28", 91)]
    public void Two_months_are_months_of_the_calendar_in_Japan(string issued, string from, int days)
    {
        NaccsTerminal terminal = Assert.Single(Compare([Ordered("1AAA0001", issued)]));

        Assert.Equal((TerminalStatus.NotFetched, days), (terminal.Status, terminal.DaysToSuspension));
        Assert.Equal(new DateTimeOffset(DateTime.Parse(from, System.Globalization.CultureInfo.InvariantCulture), TimeSpan.FromHours(9)), terminal.SuspensionFrom);
        Assert.Equal(TimeSpan.FromHours(9), terminal.SuspensionFrom!.Value.Offset);
        Assert.Contains(from, terminal.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_day_the_time_until_the_suspension_is_not_known()
    {
        NaccsTerminal terminal = Assert.Single(Compare([Ordered("1AAA0001", null)]));
        Assert.Equal((TerminalStatus.NotFetched, null, null), (terminal.Status, terminal.DaysToSuspension, terminal.SuspensionFrom));
    }

    [Fact]
    public void Each_state_has_its_own_name_and_the_most_urgent_comes_first()
    {
        (OrderedTerminal[] ordered, InstalledTerminal[] installed) = (
            [
                Ordered("FINE", "2026-01-01"), Ordered("DUE", null), Ordered("LATE", "2026-10-15"), Ordered("SOON", "2026-10-01"),
                Ordered("EXPIRED", null), Ordered("NOKEY", null), Ordered("TWICE", null), Ordered("OLD", null), Ordered("NAMESAKE", null),
                Ordered("LEFTOVER", null),
            ],
            [
                Installed("FINE"), Installed("DUE", days: 20), Installed("EXPIRED", days: -5),
                Installed("NOKEY", status: CertificateStatus.KeyMissing), Installed("TWICE"), Installed("TWICE", computer: "PC02"),
                Installed("STRANGER"), Installed("OLD", status: CertificateStatus.Superseded),
                Installed("NAMESAKE", status: CertificateStatus.Unverified),
                Installed("LEFTOVER"), Installed("LEFTOVER", days: -300, computer: "PC03"),
            ]);

        Assert.Equal(
            [
                ("EXPIRED", TerminalStatus.Expired), ("NOKEY", TerminalStatus.Unusable), ("SOON", TerminalStatus.NotFetched),
                ("LATE", TerminalStatus.NotFetched), ("NAMESAKE", TerminalStatus.Unverified), ("TWICE", TerminalStatus.Duplicate),
                ("STRANGER", TerminalStatus.Unknown), ("DUE", TerminalStatus.RenewalDue), ("LEFTOVER", TerminalStatus.Superseded),
                ("OLD", TerminalStatus.Superseded), ("FINE", TerminalStatus.Installed),
            ],
            Compare(ordered, installed).Select(terminal => (terminal.Terminal, terminal.Status)));
    }

    [Fact]
    public void An_expired_one_may_be_suspended_two_months_after_its_end()
    {
        NaccsTerminal terminal = Assert.Single(Compare([Ordered("A", "2021-10-28")], [Installed("A", days: -1)]));
        Assert.Equal(
            (TerminalStatus.Expired, new DateTimeOffset(2027, 1, 28, 0, 0, 0, TimeSpan.FromHours(9)), 60),
            (terminal.Status, terminal.SuspensionFrom, terminal.DaysToSuspension));
    }

    [Fact]
    public void A_report_of_long_ago_is_read_by_the_clock_of_today()
    {
        InstalledTerminal old = Installed("A", days: -1) with { Status = CertificateStatus.Valid };
        InstalledTerminal due = Installed("B", days: 27) with { Status = CertificateStatus.Valid };
        Assert.Equal(
            [TerminalStatus.Expired, TerminalStatus.RenewalDue],
            Compare([Ordered("A", null), Ordered("B", null)], [old, due]).Select(terminal => terminal.Status));
    }

    [Theory]
    [InlineData("１ａａａ０００１")]
    [InlineData(" 1aaa0001 ")]
    [InlineData("=\"1AAA0001\"")]
    public void Width_case_and_marks_of_spreadsheets_make_no_other_terminal(string name) =>
        Assert.Equal(TerminalStatus.Installed, Assert.Single(Compare([Ordered(name, null)], [Installed("1AAA0001")])).Status);

    [Fact]
    public void One_on_several_computers_says_where_and_the_same_one_twice_told_is_one()
    {
        NaccsTerminal terminal = Assert.Single(Compare(
            [Ordered("A", null)], [Installed("A"), Installed("a"), .. Enumerable.Range(2, 6).Select(number => Installed("A", computer: $"PC0{number}"))]));

        Assert.Equal(TerminalStatus.Duplicate, terminal.Status);
        Assert.Equal(7, terminal.Locations.Count);
        Assert.Contains("PC01 (taro), PC02 (taro)", terminal.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain("PC07", terminal.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_a_terminal_that_is_listed_twice_the_last_day_counts()
    {
        NaccsTerminal terminal = Assert.Single(Compare([Ordered("A", "2026-10-01"), Ordered("a", "2026-11-01"), Ordered("A", null)]));
        Assert.Equal(1, terminal.SuspensionFrom!.Value.Month);
    }

    [Fact]
    public void Each_state_and_source_has_a_sentence_without_a_gap()
    {
        foreach (InstalledSource source in Enum.GetValues<InstalledSource>())
        {
            string reason = new TerminalComparer(source, Now, Certificates.Tokyo).Compare([Ordered("A", null)], [])[0].Reason;
            Assert.DoesNotMatch(@"\{|Terminal[A-Z]", reason);
        }
    }

    private static IReadOnlyList<NaccsTerminal> Compare(OrderedTerminal[] ordered, InstalledTerminal[]? installed = null) =>
        new TerminalComparer(InstalledSource.Reports, Now, Certificates.Tokyo).Compare(ordered, installed ?? []);

    private static OrderedTerminal Ordered(string name, string? issued) =>
        new(name, issued is null ? null : DateTime.Parse(issued, System.Globalization.CultureInfo.InvariantCulture), null, "list.csv", 2);

    private static InstalledTerminal Installed(
        string name, int days = 1000, CertificateStatus status = CertificateStatus.Valid, string computer = "PC01") => new()
        {
            Name = name,
            Status = status,
            NotAfter = Now.AddDays(days),
            RenewalOpens = Now.AddDays(days - 28),
            Thumbprint = name.ToUpperInvariant() + days + status,
            ComputerName = computer,
            UserName = "taro",
        };
}

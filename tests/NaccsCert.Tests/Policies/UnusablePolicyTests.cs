using System;
using System.Linq;
using NaccsCert.Policies;
using NaccsCert.Tests.Support;
using Xunit;

namespace NaccsCert.Tests.Policies;

/// <summary>A value that cannot be used counts as not set, and is told of.</summary>
public sealed class UnusablePolicyTests
{
    /// <summary>Settings with values that cannot be used, of each kind that the registry has.</summary>
    public static TheoryData<string, object> Values => new()
    {
        { "ServiceDefinition", "" },
        { "ServiceDefinition", " \t" },
        { "ServiceDefinition", 1 },
        { "ServiceDefinition", new[] { "naccs" } },
        { "Proxy", "" },
        { "Proxy", "ftp://proxy:21" },
        { "Proxy", "http://taro:secret@proxy:8080" },
        { "Proxy", "http://proxy:8080/proxy.pac" },
        { "Proxy", "http=proxy:8080;https=proxy:8080" },
        { "Proxy", "https://proxy:8080" },
        { "Proxy", "http://proxy:99999" },
        { "Proxy", 8080 },
        { "ProxyAuthentication", "" },
        { "ProxyAuthentication", "Kerberos" },
        { "ProxyAuthentication", "1" },
        { "ProxyAuthentication", 1 },
        { "ProxyAuthentication", "Basic,Ntlm" },
        { "AutoRenew", 2 },
        { "AutoRenew", -1 },
        { "AutoRenew", "1" },
        { "AutoRenew", "true" },
        { "AutoRenew", 1L },
        { "RenewalSpreadDays", 0 },
        { "RenewalSpreadDays", 61 },
        { "RenewalSpreadDays", "21" },
        { "RenewalSpreadDays", 21L },
        { "ArchiveSuperseded", 2 },
        { "RemoveArchivedDays", 0 },
        { "RemoveArchivedDays", 3651 },
        { "RemoveArchivedDays", "90" },
        { "ReminderDays", 0 },
        { "ReminderDays", 29 },
        { "ReminderDays", -1 },
        { "ReminderDays", "0" },
        { "ReminderDays", new byte[] { 28, 0, 0, 0 } },
        { "ReminderProvider", "Both" },
        { "ReminderProvider", "1" },
        { "ReminderProvider", 1 },
        { "RootCA", "Remove" },
        { "RootCA", "0" },
        { "RootCA", " " },
        { "RootCA", 1 },
        { "TaskHost", "wscript" },
        { "TaskHost", "1" },
        { "TaskHost", 1 },
        { "ReportPath", " " },
        { "ReportPath", "reports" },
        { "ReportPath", @"\reports" },
        { "ReportPath", "C:reports" },
        { "ReportPath", @"\\server" },
        { "ReportPath", @"\\.\pipe\reports" },
        { "ReportPath", @"\\?\C:\reports" },
        { "ReportPath", 1 },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public void It_counts_as_not_set(string name, object value)
    {
        NaccsPolicy without = Find(new PolicyValues(), name);

        NaccsPolicy policy = Find(new PolicyValues().Computer(name, value).User(name, value), name);

        Assert.Equal((PolicySource.Default, without.Value), (policy.Source, policy.Value));
    }

    [Theory]
    [MemberData(nameof(Values))]
    public void It_is_told_of_with_its_place_in_both_languages(string name, object value)
    {
        PolicyValues values = new PolicyValues().Computer(name, value).User(name, value);
        string places = $"<Computer.{name}>, <User.{name}>";

        Cultures.Run("en-US", () => Assert.Equal(
            $"Group Policy contains an invalid value, which is ignored: {places}", Find(values, name).Reason));
        Cultures.Run("ja-JP", () => Assert.Equal(
            $"グループポリシーの値が正しくないため、使用されません: {places}", Find(values, name).Reason));
    }

    [Fact]
    public void That_of_the_computer_lets_that_of_the_user_hold()
    {
        NaccsPolicy policy = Find(new PolicyValues().Computer("ReminderDays", 99).User("ReminderDays", 14), "ReminderDays");

        Assert.Equal((PolicySource.User, 14), (policy.Source, policy.Value));
        Assert.EndsWith(": <Computer.ReminderDays>", policy.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void That_of_the_user_is_told_of_even_where_that_of_the_computer_holds()
    {
        NaccsPolicy policy = Find(new PolicyValues().Computer("ReminderDays", 14).User("ReminderDays", "14"), "ReminderDays");

        Assert.Equal((PolicySource.Computer, 14), (policy.Source, policy.Value));
        Assert.EndsWith(": <User.ReminderDays>", policy.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Whoever_asks_gets_the_default()
    {
        GroupPolicy policy = new PolicyValues()
            .Computer("ServiceDefinition", " ").Computer("Proxy", "?").Computer("ProxyAuthentication", "2").Computer("AutoRenew", "yes")
            .Computer("RenewalSpreadDays", 0).Computer("ReminderDays", 29).Computer("RootCA", 1).Policy;

        Assert.Equal(("naccs", 21, 28), (policy.ServiceDefinition, policy.RenewalSpreadDays, policy.ReminderDays));
        Assert.Equal((null, null), (policy.Network.Proxy, policy.Network.ProxyAuthentication));
        Assert.Equal((null, RootCAHandling.Ask), (policy.AutoRenew, policy.RootCA));
    }

    private static NaccsPolicy Find(PolicyValues values, string name) =>
        values.Policy.List().Single(policy => policy.Name == name);
}

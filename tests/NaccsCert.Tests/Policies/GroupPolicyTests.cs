using System;
using System.Collections.Generic;
using System.Linq;
using NaccsCert.Policies;
using NaccsCert.Tests.Support;
using NaccsCert.Transport;
using Xunit;

namespace NaccsCert.Tests.Policies;

/// <summary>What holds of what the administrator has set.</summary>
public sealed class GroupPolicyTests
{
    /// <summary>Of each setting a value, another value, and what the other means.</summary>
    public static TheoryData<string, object, object, object> Values => new()
    {
        { "ServiceDefinition", "first", @"C:\definitions\other.json", @"C:\definitions\other.json" },
        { "Proxy", "http://first:8080", "http://other.example.co.jp:3128", new Uri("http://other.example.co.jp:3128") },
        { "ProxyAuthentication", "Any", "Basic", ProxyAuthentication.Basic },
        { "AutoRenew", 0, 1, true },
        { "RenewalSpreadDays", 1, 60, 60 },
        { "ReminderDays", 28, 1, 1 },
        { "ReminderProvider", "Module", "OfficialTool", ReminderProvider.OfficialTool },
        { "ArchiveSuperseded", 1, 0, false },
        { "RemoveArchivedDays", 30, 3650, 3650 },
        { "RootCA", "Install", "Skip", RootCAHandling.Skip },
        { "TaskHost", "Conhost", "PowerShell", ReminderTaskHost.PowerShell },
        { "ReportPath", @"\\server\user", @" \\server\NaccsReports\2026 ", @"\\server\NaccsReports\2026" },
    };

    [Fact]
    public void Without_any_value_the_defaults_hold()
    {
        GroupPolicy policy = new PolicyValues().Policy;

        Assert.Equal("naccs", policy.ServiceDefinition);
        Assert.Equal(NetworkPolicy.None, policy.Network);
        Assert.Null(policy.AutoRenew);
        Assert.Equal(21, policy.RenewalSpreadDays);
        Assert.Equal(28, policy.ReminderDays);
        Assert.Equal(ReminderProvider.Module, policy.ReminderProvider);
        Assert.True(policy.ArchiveSuperseded);
        Assert.Null(policy.RemoveArchivedDays);
        Assert.Equal(RootCAHandling.Ask, policy.RootCA);
        Assert.Equal(ReminderTaskHost.Conhost, policy.TaskHost);
    }

    [Fact]
    public void Values_reach_whoever_asks_for_them()
    {
        GroupPolicy policy = new PolicyValues()
            .User("ServiceDefinition", " company ")
            .Computer("Proxy", "proxy:3128")
            .User("ProxyAuthentication", "ntlm")
            .Computer("AutoRenew", 0)
            .User("RenewalSpreadDays", 7)
            .Computer("ReminderDays", 14)
            .User("ReminderProvider", "officialtool")
            .User("ArchiveSuperseded", 0)
            .Computer("RemoveArchivedDays", 90)
            .User("RootCA", "SKIP")
            .Computer("TaskHost", "powershell")
            .Policy;

        Assert.Equal("company", policy.ServiceDefinition);
        Assert.Equal(new NetworkPolicy(new Uri("http://proxy:3128"), ProxyAuthentication.Ntlm), policy.Network);
        Assert.False(policy.AutoRenew);
        Assert.Equal((7, 14), (policy.RenewalSpreadDays, policy.ReminderDays));
        Assert.Equal(ReminderProvider.OfficialTool, policy.ReminderProvider);
        Assert.Equal((false, 90), (policy.ArchiveSuperseded, policy.RemoveArchivedDays));
        Assert.Equal(RootCAHandling.Skip, policy.RootCA);
        Assert.Equal(ReminderTaskHost.PowerShell, policy.TaskHost);
    }

    [Theory]
    [MemberData(nameof(Values))]
    public void The_value_of_the_computer_goes_before_that_of_the_user(string name, object user, object computer, object meant)
    {
        NaccsPolicy both = Find(new PolicyValues().User(name, user).Computer(name, computer), name);
        NaccsPolicy computerAlone = Find(new PolicyValues().Computer(name, computer), name);
        NaccsPolicy userAlone = Find(new PolicyValues().User(name, computer), name);

        Assert.Equal((PolicySource.Computer, meant), (both.Source, both.Value));
        Assert.Equal((PolicySource.Computer, meant), (computerAlone.Source, computerAlone.Value));
        Assert.Equal((PolicySource.User, meant), (userAlone.Source, userAlone.Value));
    }

    [Fact]
    public void Each_setting_is_settled_by_itself()
    {
        IReadOnlyList<NaccsPolicy> list = new PolicyValues().Computer("ReminderDays", 7).User("ReminderDays", 5).User("RootCA", "Skip").Policy.List();

        Assert.Equal(
            [("ReminderDays", PolicySource.Computer), ("RootCA", PolicySource.User)],
            list.Where(policy => policy.Source != PolicySource.Default).Select(policy => (policy.Name, policy.Source)));
    }

    [Fact]
    public void Every_setting_is_listed_once_with_what_holds_without_a_policy()
    {
        (string, object?)[] expected =
        [
            ("ServiceDefinition", "naccs"),
            ("Proxy", null),
            ("ProxyAuthentication", null),
            ("AutoRenew", false),
            ("RenewalSpreadDays", 21),
            ("ReminderDays", 28),
            ("ReminderProvider", ReminderProvider.Module),
            ("ArchiveSuperseded", true),
            ("RemoveArchivedDays", null),
            ("RootCA", RootCAHandling.Ask),
            ("TaskHost", ReminderTaskHost.Conhost),
            ("ReportPath", null),
        ];

        IReadOnlyList<NaccsPolicy> list = new PolicyValues().Policy.List();

        Assert.Equal(expected, list.Select(policy => (policy.Name, policy.Value)));
        Assert.All(list, policy => Assert.Equal(PolicySource.Default, policy.Source));
    }

    [Theory]
    [InlineData("en-US", "Set by Group Policy: <User.RootCA>", "Not set by Group Policy.")]
    [InlineData("ja-JP", "グループポリシーで設定されています: <User.RootCA>", "グループポリシーでは設定されていません。")]
    public void The_reason_names_the_place(string culture, string set, string notSet) => Cultures.Run(culture, () =>
    {
        PolicyValues values = new PolicyValues().User("RootCA", "Skip");

        Assert.Equal(set, Find(values, "RootCA").Reason);
        Assert.Equal(notSet, Find(values, "Proxy").Reason);
    });

    private static NaccsPolicy Find(PolicyValues values, string name) =>
        values.Policy.List().Single(policy => policy.Name == name);
}

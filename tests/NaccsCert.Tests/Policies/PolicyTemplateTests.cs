using System;
using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;
using NaccsCert.Policies;
using Xunit;

namespace NaccsCert.Tests.Policies;

/// <summary>What the template lets an administrator set is what the module reads.</summary>
public sealed class PolicyTemplateTests
{
    // Those that the dialogs show.
    private static readonly Dictionary<string, object> Samples = new()
    {
        ["Proxy"] = "http://proxy.example.co.jp:8080",
        ["ReportPath"] = @"\\server\NaccsReports",
    };

    public static TheoryData<string> Settings => [.. PolicySettings.All.Select(setting => setting.Name)];

    [Fact]
    public void It_has_a_policy_for_each_setting_and_no_other() => Assert.Equal(
        PolicySettings.All.Select(setting => setting.Name),
        PolicyTemplate.Policies.Select(policy => (string?)policy.Attribute("name")));

    [Theory]
    [MemberData(nameof(Settings))]
    public void A_policy_is_for_computers_and_users_and_writes_the_value_of_its_setting(string name)
    {
        XElement policy = PolicyTemplate.Policy(name);
        string?[] valueNames = [.. policy.DescendantsAndSelf().Attributes("valueName").Select(attribute => attribute.Value)];

        Assert.Equal("Both", (string?)policy.Attribute("class"));
        Assert.Equal([name], valueNames);
        Assert.Equal([@"Software\Policies\NaccsCert"], policy.DescendantsAndSelf().Attributes("key").Select(key => key.Value));
    }

    [Theory]
    [MemberData(nameof(Settings))]
    public void The_module_takes_every_value_that_can_be_set(string name)
    {
        PolicySetting setting = Setting(name);

        object?[] read = [.. Writable(PolicyTemplate.Policy(name)).Select(value => setting.Parse(value))];

        Assert.DoesNotContain(null, read);
        Assert.Equal(read.Length, read.Distinct().Count());
    }

    [Theory]
    [InlineData("ProxyAuthentication", typeof(ProxyAuthentication))]
    [InlineData("ReminderProvider", typeof(ReminderProvider))]
    [InlineData("RootCA", typeof(RootCAHandling))]
    [InlineData("TaskHost", typeof(ReminderTaskHost))]
    public void A_choice_offers_all_that_there_is(string name, Type choices) =>
        Assert.Equal(Enum.GetNames(choices), Writable(PolicyTemplate.Policy(name)));

    [Theory]
    [InlineData("RenewalSpreadDays")]
    [InlineData("ReminderDays")]
    [InlineData("RemoveArchivedDays")]
    public void A_number_can_be_set_as_far_as_the_module_takes_it_and_no_farther(string name)
    {
        XElement element = PolicyTemplate.Policy(name).Descendants(PolicyTemplate.Namespace + "decimal").Single();

        Assert.Null(Setting(name).Parse(PolicyTemplate.Number(element, "minValue") - 1));
        Assert.Null(Setting(name).Parse(PolicyTemplate.Number(element, "maxValue") + 1));
        Assert.Null(element.Attribute("storeAsText"));
    }

    [Theory]
    [InlineData("AutoRenew")]
    [InlineData("ArchiveSuperseded")]
    public void Enabling_and_disabling_are_two_values(string name)
    {
        XElement policy = PolicyTemplate.Policy(name);

        Assert.Equal(true, Setting(name).Parse(PolicyTemplate.Value(policy.Element(PolicyTemplate.Namespace + "enabledValue")!)));
        Assert.Equal(false, Setting(name).Parse(PolicyTemplate.Value(policy.Element(PolicyTemplate.Namespace + "disabledValue")!)));
    }

    [Theory]
    [MemberData(nameof(Settings))]
    public void What_cannot_be_left_empty_must_be_filled_in(string name) => Assert.All(
        PolicyTemplate.Policy(name).Elements(PolicyTemplate.Namespace + "elements").Elements(),
        element => Assert.Equal("true", (string?)element.Attribute("required")));

    private static PolicySetting Setting(string name) => PolicySettings.All.Single(setting => setting.Name == name);

    // What the editor can write for a policy; of texts a sample, of numbers both ends.
    private static IEnumerable<object> Writable(XElement policy) => policy.Elements().SelectMany(part => part.Name.LocalName switch
    {
        "enabledValue" or "disabledValue" => [PolicyTemplate.Value(part)],
        "elements" => part.Elements().SelectMany(Values),
        _ => [],
    });

    private static IEnumerable<object> Values(XElement element) => element.Name.LocalName switch
    {
        "text" => [Setting(element.Attribute("valueName")!.Value).Default ?? Samples[element.Attribute("valueName")!.Value]],
        "decimal" => [PolicyTemplate.Number(element, "minValue"), PolicyTemplate.Number(element, "maxValue")],
        _ => element.Elements().Select(item => PolicyTemplate.Value(item.Element(PolicyTemplate.Namespace + "value")!)),
    };
}

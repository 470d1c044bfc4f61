using System;
using System.Globalization;
using System.Linq;
using System.Xml.Linq;
using NaccsCert.Policies;
using Xunit;

namespace NaccsCert.Tests.Policies;

/// <summary>The texts of the template say in both languages what the policies do.</summary>
public sealed class PolicyTextTests
{
    public static TheoryData<string> Languages => [.. PolicyTemplate.Languages];

    /// <summary>Every policy in every language.</summary>
    public static TheoryData<string, string> Policies => new MatrixTheoryData<string, string>(
        PolicyTemplate.Languages, PolicySettings.All.Select(setting => setting.Name));

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_text_that_is_referred_to_is_there_and_no_other(string language) => Assert.Equal(
        PolicyTemplate.References("string").Order(StringComparer.Ordinal), Ids(language, "string"));

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_dialog_that_is_referred_to_is_there_and_no_other(string language) => Assert.Equal(
        PolicyTemplate.References("presentation").Order(StringComparer.Ordinal), Ids(language, "presentation"));

    [Theory]
    [MemberData(nameof(Policies))]
    public void A_dialog_has_a_control_of_the_right_kind_for_each_element(string language, string name)
    {
        XElement policy = PolicyTemplate.Policy(name);
        XElement[] elements = [.. policy.Elements(PolicyTemplate.Namespace + "elements").Elements()];
        if (elements.Length == 0)
        {
            Assert.Null(policy.Attribute("presentation"));
            return;
        }

        Assert.Equal(
            elements.Select(element => ((string?)element.Attribute("id"), Control(element))),
            PolicyTemplate.Presentation(language, policy).Elements().Where(control => control.Attribute("refId") is not null)
                .Select(control => ((string?)control.Attribute("refId"), control.Name.LocalName)));
    }

    [Theory]
    [MemberData(nameof(Policies))]
    public void What_a_dialog_begins_with_is_what_holds_without_the_policy(string language, string name)
    {
        XElement policy = PolicyTemplate.Policy(name);
        if (policy.Attribute("presentation") is null)
        {
            return;
        }

        XElement control = PolicyTemplate.Presentation(language, policy).Elements().First();

        object? offered = control.Name.LocalName switch
        {
            "textBox" => (string?)control.Element(PolicyTemplate.Namespace + "defaultValue"),
            "decimalTextBox" => PolicyTemplate.Number(control, "defaultValue"),
            _ when control.Attribute("defaultItem") is null => null,
            _ => PolicyTemplate.Value(policy.Descendants(PolicyTemplate.Namespace + "value").ElementAt(PolicyTemplate.Number(control, "defaultItem"))),
        };

        PolicySetting setting = PolicySettings.All.Single(setting => setting.Name == name);
        object? begins = offered is null ? null : setting.Parse(offered);
        if (setting.Default is null && offered is int)
        {
            // A dialog cannot begin without a number.
            Assert.NotNull(begins);
            return;
        }

        Assert.Equal(setting.Default, begins);
    }

    [Theory]
    [MemberData(nameof(Policies))]
    public void An_explanation_says_what_holds_without_the_policy_and_what_goes_before_what(string language, string name)
    {
        string text = PolicyTemplate.Text(language, PolicyTemplate.Policy(name).Attribute("explainText"));
        object? value = PolicySettings.All.Single(setting => setting.Name == name).Default;

        Assert.Contains(language == "ja-JP" ? "構成しない場合は、" : "not configure this policy, ", text, StringComparison.Ordinal);
        Assert.Contains(
            language == "ja-JP" ? "「コンピューターの構成」の値は、「ユーザーの構成」の値より優先されます。" : "Computer Configuration takes precedence over one of User Configuration.",
            text,
            StringComparison.Ordinal);
        if (value is string or int)
        {
            Assert.Contains(Convert.ToString(value, CultureInfo.InvariantCulture)!, text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_Japanese_texts_are_Japanese()
    {
        XDocument texts = PolicyTemplate.Texts("ja-JP");

        Assert.All(
            texts.Descendants(PolicyTemplate.Namespace + "string").Where(text => text.Attribute("id")!.Value.EndsWith("Explain", StringComparison.Ordinal)),
            text => Assert.Matches(@"\p{IsHiragana}", text.Value));
        Assert.All(
            texts.Descendants(PolicyTemplate.Namespace + "presentation").SelectMany(presentation => presentation.Elements()),
            control => Assert.Matches(@"[\p{IsHiragana}\p{IsKatakana}\p{IsCJKUnifiedIdeographs}]", control.Value));
    }

    private static string[] Ids(string language, string element) =>
    [
        .. PolicyTemplate.Texts(language).Descendants(PolicyTemplate.Namespace + element)
            .Attributes("id").Select(id => id.Value).Order(StringComparer.Ordinal),
    ];

    private static string Control(XElement element) => element.Name.LocalName switch
    {
        "text" => "textBox",
        "decimal" => "decimalTextBox",
        "enum" => "dropdownList",
        var other => throw new ArgumentOutOfRangeException(nameof(element), other, "No control is known for it."),
    };
}

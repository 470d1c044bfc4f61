using System;
using System.Linq;
using System.Xml.Linq;
using NaccsCert.Renewal;
using Xunit;

namespace NaccsCert.Tests.Reminders;

/// <summary>The toast as Windows reads it, and what its button leads to.</summary>
public sealed class ToastTests
{
    private const string Hostile = "<a href=\"x\">&amp; ]]> '名'</a>";

    [Fact]
    public void A_toast_that_renews_has_two_buttons_and_an_address_without_any_parameter()
    {
        XElement toast = Compose(new Notice(NoticeKind.RenewalDue, "Title", "Text", "Renew", "Later"));

        Assert.Equal("toast", toast.Name.LocalName);
        Assert.Equal("reminder", (string?)toast.Attribute("scenario"));
        Assert.Equal(("protocol", "naccscert:renew"), ((string?)toast.Attribute("activationType"), (string?)toast.Attribute("launch")));
        XElement binding = toast.Element("visual")!.Element("binding")!;
        Assert.Equal("ToastGeneric", (string?)binding.Attribute("template"));
        Assert.Equal(["Title", "Text"], binding.Elements("text").Select(text => text.Value));
        Assert.Equal(
            [("Renew", "protocol", "naccscert:renew"), ("Later", "system", "dismiss")],
            toast.Element("actions")!.Elements("action").Select(action =>
                ((string?)action.Attribute("content"), (string?)action.Attribute("activationType"), (string?)action.Attribute("arguments"))));
    }

    [Fact]
    public void A_toast_that_cannot_renew_leads_nowhere()
    {
        XElement toast = Compose(new Notice(NoticeKind.ReissueRequired, "Title", "Text", null, "Later"));

        Assert.Null(toast.Attribute("launch"));
        Assert.Equal("Later", (string?)Assert.Single(toast.Element("actions")!.Elements()).Attribute("content"));
        Assert.DoesNotContain(UserClasses.Protocol, toast.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Whatever_a_notice_says_stays_text()
    {
        XElement toast = Compose(new Notice(NoticeKind.RenewalFailed, Hostile, Hostile, Hostile, Hostile));

        Assert.Equal([Hostile, Hostile], toast.Descendants("text").Select(text => text.Value));
        Assert.Equal([Hostile, Hostile], toast.Descendants("action").Select(action => (string?)action.Attribute("content")));
        Assert.Equal(
            ["toast", "visual", "binding", "text", "text", "actions", "action", "action"],
            toast.DescendantsAndSelf().Select(element => element.Name.LocalName));
    }

    [Theory]
    [InlineData("a\u0000\u0008\u000B\u001Fb", "a\uFFFD\uFFFD\uFFFD\uFFFDb")]
    [InlineData("\uFFFE\uFFFF", "\uFFFD\uFFFD")]
    [InlineData("two\nlines\tand \uD83D\uDE00 \u200D stay", "two\nlines\tand \uD83D\uDE00 \u200D stay")]
    public void Nothing_in_a_notice_breaks_the_XML(string text, string expected)
    {
        XElement toast = Compose(new Notice(NoticeKind.RenewalFailed, text, text, null, "Later"));

        Assert.Equal([expected, expected], toast.Descendants("text").Select(element => element.Value));
    }

    // Attributes can hold no surrogate without its other half.
    [Fact]
    public void Half_a_character_breaks_it_neither()
    {
        XElement toast = Compose(new Notice(NoticeKind.RenewalFailed, "\uD800", "a\uDC00\uD800b", null, "Later"));

        Assert.Equal(["\uFFFD", "a\uFFFD\uFFFDb"], toast.Descendants("text").Select(element => element.Value));
    }

    [Fact]
    public void Nothing_in_the_label_of_a_button_breaks_the_XML()
    {
        XElement toast = Compose(new Notice(NoticeKind.RenewalDue, "Title", "Text", "a\u0001", "\uD800b"));

        Assert.Equal(["a\uFFFD", "\uFFFDb"], toast.Descendants("action").Select(action => (string?)action.Attribute("content")));
    }

    [Fact]
    public void The_registry_takes_the_command_without_a_place_for_the_address()
    {
        string command = new ReminderCommand(@"C:\Windows\System32", new ReminderOptions("/modules/100%/NaccsCert")).RenewCommandLine;
        (string Key, string Name, string Text)[] values = [.. UserClasses.Values(command)];

        Assert.Contains((@"naccscert\shell\open\command", string.Empty, command), values);
        Assert.Contains(("naccscert", "URL Protocol", string.Empty), values);
        Assert.Contains(values, value => value is (@"AppUserModelId\NaccsCert.Reminder", "DisplayName", { Length: > 0 }));
        Assert.All(values, value => Assert.DoesNotContain('%', value.Text));
    }

    [Fact]
    public void Every_value_is_below_a_key_that_is_removed_with_the_reminder() =>
        Assert.All(UserClasses.Values("command"), value => Assert.Contains(
            UserClasses.Keys, key => value.Key == key || value.Key.StartsWith(key + @"\", StringComparison.Ordinal)));

    // As Windows reads it: from the text.
    private static XElement Compose(Notice notice) => XElement.Parse(ToastXml.Compose(notice).ToString(SaveOptions.DisableFormatting));
}

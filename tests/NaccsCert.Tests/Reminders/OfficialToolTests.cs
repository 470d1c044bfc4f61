using System;
using System.Linq;
using System.Text.Json.Nodes;
using NaccsCert.Policies;
using NaccsCert.Renewal;
using NaccsCert.Services;
using NaccsCert.Tests.Logging;
using NaccsCert.Tests.Policies;
using NaccsCert.Tests.Support;
using Xunit;

namespace NaccsCert.Tests.Reminders;

/// <summary>The operator's own tool beside this module: whether it is there, and which of the two reminds.</summary>
public sealed class OfficialToolTests : IDisposable
{
    private const string Name = "NACCS デジタル証明書取得ツール";
    private static readonly DateTimeOffset Due = Certificates.Opens.AddDays(3);
    private static readonly InstalledTool Installed = new(Name, "1.2.3", "NaccsManagedPKIClient.msi");

    private readonly ReminderScene _scene = new();
    private readonly RecordingNotifier _notifier = new();

    public void Dispose() => _scene.Dispose();

    [Theory]
    [InlineData(Name, "1.2.3", Name + " 1.2.3")]
    [InlineData(Name, null, Name)]
    [InlineData(Name, " ", Name)]
    [InlineData("NACCSデジタル証明書取得ツール", "2", Name + " 2")]
    [InlineData(" ＮＡＣＣＳ　ﾃﾞｼﾞﾀﾙ証明書 取得ﾂｰﾙ\u0000", "2", Name + " 2")]
    [InlineData("naccs デジタル証明書取得ツール", "2\u202E\u0007\r\n", Name + " 2")]
    public void It_is_found_by_its_name_however_that_is_spaced(string entry, string? version, string expected) =>
        Assert.Equal(expected, Find(new("Other", "9"), new(entry, version), new(Name, "later"))?.ToString());

    [Theory]
    [InlineData("NACCS デジタル証明書取得ツール 削除")]
    [InlineData("NACCS デジタル証明書")]
    [InlineData("")]
    [InlineData("\uD800")]
    public void Another_name_is_another_program(string entry) => Assert.Null(Find(new InstalledProgram(entry, "1")));

    [Fact]
    public void A_definition_that_names_none_finds_none() =>
        Assert.Null(InstalledTool.Find(null, [new InstalledProgram(Name, "1")]));

    [Fact]
    public void Left_to_the_tool_no_notice_of_a_due_renewal_is_shown_and_a_line_of_the_log_says_why()
    {
        using var log = new EventRecorder();

        (ReminderResult result, bool renew) = _scene.Look(Due, LeftToTool(Certificates.Manual), null, _notifier);

        Assert.Equal((ReminderOutcome.RenewalDue, NoticeStatus.LeftToOfficialTool, false), (result.Status, result.Notice, renew));
        Assert.Empty(_notifier.Notices);
        Assert.Contains("NoticeLeftToTool", log.Of(Environment.CurrentManagedThreadId).Select(written => written.Name));
    }

    [Fact]
    public void As_soon_as_the_tool_is_gone_the_module_reminds_even_on_the_same_day()
    {
        GroupPolicy policy = new PolicyValues().Computer("ReminderProvider", "OfficialTool").Policy;

        Assert.Equal(NoticeStatus.LeftToOfficialTool, Look(Due, ReminderSettings.From(policy, autoRenew: false, Installed)));
        Assert.Equal(NoticeStatus.Shown, Look(Due.AddHours(1), ReminderSettings.From(policy, autoRenew: false, tool: null)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Module")]
    [InlineData("Both")]
    public void Without_the_policy_the_module_reminds_beside_the_tool(string? value)
    {
        PolicyValues values = value is null ? new PolicyValues() : new PolicyValues().User("ReminderProvider", value);

        Assert.Equal(NoticeStatus.Shown, Look(Due, ReminderSettings.From(values.Policy, autoRenew: false, Installed)));
    }

    [Fact]
    public void What_the_tool_cannot_know_is_told_all_the_same()
    {
        ReminderSettings settings = LeftToTool(Certificates.Silent);

        Assert.Equal(NoticeStatus.Shown, Look(Certificates.NotAfter.AddDays(2), settings));
        using ReminderRun run = _scene.TryBegin(Due, settings, _notifier)!;
        NoticeStatus failed = run.Complete(
            run.Plan(Certificates.At(Due, thumbprint: "BB02")), new NaccsException(ErrorId.ServiceUnavailable, "host", "later", "503")).Notice;

        Assert.Equal(NoticeStatus.Shown, failed);
        Assert.Equal([NoticeKind.ReissueRequired, NoticeKind.RenewalFailed], _notifier.Notices.Select(notice => notice.Kind));
    }

    [Theory]
    [InlineData("Module", ReminderProvider.Module, "en-US", "is installed too, and shows renewal notices of its own")]
    [InlineData("Module", ReminderProvider.Module, "ja-JP", "更新のお知らせは両方から表示されます")]
    [InlineData("OfficialTool", ReminderProvider.OfficialTool, "en-US", "Group Policy leaves renewal notices to " + Name)]
    [InlineData("OfficialTool", ReminderProvider.OfficialTool, "ja-JP", "更新のお知らせは " + Name + " 1.2.3 が表示します")]
    public void A_registered_reminder_says_who_reminds(string value, ReminderProvider provider, string culture, string text) =>
        Cultures.Run(culture, () =>
        {
            _scene.File.Write(ReminderState.Empty with { Registered = Due });
            NaccsRenewalReminder reminder = Inspector(value, Installed).Show();

            Assert.Equal((provider, Name + " 1.2.3"), (reminder.RemindedBy, reminder.OfficialTool));
            Assert.Contains(text, reminder.Reason, StringComparison.Ordinal);
        });

    [Fact]
    public void A_reminder_that_is_not_registered_says_that_the_tool_is_there_and_no_more() => Cultures.Run("en-US", () =>
        Assert.EndsWith($". {Name} 1.2.3 is installed too.", Inspector("OfficialTool", Installed).Show().Reason, StringComparison.Ordinal));

    [Fact]
    public void Without_the_tool_the_module_reminds_whatever_the_policy_says_and_its_reason_has_no_more_to_say()
    {
        _scene.File.Write(ReminderState.Empty with { Registered = Due });
        NaccsRenewalReminder reminder = Inspector("OfficialTool", null).Show();

        Assert.Equal((ReminderProvider.Module, null), (reminder.RemindedBy, reminder.OfficialTool));
        Assert.Equal(Inspector("Module", null).Show().Reason, reminder.Reason);
    }

    [Fact]
    public void Compliance_names_it_and_is_not_changed_by_it()
    {
        var origin = new ComplianceOrigin("PC01", @"CORP\taro", "1.2.0", Due);
        ComplianceResult without = Compliance.Evaluate(null, [], requireCertificate: false, origin);
        ComplianceResult with = Compliance.Evaluate(null, [], requireCertificate: false, origin with { OfficialTool = Installed.ToString() });

        Assert.Equal((without.Code, without.IsCompliant, null), (with.Code, with.IsCompliant, without.OfficialTool));
        Assert.Equal(Name + " 1.2.3", with.OfficialTool);
        Assert.Equal(Name + " 1.2.3", (string?)JsonNode.Parse(with.Line)!["officialTool"]);
        Assert.Equal(Name + " 1.2.3", (string?)JsonNode.Parse(ComplianceReport.Compose(with, "S-1", []))!["officialTool"]);
        Assert.DoesNotContain("officialTool", without.Line, StringComparison.Ordinal);
        Assert.NotEqual(ComplianceReport.FingerprintOf(without), ComplianceReport.FingerprintOf(with));
    }

    [Fact]
    public void The_definition_of_NACCS_names_it_as_the_manual_does()
    {
        OfficialTool tool = new ServiceDefinitionSource([]).Load(null).OfficialTool!;

        Assert.Equal((Name, "NaccsManagedPKIClient.msi"), (tool.DisplayName, tool.Installer));
    }

    private static InstalledTool? Find(params InstalledProgram[] programs) =>
        InstalledTool.Find(new ServiceDefinitionSource([]).Load(null).OfficialTool, programs);

    private static ReminderSettings LeftToTool(ReminderSettings settings) => settings with { LeftTo = Installed };

    private ReminderInspector Inspector(string provider, InstalledTool? tool) => new(
        _scene.File, new PolicyValues().Computer("ReminderProvider", provider).Policy, new FakeTaskScheduler(), "task", new SettableClock(Due), tool);

    private NoticeStatus Look(DateTimeOffset now, ReminderSettings settings) => _scene.Look(now, settings, null, _notifier).Result.Notice;
}

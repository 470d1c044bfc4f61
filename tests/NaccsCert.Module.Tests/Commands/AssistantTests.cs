using System;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using NaccsCert.Module.Tests.Commands.Support;
using NaccsCert.Module.Tests.Engine;
using NaccsCert.TestSupport;
using NaccsCert.TestSupport.PowerShell;
using Xunit;

namespace NaccsCert.Module.Tests.Commands;

/// <summary>The tray tool's menu in a console (manual 4): the state, a choice, the command that a user could type, and the menu again.</summary>
public sealed class AssistantTests(PowerShellSession session, Sandboxes sandboxes) : CommandTests(session, sandboxes)
{
    [Fact]
    public void What_is_due_is_renewed_after_a_yes_and_the_state_is_a_new_one()
    {
        string old = Enrolled();
        SessionRun run = Converse("u", "y", "x");

        Assert.Contains($"PS> Update-NaccsCertificate -Thumbprint {old} -StoreName {StoreName} -Service {Service}\n", run.Shown, StringComparison.Ordinal);
        Assert.Equal(2, Headings(run));
        SessionRun now = Invoke("Get-NaccsCertificate -IncludeArchived");
        Assert.Equal(2, now.Output.Count);
        Assert.Contains("Superseded", now.Texts("Status"));
        Assert.Matches(@"Status\b.*Terminal\b.*Reason", run.Shown);
        Assert.Matches(@"\nRenewed +\S+ ", run.Shown);
        Assert.Empty(run.Output);
        Assert.Empty(run.Errors);
    }

    [Theory]
    [InlineData("u", "n", "x")]
    [InlineData("u", "", "x")]
    [InlineData("n", "n", "x")]
    [InlineData("s", "b", "x")]
    [InlineData("r", "b", "")]
    public void Without_a_yes_nothing_is_sent_or_changed(params string[] keys)
    {
        string thumbprint = Enrolled();
        SessionRun run = Converse(keys);

        Assert.DoesNotMatch("PS> (Update|Request|Export|Register)-", run.Shown);
        Assert.Equal([thumbprint], Invoke("Get-NaccsCertificate").Texts("Thumbprint"));
        Assert.Empty(run.Errors);
    }

    [Theory]
    [InlineData("a", 2)]
    [InlineData("2", 1)]
    [InlineData("b", 0)]
    public void Where_several_are_due_one_or_all_can_be_chosen(string key, int renewed)
    {
        Enrolled();
        Enrolled();
        Converse(["u", key, .. renewed > 0 ? new[] { "y" } : [], "x"]);
        Assert.Equal(renewed, Invoke("Get-NaccsCertificate -Status Superseded").Output.Count);
    }

    [Fact]
    public void Codes_are_asked_for_by_the_command_that_enrolls()
    {
        CodeSet codes = TakeCodes();
        SessionRun run = Converse("n", "y", codes.Code1, codes.Code2, codes.Code3, "x");

        Assert.Contains($"PS> Request-NaccsCertificate -StoreName {StoreName} -Service {Service}\n", run.Shown, StringComparison.Ordinal);
        Assert.Single(Invoke("Get-NaccsCertificate").Output);
        Assert.Equal(2, Headings(run));
    }

    [Theory]
    [InlineData("Continue")]
    [InlineData("Stop")]
    public void What_fails_says_so_and_leads_back_to_the_menu(string preference)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has a Task Scheduler.");
        SessionRun run = Converse($"$ErrorActionPreference = '{preference}'", "r", "r", "y", "x");

        Assert.Contains($"PS> Get-NaccsRenewalReminder -Service {Service}\n", run.Shown, StringComparison.Ordinal);
        Assert.Contains($"PS> Register-NaccsRenewalReminder -Service {Service}\n", run.Shown, StringComparison.Ordinal);
        Assert.Contains("Task Scheduler is not available", run.Shown, StringComparison.Ordinal);
        Assert.Equal(2, Headings(run));
    }

    [Fact]
    public void Keys_of_a_Japanese_keyboard_names_and_help_are_understood_and_others_are_told()
    {
        Session.Language = CultureInfo.GetCultureInfo("ja");
        Seed.Expired(StoreName, "1EXPIRED");
        Session.Answer("ｖ", "バージョン情報", "?", "q", "終了");
        string shown = Invoke("Start-NaccsAssistant").Shown;

        Assert.Contains("\nNACCS 証明書アシスタント\nコンピューター ", shown, StringComparison.Ordinal);
        Assert.Matches(@"\n  論理端末名 +状態 +有効期限 +残り日数\n  1EXPIRED +\S+ +\d{4}-\d\d-\d\d +-?\d+\n    [^\n]*再発行", shown);
        Assert.Contains("\n  [N] 証明書の新規登録\n  [U] 証明書の更新\n  [C] 証明書の確認\n  [O] 接続の確認\n", shown, StringComparison.Ordinal);
        Assert.Equal(2, Regex.Count(shown, "PS> Get-Module -Name NaccsCert"));
        Assert.Contains("\n  [X] アシスタントを終了します。\n", shown, StringComparison.Ordinal);
        Assert.Contains("次のいずれかを入力してください: N, U, C, O, R, V, S, X\n", shown, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_certificate_the_account_is_asked_about_and_nothing_is_due()
    {
        SessionRun run = Converse("u", "x");
        Assert.Contains("Are you signed in with the account in which they were enrolled?", run.Shown, StringComparison.Ordinal);
        Assert.DoesNotContain("PS> ", run.Shown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("c\n", "-NoLogo")]
    [InlineData("", "-NonInteractive")]
    public async Task Where_nobody_can_answer_it_is_an_error_at_once(string input, string argument)
    {
        using var home = new ScratchHome();
        ProcessRun run = await PowerShellProcess.RunAsync(
            input,
            [argument, "-Command", $"Import-Module '{BuildPaths.StagedModule}'; try {{ Start-NaccsAssistant -Service '{Service}' -ErrorAction Stop }} catch {{ $_.FullyQualifiedErrorId }}"],
            TestContext.Current.CancellationToken,
            home);
        Assert.Equal("AssistantNeedsUser,NaccsCert.PowerShell.Commands.StartNaccsAssistantCommand\n", run.Output);
    }

    [Fact]
    public async Task At_a_terminal_it_shows_tables_asks_and_leaves_quietly()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The pseudo-terminal is that of Linux.");
        const string Japanese = "Enterのみで X): ";
        using var home = new ScratchHome();
        string terminal = await PowerShellTerminal.ConverseAsync(
            ["-Command", $"Import-Module '{BuildPaths.StagedModule}'; Start-NaccsAssistant -Service '{Service}'; \"(left $?)\""],
            [(Japanese, "o\n"), (Japanese, "n\n"), ("(default is \"N\"):", "\n"), (Japanese, "x\n")],
            home,
            RunCulture.VariablesFor("ja-JP"),
            TestContext.Current.CancellationToken);

        Assert.Contains($"PS> Test-NaccsConnectivity -Service {Service}\n", terminal, StringComparison.Ordinal);
        Assert.Matches(@"\n状態 +ホスト +説明", terminal);
        Assert.Contains("証明書がありません。登録したアカウントでログオンしていますか?", terminal, StringComparison.Ordinal);
        Assert.Contains("(left True)", terminal, StringComparison.Ordinal);
    }

    private SessionRun Converse(params string[] keys)
    {
        ReadInEnglish();
        bool hasScript = keys[0].StartsWith('$');
        Session.Answer([.. keys.Skip(hasScript ? 1 : 0)]);
        return Invoke($"{(hasScript ? keys[0] : string.Empty)}\nStart-NaccsAssistant");
    }

    private static int Headings(SessionRun run) => Regex.Count(run.Shown, @"\nNACCS certificate assistant\n");
}

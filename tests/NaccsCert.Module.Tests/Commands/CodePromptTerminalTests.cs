using System;
using System.Threading.Tasks;
using NaccsCert.Module.Tests.Commands.Support;
using NaccsCert.Module.Tests.Engine;
using NaccsCert.TestSupport;
using NaccsCert.TestSupport.PowerShell;
using Xunit;

namespace NaccsCert.Module.Tests.Commands;

/// <summary>The questions for codes as a person at a terminal has them: help, a code that cannot be one, and three that can (manual 5.1).</summary>
public sealed class CodePromptTerminalTests(PowerShellSession session, Sandboxes sandboxes) : CommandTests(session, sandboxes)
{
    [Theory]
    [InlineData("en-US", "Authentication code ", "Enter it again.", "Enrolled")]
    [InlineData("ja-JP", "認証コード", "もう一度入力してください。", "登録完了")]
    public async Task Codes_are_asked_for_one_by_one_in_the_language_of_the_session_and_are_never_seen(
        string culture, string label, string again, string enrolled)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The pseudo-terminal is that of Linux.");
        CodeSet codes = TakeCodes();
        using var home = new ScratchHome();
        string terminal = await PowerShellTerminal.ConverseAsync(
            ["-Command", $"Import-Module '{BuildPaths.StagedModule}'; Request-NaccsCertificate -Service '{Service}' -SkipRootCA"],
            [
                ($"{label}1: ", "!?\n"),
                ($"{label}1: ", "two words\n"),
                ($"{label}1: ", codes.Code1 + "\n"),
                ($"{label}2: ", codes.Code2 + "\n"),
                ($"{label}3: ", codes.Code3 + "\n"),
            ],
            home,
            RunCulture.VariablesFor(culture),
            TestContext.Current.CancellationToken);

        Assert.Contains("Ctrl+C", terminal, StringComparison.Ordinal);
        Assert.Contains(again, terminal, StringComparison.Ordinal);
        Assert.Matches($@"\n{enrolled} +{codes.Terminal} ", terminal);
        Assert.All(
            new[] { codes.Code1, codes.Code2, codes.Code3, "two words" },
            typed => Assert.DoesNotContain(typed, terminal, StringComparison.Ordinal));
    }
}

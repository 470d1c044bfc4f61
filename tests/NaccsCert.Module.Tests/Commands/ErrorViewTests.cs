using System;
using System.Threading.Tasks;
using NaccsCert.Module.Tests.Commands.Support;
using NaccsCert.Module.Tests.Engine;
using Xunit;

namespace NaccsCert.Module.Tests.Commands;

/// <summary>What people and scripts see of an error.</summary>
public sealed class ErrorViewTests(PowerShellSession session, Sandboxes sandboxes) : CommandTests(session, sandboxes)
{
    [Fact]
    public async Task Every_view_shows_the_remedy_once_on_a_line_of_its_own_in_the_language_of_the_session()
    {
        string[] lines = await FullPowerShell.RunAsync(
            """
            foreach ($language in 'en', 'ja') {
                [cultureinfo]::CurrentUICulture = $language
                try { Get-NaccsCertificate ('0' * 40) -ErrorAction Stop } catch { $problem = $_ }
                $remedy = $problem.Exception.RecommendedAction
                foreach ($ErrorView in 'ConciseView', 'NormalView') {
                    $shown = $problem | Out-String -Width 2000
                    $line = $shown -split '\r?\n' -match [regex]::Escape($remedy)
                    '{0} {1}' -f ([regex]::Matches($shown, [regex]::Escape($remedy))).Count, "$line".Replace($remedy, '*').Trim()
                }
            }
            """,
            Service,
            StoreName);
        Assert.Equal(["1 What to do: *", "1 What to do: *", "1 対処方法: *", "1 対処方法: *"], lines);
    }

    [Fact]
    public void Scripts_read_message_and_remedy_apart()
    {
        ReadInEnglish();
        SessionRun run = Invoke(
            """
            try { Get-NaccsCertificate ('0' * 40) -ErrorAction Stop } catch { $_.Exception.Message; $_.Exception.RecommendedAction }
            """);
        Assert.Equal(2, run.Output.Count);
        Assert.Matches("^The certificate 0+ was not found[.]$", run.OutputTexts()[0]);
        Assert.StartsWith("List the certificates", run.OutputTexts()[1], StringComparison.Ordinal);
    }
}

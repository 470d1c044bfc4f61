using System;
using System.Linq;
using System.Threading.Tasks;
using NaccsCert.Module.Tests.Commands.Support;
using NaccsCert.Module.Tests.Engine;
using Xunit;

namespace NaccsCert.Module.Tests.Commands;

/// <summary>What leaves the process, by whatever way, can be read on the other side.</summary>
public sealed class SerializationTests(PowerShellSession session, Sandboxes sandboxes) : CommandTests(session, sandboxes)
{
    // Those that find something in any account and on any platform.
    private const string Records = """
        $records = @(
            Get-NaccsCertificate
            Test-NaccsCertificate
            Test-NaccsMigration -Terminal * -Change Computer
            Test-NaccsConnectivity
            Test-NaccsCompliance
            Get-NaccsRenewalPlan
            Get-NaccsMaintenanceWindow -Service naccs -Next 1
            Test-NaccsServiceDefinition
            Get-NaccsRenewalReminder)
        $serializer = [System.Management.Automation.PSSerializer]

        """;

    [Theory]
    [InlineData("en-US")]
    [InlineData("ja-JP-u-ca-japanese")]
    public async Task What_comes_back_from_a_job_or_a_file_is_shown_as_it_was(string culture)
    {
        Enrolled();
        string[] lines = await RunAsync(
            """
            foreach ($record in $records) {
                1, 2, 3 | ForEach-Object {
                    $copy = $serializer::Deserialize($serializer::Serialize($record, $_))
                    $shown = $record, $copy | ForEach-Object { $_ | Format-Table | Out-String -Width 200 }
                    if ($shown[0] -ne $shown[1]) { $shown }
                    $record.GetType().Name
                }
            }
            """,
            culture);
        Assert.Equal(9, lines.Distinct().Count());
        Assert.Equal(27, lines.Length);
    }

    [Fact]
    public async Task Lists_of_all_properties_come_back_with_their_moments()
    {
        Enrolled();
        string[] lines = await RunAsync("""
            $record = Get-NaccsCertificate
            ($serializer::Deserialize($serializer::Serialize($record, 1)) | Format-List | Out-String) -eq ($record | Format-List | Out-String)
            """);
        Assert.Equal(["True"], lines);
    }

    [Fact]
    public async Task States_are_words_after_a_job_in_JSON_and_in_a_CSV_file()
    {
        Enrolled();
        string[] lines = await RunAsync("""
            $record = Test-NaccsCertificate
            1, 2, 3 | ForEach-Object { $serializer::Deserialize($serializer::Serialize($record, $_)).Status -eq "$($record.Status)" }
            $json = ConvertFrom-Json (ConvertTo-Json $record -Depth 4)
            $json.Status -eq "$($record.Status)"
            $json.Checks[0].Status -eq "$($record.Checks[0].Status)"
            (ConvertFrom-Csv (ConvertTo-Csv $record)).Status -eq "$($record.Status)"
            """);
        Assert.Equal(Enumerable.Repeat("True", 6), lines);
    }

    [Fact]
    public async Task A_list_in_a_CSV_file_is_its_content()
    {
        Enrolled();
        string text = string.Join('\n', await RunAsync("$records | ForEach-Object { ConvertTo-Csv $_ }"));
        Assert.Contains("Passed: Key", text, StringComparison.Ordinal);
        Assert.Contains("\"127.0.0.1\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain("System.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("NaccsCert.", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_type_that_only_the_compiler_knows_is_put_out()
    {
        Enrolled();
        string text = string.Join('\n', await RunAsync("$records | ForEach-Object { $serializer::Serialize($_, 3) }"));
        Assert.Contains("ResultList", text, StringComparison.Ordinal);
        Assert.DoesNotContain("z__ReadOnly", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("=HYPERLINK(\"http://evil.invalid\")")]
    [InlineData("+1+cmd")]
    [InlineData("-2+3")]
    [InlineData("@SUM(A1)")]
    [InlineData("\uFF1D1+1")]
    public async Task Names_in_a_CSV_file_are_no_formulas(string name)
    {
        Seed.WithoutKey(StoreName, name);
        string[] cells = await RunAsync("""
            $cells = 'Get-NaccsCertificate', 'Test-NaccsCertificate', 'Get-NaccsRenewalPlan' | ForEach-Object { & $_ | ConvertTo-Csv | ConvertFrom-Csv }
            $cells | ForEach-Object { $_.PSObject.Properties.Value } | Where-Object { $_ -match '^[=+@\uFF1D]|^-.*\+' }
            $cells.Terminal
            """);
        Assert.Equal(Enumerable.Repeat("'" + name, 3), cells);
    }

    private Task<string[]> RunAsync(string script, string? culture = null) =>
        FullPowerShell.RunAsync(Records + script, Service, StoreName, culture);
}

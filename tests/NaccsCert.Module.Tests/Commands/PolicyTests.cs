using System;
using System.Globalization;
using System.IO;
using System.Linq;
using NaccsCert.Module.Tests.Commands.Support;
using NaccsCert.Module.Tests.Engine;
using Xunit;

namespace NaccsCert.Module.Tests.Commands;

/// <summary>What Group Policy has settled, as it is shown where nothing is set.</summary>
public sealed class PolicyTests(PowerShellSession session) : IClassFixture<PowerShellSession>
{
    private static readonly string[] All =
    [
        "ServiceDefinition", "Proxy", "ProxyAuthentication", "AutoRenew", "RenewalSpreadDays", "ReminderDays", "ReminderProvider",
        "ArchiveSuperseded", "RemoveArchivedDays", "RootCA", "TaskHost", "ReportPath",
    ];

    [Fact]
    public void All_settings_are_listed_with_what_holds()
    {
        session.Language = CultureInfo.GetCultureInfo("en");
        SessionRun run = session.Invoke("Get-NaccsPolicy");
        Assert.Empty(run.Errors);
        Assert.Equal(All, run.Texts("Name"));
        Assert.Equal(["naccs", "", "", "False", "21", "28", "Module", "True", "", "Ask", "Conhost", ""], run.Texts("Value"));
        Assert.All(run.Texts("Source"), source => Assert.Equal("Default", source));
        Assert.All(run.Texts("Reason"), reason => Assert.Equal("Not set by Group Policy.", reason));
    }

    [Fact]
    public void Values_keep_their_types() => Assert.Equal(
        ["Boolean", "Int32", "Int32", "RootCAHandling"],
        session.Invoke("Get-NaccsPolicy AutoRenew, Re*Days, RootCA | Where-Object Value -ne $null | ForEach-Object { $_.Value.GetType().Name }").OutputTexts());

    [Theory]
    [InlineData("Get-NaccsPolicy r*", "RenewalSpreadDays,ReminderDays,ReminderProvider,RemoveArchivedDays,RootCA,ReportPath")]
    [InlineData("Get-NaccsPolicy -Name Proxy*", "Proxy,ProxyAuthentication")]
    [InlineData("Get-NaccsPolicy PROXY", "Proxy")]
    [InlineData("Get-NaccsPolicy RootCA, Root*, AutoRenew", "AutoRenew,RootCA")]
    [InlineData("'RootCA', 'Proxy' | Get-NaccsPolicy", "RootCA,Proxy")]
    [InlineData("Get-NaccsPolicy *Days | Get-NaccsPolicy", "RenewalSpreadDays,ReminderDays,RemoveArchivedDays")]
    [InlineData("Get-NaccsPolicy nothing*", "")]
    public void Names_take_wildcards(string script, string names)
    {
        SessionRun run = session.Invoke(script);
        Assert.Empty(run.Errors);
        Assert.Equal(names.Split(',', StringSplitOptions.RemoveEmptyEntries), run.Texts("Name"));
    }

    [Fact]
    public void The_templates_are_shipped_with_the_texts_of_both_languages()
    {
        string folder = Path.Combine(BuildPaths.StagedModule, "policy");
        Assert.Equal(
            ["NaccsCert.admx", "en-US/NaccsCert.adml", "ja-JP/NaccsCert.adml"],
            Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/')).Order(StringComparer.Ordinal));
    }
}

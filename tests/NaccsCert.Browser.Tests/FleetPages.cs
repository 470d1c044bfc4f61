using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text.Json;
using System.Threading.Tasks;
using Microsoft.Playwright;
using NaccsCert.TestSupport;
using NaccsCert.TestSupport.PowerShell;
using Xunit;

namespace NaccsCert.Browser.Tests;

/// <summary>The pages in both languages, made once by the staged module from report files, and a Chromium to open them in.</summary>
public sealed class FleetPages : IAsyncLifetime
{
    /// <summary>A name that would run, were it not text.</summary>
    public const string Hostile = "<script>document.title='run'</script>";

    private const string Chromium = "/usr/bin/chromium";

    private readonly ScratchDirectory _scratch = new();
    private readonly ScratchHome _home = new();
    private IPlaywright? _playwright;

    /// <summary>Whether this machine has the browser.</summary>
    public static bool IsInstalled => File.Exists(Chromium);

    /// <summary>The browser.</summary>
    public IBrowser Browser { get; private set; } = null!;

    /// <summary>The address of a page.</summary>
    /// <param name="language">Its language.</param>
    public string Address(string language) => new Uri(_scratch.Member($"fleet.{language}.html")).AbsoluteUri;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        if (!IsInstalled)
        {
            return;
        }

        WriteReports();
        string module = typeof(FleetPages).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(entry => entry.Key == "StagedModule").Value!;
        string make = $$"""
            Import-Module '{{module}}'
            foreach ($language in 'en', 'ja') {
                New-NaccsFleetReport '{{_scratch.Member("reports")}}' "{{_scratch.FullPath}}/fleet.$language.html" -Language $language `
                    -ExpectedComputer PC01, PC99 -NonInteractive -WarningAction Ignore
            }
            """;
        ProcessRun run = await PowerShellProcess.RunAsync(
            string.Empty, ["-NonInteractive", "-Command", make], TestContext.Current.CancellationToken, _home);
        Assert.Equal((0, string.Empty), (run.ExitCode, run.Error));

        // In a container there is no room for the sandbox of Chromium.
        _playwright = await Playwright.CreateAsync();
        Browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Chromium,
            Args = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"],
        });
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (Browser is not null)
        {
            await Browser.CloseAsync();
        }

        _playwright?.Dispose();
        _home.Dispose();
        _scratch.Dispose();
    }

    private void WriteReports()
    {
        Directory.CreateDirectory(_scratch.Member("reports"));
        DateTimeOffset now = DateTimeOffset.UtcNow;
        Write("PC01", now, "Valid", 1800, "1AAA0001");
        Write("PC02", now, "Valid", 900, "名古屋税関01");
        Write("PC03", now, "RenewalDue", 20, "1AAA0003");
        Write("PC04", now, "Scheduled", 25, Hostile);
        Write("PC05", now.AddDays(-40), "RenewalDue", 3, "1AAA0005");
        Write("PC10", now, "LeftToUser", 9, "1AAA0010");
        File.WriteAllText(_scratch.Member("reports/broken.json"), "{ half");
    }

    private void Write(string computer, DateTimeOffset time, string code, int days, string terminal)
    {
        // Of one that reported long ago, the validity has ended meanwhile.
        DateTimeOffset end = time.AddDays(days);
        object certificate = new
        {
            terminal,
            code,
            status = code == "Valid" ? "Valid" : "RenewalDue",
            service = "naccs",
            thumbprint = "0123456789ABCDEF0123456789ABCDEF01234567",
            notAfter = Text(end),
            renewalOpens = Text(end.AddDays(-28)),
            autoRenewal = code == "LeftToUser" ? null : Text(end.AddDays(-15)),
            daysLeft = days,
        };
        File.WriteAllText(_scratch.Member($"reports/{computer}_S-1.json"), JsonSerializer.Serialize(new
        {
            format = 1,
            time = Text(time),
            computer,
            user = @"EXAMPLE\sato",
            userId = "S-1",
            moduleVersion = computer == "PC05" ? "0.0.9" : "0.1.0",
            code,
            compliant = code != "RenewalDue",
            certificates = new[] { certificate },
            trustedRoots = new[] { "SECOM Trust Systems" },
        }));
    }

    private static string Text(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}

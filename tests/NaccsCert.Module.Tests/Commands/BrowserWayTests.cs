using System;
using System.Security;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Module.Tests.Commands.Support;
using NaccsCert.Module.Tests.Engine;
using NaccsCert.TestSupport;
using NaccsCert.TestSupport.Browsers;
using Xunit;

namespace NaccsCert.Module.Tests.Commands;

/// <summary>The browser procedure from its start, in a real browser: codes in a form, a file, its import, the reminder and the renewal.</summary>
[Collection(ReminderFolder.Turns)]
public sealed class BrowserWayTests : CommandTests
{
    public BrowserWayTests(PowerShellSession session, Sandboxes sandboxes)
        : base(session, sandboxes) => ReminderFolder.Forget();

    [Fact]
    public async Task What_a_browser_downloaded_is_imported_and_renewed_by_the_reminder()
    {
        Assert.SkipUnless(ChromiumBrowser.IsInstalled, "Chromium and its driver are not installed (Debian: chromium, chromium-driver).");
        CancellationToken cancellationToken = TestContext.Current.CancellationToken;
        CodeSet codes = TakeCodes();
        await using ChromiumBrowser browser = await ChromiumBrowser.StartAsync(new ChromiumSettings("ja"), cancellationToken);
        await browser.Page.OpenAsync(Sandbox.Url, cancellationToken);
        await FillInAsync(browser.Page, codes with { Code3 = WrongCodes().Code3 });
        Assert.Equal(
            "認証コードが正しくありません。確認のうえ、3つとも入力し直してください。", await browser.Page.TextAsync("[role=alert]", cancellationToken));

        await FillInAsync(browser.Page, codes);
        string terminal = codes.Terminal;
        using SecureString password = SecureText.Of(await browser.Page.TextAsync("#password", cancellationToken));
        Assert.Contains(terminal, await browser.Page.TextAsync("p", cancellationToken), StringComparison.Ordinal);
        Assert.Equal(Sandbox.Url.AbsoluteUri, await browser.Page.AddressAsync(cancellationToken));
        string file = await browser.DownloadAsync("#download", $"{terminal}.p12", cancellationToken);

        SessionRun imported = Invoke("Import-NaccsCertificate $path -Password $password", ("path", file), ("password", password));
        Assert.Equal(("Imported", terminal), (imported.Text("Status"), imported.Text("Terminal")));
        Assert.Equal("RenewalDue", Invoke("Get-NaccsCertificate").Text("Status"));

        // Silent renewal has its moment in the three weeks after the window opens, so weeks ago.
        Redefine(json => json["renewalWindow"] = "P60D");
        Invoke("Invoke-NaccsRenewalReminder -AutoRenew -SkipRootCA");
        Assert.Equal(["RenewalDue", "Superseded"], Invoke("Get-NaccsCertificate -IncludeArchived").Texts("Status"));
        Assert.Equal([terminal, terminal], Invoke("Get-NaccsCertificate -IncludeArchived").Texts("Terminal"));
    }

    private static async Task FillInAsync(WebDriverSession page, CodeSet codes)
    {
        CancellationToken cancellationToken = TestContext.Current.CancellationToken;
        foreach ((string field, string code) in new[] { ("#code1", codes.Code1), ("#code2", codes.Code2), ("#code3", $" {codes.Code3} ") })
        {
            await page.TypeAsync(field, code, cancellationToken);
        }

        await page.ClickAsync("button", cancellationToken);
    }
}

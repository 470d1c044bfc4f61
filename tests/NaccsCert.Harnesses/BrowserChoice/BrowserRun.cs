using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.TestSupport;
using NaccsCert.TestSupport.Browsers;

namespace NaccsCert.Harnesses.BrowserChoice;

/// <summary>Visits the site with a browser of its own for each row.</summary>
/// <param name="site">The site.</param>
/// <param name="pictures">The folder for a picture of each row; null for none.</param>
internal sealed class BrowserRun(MutualTlsSite site, string? pictures)
{
    // Only where nothing is selected is there nothing to wait for: the browser asks, and nobody answers.
    private static readonly TimeSpan AskingTimeout = TimeSpan.FromSeconds(8);

    /// <summary>Makes a visit.</summary>
    /// <param name="row">The situation.</param>
    /// <param name="number">The number of the row, for the picture.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>Which certificate the site received at last.</returns>
    public async Task<string> VisitAsync(BrowserRow row, int number, CancellationToken cancellationToken)
    {
        using var home = new ScratchHome();
        using var configuration = new ScratchDirectory();
        WritePolicies(configuration, row.Files);
        var database = new CertificateDatabase(home);
        await database.CreateAsync(cancellationToken);
        foreach (UserCertificate certificate in row.Certificates)
        {
            await database.AddAsync(site.FileOf(certificate), cancellationToken);
        }

        if (row.Removed is not null)
        {
            await database.RemoveAsync(site.KeyOf(row.Removed), cancellationToken);
        }

        await using VirtualScreen screen = await VirtualScreen.StartAsync(cancellationToken);
        var settings = new ChromiumSettings("en") { Display = screen.Display, Home = home, ConfigurationFolder = configuration.FullPath };
        await using ChromiumBrowser browser = await ChromiumBrowser.StartAsync(
            row.Expected == BrowserRow.Asks ? settings with { PageTimeout = AskingTimeout } : settings, cancellationToken);
        string received = await VisitAsync(browser.Page, cancellationToken);
        if (row.Added is not null)
        {
            await database.AddAsync(site.FileOf(row.Added), cancellationToken);
            received = await VisitAsync(browser.Page, cancellationToken);
        }

        if (pictures is not null)
        {
            await screen.PictureAsync(Path.Combine(pictures, $"browser-{number}.png"), cancellationToken);
        }

        return received;
    }

    private static void WritePolicies(ScratchDirectory configuration, IReadOnlyDictionary<string, string> files)
    {
        string folder = Directory.CreateDirectory(configuration.Member("policies/managed")).FullName;
        foreach ((string name, string text) in files)
        {
            File.WriteAllText(Path.Combine(folder, name), text);
        }
    }

    private async Task<string> VisitAsync(WebDriverSession page, CancellationToken cancellationToken) =>
        await page.TryOpenAsync(site.Address, cancellationToken)
            ? site.Received(await page.TextAsync("body", cancellationToken))
            : BrowserRow.Asks;
}

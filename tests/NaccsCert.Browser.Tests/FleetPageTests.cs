using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;

namespace NaccsCert.Browser.Tests;

/// <summary>The page of New-NaccsFleetReport as people use it: by eye, mouse, keyboard and printer.</summary>
public sealed class FleetPageTests(FleetPages pages) : IClassFixture<FleetPages>, IAsyncLifetime
{
    private readonly List<string> _messages = [];
    private readonly List<string> _requests = [];
    private IBrowserContext? _context;
    private IPage _page = null!;

    private ILocator Rows => _page.Locator("#all-table tbody tr:visible");

    private ILocator Search => _page.Locator("section[aria-labelledby=all] input[type=search]");

    private ILocator Status => _page.Locator("section[aria-labelledby=all] [role=status]");

    public ValueTask InitializeAsync()
    {
        Assert.SkipUnless(FleetPages.IsInstalled, "Chromium is not installed (Debian: chromium).");
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        if (_context is not null)
        {
            await _context.CloseAsync();
        }
    }

    [Theory]
    [InlineData("en", "What has failed, and why", "Expired", "The certificate has expired. Apply in NSS for a re-issue.", "Never", "6 of 6 rows")]
    [InlineData("ja", "対応が必要なものと理由", "期限切れ", "証明書の有効期限が過ぎています。NSSで再発行を申請してください。", "一度もなし", "6件中6件を表示")]
    public async Task It_shows_what_failed_who_is_silent_and_every_certificate(
        string language, string heading, string state, string reason, string never, string count)
    {
        await OpenAsync(language);
        Assert.Equal(language, await _page.Locator("html").GetAttributeAsync("lang"));
        Assert.Equal(heading, await _page.Locator("#failures").InnerTextAsync());
        string failure = await _page.Locator("#failures-table tbody tr").Filter(new LocatorFilterOptions { HasText = "PC05" }).InnerTextAsync();
        Assert.Contains(state, failure, StringComparison.Ordinal);
        Assert.Contains(reason, failure, StringComparison.Ordinal);
        Assert.Equal(["PC99", "PC05"], await _page.Locator("#silence-table tbody tr td:first-child").AllInnerTextsAsync());
        Assert.Contains(never, await _page.Locator("#silence-table").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(count, await Status.InnerTextAsync());
        Assert.Equal(3, await _page.Locator("section[aria-labelledby=timeline] rect").CountAsync());
        Assert.Contains("broken.json", await _page.Locator("section[aria-labelledby=unread]").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("SECOM Trust Systems", await _page.Locator("section[aria-labelledby=versions]").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_terminal_named_like_a_script_is_text()
    {
        await OpenAsync("en");
        Assert.Equal(1, await _page.Locator("#all-table td", new PageLocatorOptions { HasText = FleetPages.Hostile }).CountAsync());
        Assert.StartsWith("NACCS digital certificates", await _page.TitleAsync(), StringComparison.Ordinal);
        Assert.Equal(1, await _page.Locator("script").CountAsync());
    }

    [Fact]
    public async Task Search_and_choice_narrow_the_rows_and_say_how_many_are_left()
    {
        await OpenAsync("ja");
        await Search.FillAsync("名古屋");
        Assert.Equal(1, await Rows.CountAsync());
        Assert.Equal("6件中1件を表示", await Status.InnerTextAsync());

        // Full-width letters are found as half-width ones are, and in either case.
        await Search.FillAsync("ｐｃ０３");
        Assert.Contains("1AAA0003", await Rows.InnerTextAsync(), StringComparison.Ordinal);
        await Search.FillAsync(string.Empty);
        await _page.Locator("section[aria-labelledby=all] select").First.SelectOptionAsync("有効");
        Assert.Equal(2, await Rows.CountAsync());
    }

    [Fact]
    public async Task The_keyboard_alone_searches_and_sorts_and_shows_where_it_is()
    {
        await OpenAsync("en");
        await Search.FocusAsync();
        await _page.Keyboard.TypeAsync("1AAA");
        Assert.Equal(4, await Rows.CountAsync());

        ILocator days = _page.Locator("#all-table th", new PageLocatorOptions { HasText = "Days left" });
        await days.Locator("button").FocusAsync();
        await _page.Keyboard.PressAsync("Tab");
        await _page.Keyboard.PressAsync("Shift+Tab");
        Assert.Equal("solid", await days.Locator("button").EvaluateAsync<string>("button => getComputedStyle(button).outlineStyle"));
        await _page.Keyboard.PressAsync("Enter");
        Assert.Equal("ascending", await days.GetAttributeAsync("aria-sort"));
        Assert.Equal(["PC05", "PC10", "PC03", "PC01"], await ComputersAsync());
        await _page.Keyboard.PressAsync("Space");
        Assert.Equal("descending", await days.GetAttributeAsync("aria-sort"));
        Assert.Equal(["PC01", "PC03", "PC10", "PC05"], await ComputersAsync());
    }

    [Fact]
    public async Task Without_script_everything_is_there_and_nothing_that_does_nothing()
    {
        await OpenAsync("en", new BrowserNewContextOptions { JavaScriptEnabled = false });
        Assert.Equal(6, await Rows.CountAsync());
        Assert.Equal(0, await _page.Locator("button, input, select").CountAsync());
    }

    [Fact]
    public async Task It_asks_the_network_for_nothing_and_runs_nothing_that_did_not_come_with_it()
    {
        await OpenAsync("en");
        Assert.Equal([pages.Address("en")], _requests);
        Assert.Empty(_messages);

        string[] refused = await _page.EvaluateAsync<string[]>(
            """
            () => new Promise((resolve) => {
                const refused = [];
                document.addEventListener('securitypolicyviolation', (event) => {
                    refused.push(event.effectiveDirective);
                    if (refused.length === 2) {
                        resolve(refused.sort());
                    }
                });
                const script = document.createElement('script');
                script.textContent = "document.title = 'run'";
                document.body.append(script);
                const picture = document.createElement('img');
                picture.src = 'https://example.invalid/picture.png';
                document.body.append(picture);
            })
            """);
        Assert.Equal(["img-src", "script-src-elem"], refused);
        Assert.NotEqual("run", await _page.TitleAsync());
    }

    [Fact]
    public async Task It_prints_black_on_white_across_without_controls()
    {
        await OpenAsync("ja", new BrowserNewContextOptions { ColorScheme = ColorScheme.Dark });
        await _page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        Assert.Equal("rgb(0, 0, 0)", await _page.EvaluateAsync<string>("getComputedStyle(document.documentElement).color"));
        Assert.Equal("rgb(255, 255, 255)", await _page.EvaluateAsync<string>("getComputedStyle(document.documentElement).backgroundColor"));
        Assert.False(await Search.IsVisibleAsync());
        Assert.False(await _page.Locator("nav").IsVisibleAsync());

        byte[] pdf = await _page.PdfAsync(new PagePdfOptions { PreferCSSPageSize = true });
        string text = Encoding.Latin1.GetString(pdf);
        Assert.StartsWith("%PDF", text, StringComparison.Ordinal);

        // A4 across, in points; Chromium rounds to its own pixels.
        Assert.Matches(@"/MediaBox \[0 0 84[12]\S* 59[4-6]\S*\]", text);
    }

    [Theory]
    [InlineData("en", ColorScheme.Light)]
    [InlineData("ja", ColorScheme.Dark)]
    public async Task It_meets_level_AA(string language, ColorScheme scheme)
    {
        await OpenAsync(language, new BrowserNewContextOptions { ColorScheme = scheme });
        AxeResult found = await _page.RunAxe(new AxeRunOptions
        {
            RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"] },
        });
        Assert.Contains(found.Passes, rule => rule.Id == "color-contrast");
        Assert.Empty(found.Violations.Select(rule => $"{rule.Id}: {string.Join("; ", rule.Nodes.Select(node => node.Html))}"));
    }

    private async Task<IReadOnlyList<string>> ComputersAsync() => await _page.Locator("#all-table tbody tr:visible td:first-child").AllInnerTextsAsync();

    private async Task OpenAsync(string language, BrowserNewContextOptions? options = null)
    {
        _context = await pages.Browser.NewContextAsync(options ?? new BrowserNewContextOptions());
        _page = await _context.NewPageAsync();
        _page.Console += (_, message) => _messages.Add(message.Text);
        _page.PageError += (_, error) => _messages.Add(error);
        _page.Request += (_, request) => _requests.Add(request.Url);
        await _page.GotoAsync(pages.Address(language));
    }
}

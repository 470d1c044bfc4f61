using System;
using System.Diagnostics;
using System.IO;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;

namespace NaccsCert.TestSupport.Browsers;

/// <summary>A Chromium with a home of its own, that Debian's <c>chromium-driver</c> drives.</summary>
internal sealed partial class ChromiumBrowser : IAsyncDisposable
{
    private const string Program = "/usr/bin/chromium";
    private const string DriverProgram = "/usr/bin/chromedriver";
    private const string AnyPort = "--port=0";
    private const string ConfigurationPlace = "/etc/chromium";

    // How long an element is waited for. A form is on its way when the click on its button returns.
    private static readonly TimeSpan ElementTimeout = TimeSpan.FromMinutes(1);

    private readonly ChromiumSettings _settings;
    private readonly ScratchHome _home;
    private readonly ScratchDirectory _downloads = new();
    private readonly Process _driver;
    private WebDriverSession? _session;

    private ChromiumBrowser(ChromiumSettings settings)
    {
        (_settings, _home) = (settings, settings.Home ?? new ScratchHome());
        ProcessStartInfo start = settings.ConfigurationFolder is { } folder
            ? MountNamespace.StartInfo(folder, ConfigurationPlace, DriverProgram, AnyPort)
            : new ProcessStartInfo(DriverProgram, [AnyPort]);
        start.RedirectStandardOutput = true;
        _home.ApplyTo(start);
        start.Environment["DISPLAY"] = settings.Display;
        _driver = Process.Start(start)!;
    }

    /// <summary>Whether this machine has both programs.</summary>
    public static bool IsInstalled => File.Exists(Program) && File.Exists(DriverProgram);

    /// <summary>The page that is shown.</summary>
    public WebDriverSession Page => _session!;

    /// <summary>Starts it.</summary>
    /// <param name="settings">How.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<ChromiumBrowser> StartAsync(ChromiumSettings settings, CancellationToken cancellationToken)
    {
        var browser = new ChromiumBrowser(settings);
        try
        {
            browser._session = await WebDriverSession.StartAsync(
                await browser.AddressAsync(cancellationToken), browser.Capabilities(), cancellationToken);
            return browser;
        }
        catch
        {
            await browser.DisposeAsync();
            throw;
        }
    }

    /// <summary>Clicks on a link that downloads, and waits for the file.</summary>
    /// <param name="selector">Where to click (CSS).</param>
    /// <param name="name">The name of the file.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>Its path. It goes with the browser.</returns>
    public async Task<string> DownloadAsync(string selector, string name, CancellationToken cancellationToken)
    {
        // The browser writes beside it, and renames what is complete.
        var complete = new TaskCompletionSource();
        using var watcher = new FileSystemWatcher(_downloads.FullPath, name);
        watcher.Renamed += (_, _) => complete.TrySetResult();
        watcher.EnableRaisingEvents = true;
        await Page.ClickAsync(selector, cancellationToken);
        await complete.Task.WaitAsync(cancellationToken);
        return _downloads.Member(name);
    }

    /// <summary>Ends it.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_session is not null)
        {
            await _session.DisposeAsync();
        }

        if (!_driver.HasExited)
        {
            _driver.Kill(entireProcessTree: true);
            await _driver.WaitForExitAsync();
        }

        _driver.Dispose();
        _downloads.Dispose();
        if (_settings.Home is null)
        {
            _home.Dispose();
        }
    }

    // The sandbox's own root is not among those that Chromium knows. In a container there is no room for its sandbox.
    private JsonObject Capabilities() => new()
    {
        ["acceptInsecureCerts"] = true,
        ["timeouts"] = new JsonObject
        {
            ["implicit"] = ElementTimeout.TotalMilliseconds,
            ["pageLoad"] = _settings.PageTimeout.TotalMilliseconds,
        },
        ["goog:chromeOptions"] = new JsonObject
        {
            ["binary"] = Program,
            ["args"] = new JsonArray(
                _settings.Display is null ? "--headless=new" : "--start-maximized",
                "--no-sandbox",
                "--disable-dev-shm-usage",
                "--disable-gpu",
                "--no-proxy-server",
                $"--lang={_settings.Language}"),
            ["prefs"] = new JsonObject
            {
                ["download.default_directory"] = _downloads.FullPath,
                ["intl.accept_languages"] = _settings.Language,
            },
        },
    };

    private async Task<Uri> AddressAsync(CancellationToken cancellationToken)
    {
        while (await _driver.StandardOutput.ReadLineAsync(cancellationToken) is { } line)
        {
            Match match = Started().Match(line);
            if (match.Success)
            {
                return new Uri($"http://127.0.0.1:{match.Groups["port"].Value}/");
            }
        }

        throw new InvalidOperationException($"{DriverProgram} ended with exit code {_driver.ExitCode}.");
    }

    [GeneratedRegex(@"started successfully on port (?<port>[0-9]+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Started();
}

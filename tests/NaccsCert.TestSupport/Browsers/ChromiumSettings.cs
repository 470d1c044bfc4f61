using System;

namespace NaccsCert.TestSupport.Browsers;

/// <summary>How a Chromium is started.</summary>
/// <param name="Language">The language that it prefers.</param>
internal sealed record ChromiumSettings(string Language)
{
    /// <summary>The display that it is shown on; null for none.</summary>
    public string? Display { get; init; }

    /// <summary>Its home, which the caller disposes of; null for one of its own.</summary>
    public ScratchHome? Home { get; init; }

    /// <summary>The folder that it finds as <c>/etc/chromium</c>; null for that of the machine.</summary>
    public string? ConfigurationFolder { get; init; }

    /// <summary>How long a page is waited for.</summary>
    public TimeSpan PageTimeout { get; init; } = TimeSpan.FromMinutes(5);
}

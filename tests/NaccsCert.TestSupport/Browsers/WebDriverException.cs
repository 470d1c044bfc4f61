using System;

namespace NaccsCert.TestSupport.Browsers;

/// <summary>The browser could not do what it was told.</summary>
/// <param name="code">The error code (W3C WebDriver, section 6.6).</param>
/// <param name="message">What was to be done, and what came of it.</param>
internal sealed class WebDriverException(string? code, string message) : Exception(message)
{
    /// <summary>The error code.</summary>
    public string? Code { get; } = code;
}

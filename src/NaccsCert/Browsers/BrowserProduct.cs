using System;

namespace NaccsCert.Browsers;

/// <summary>Where a browser looks for its policies. Its maker decides that.</summary>
/// <param name="Kind">The browser.</param>
/// <param name="RegistryKey">The key below <c>HKEY_LOCAL_MACHINE</c> or <c>HKEY_CURRENT_USER</c> on Windows.</param>
/// <param name="ManagedFolder">The folder of mandatory policies on Linux.</param>
/// <param name="IntuneCategory">The category in Intune's settings catalog, as the ids of its settings begin; null where it has none.</param>
internal sealed record BrowserProduct(BrowserKind Kind, string RegistryKey, string ManagedFolder, string? IntuneCategory)
{
    /// <summary>The name of the policy that selects client certificates.</summary>
    public const string PolicyName = "AutoSelectCertificateForUrls";

    private static readonly BrowserProduct Edge = new(
        BrowserKind.Edge,
        @"Software\Policies\Microsoft\Edge",
        "/etc/opt/edge/policies/managed",
        "microsoft_edge~policy~microsoft_edge~contentsettings");

    private static readonly BrowserProduct Chrome = new(
        BrowserKind.Chrome,
        @"Software\Policies\Google\Chrome",
        "/etc/opt/chrome/policies/managed",
        "chromeintunev1~policy~googlechrome~contentsettings");

    private static readonly BrowserProduct Chromium = new(
        BrowserKind.Chromium, @"Software\Policies\Chromium", "/etc/chromium/policies/managed", null);

    /// <summary>The key of the policy's values.</summary>
    public string PolicyKey => RegistryKey + "\\" + PolicyName;

    /// <summary>What is known of a browser.</summary>
    public static BrowserProduct Of(BrowserKind kind) => kind switch
    {
        BrowserKind.Edge => Edge,
        BrowserKind.Chrome => Chrome,
        BrowserKind.Chromium => Chromium,
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}

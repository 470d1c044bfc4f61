namespace NaccsCert;

/// <summary>A browser that selects client certificates by the policy <c>AutoSelectCertificateForUrls</c>.</summary>
public enum BrowserKind : long
{
    /// <summary>Microsoft Edge.</summary>
    Edge,

    /// <summary>Google Chrome.</summary>
    Chrome,

    /// <summary>Chromium, as Linux distributions have it.</summary>
    Chromium,
}

namespace NaccsCert.Renewal;

/// <summary>What became of a notice.</summary>
internal enum NoticeResponse
{
    /// <summary>There is no way to show one here.</summary>
    Unavailable,

    /// <summary>It was shown; its buttons do the rest.</summary>
    Shown,

    /// <summary>It was shown, and the user wants to renew now.</summary>
    Renew,
}

namespace NaccsCert.Services;

/// <summary>Which of the service's environments a host belongs to (manual 2.2: 本番 and 試験).</summary>
internal enum ServiceEnvironment
{
    /// <summary>本番.</summary>
    Production,

    /// <summary>試験.</summary>
    Test,
}

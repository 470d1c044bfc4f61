namespace NaccsCert;

/// <summary>Which hosts of a service are meant (manual 2.2: 本番 and 試験).</summary>
public enum HostEnvironment : long
{
    /// <summary>Both.</summary>
    All,

    /// <summary>本番.</summary>
    Production,

    /// <summary>試験.</summary>
    Test,
}

namespace NaccsCert.WindowsSdk.Tests.Sdk;

/// <summary>Which way the content of an argument goes.</summary>
internal enum Direction
{
    /// <summary>The function reads it.</summary>
    In,

    /// <summary>The function fills it.</summary>
    Out,

    /// <summary>The function reads it and fills it anew.</summary>
    Both,
}

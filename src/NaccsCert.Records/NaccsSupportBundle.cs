using System;
using System.Collections.Generic;

namespace NaccsCert;

/// <summary>A file for the support desk, as <c>Export-NaccsSupportBundle</c> has written it.</summary>
public sealed record NaccsSupportBundle
{
    /// <summary>The full path of the file, a ZIP archive.</summary>
    public required string Path { get; init; }

    /// <summary>Its size in bytes.</summary>
    public required long Length { get; init; }

    /// <summary>Its SHA-256, in hexadecimal digits.</summary>
    public required string Sha256 { get; init; }

    /// <summary>When it was made (UTC).</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>The names of the files in it.</summary>
    public required IReadOnlyList<string> Entries
    {
        get;
        init => field = new ResultList<string>(value);
    }

    /// <summary>What could not be collected, each with the reason, in the language of the session.</summary>
    public required IReadOnlyList<string> Missing
    {
        get;
        init => field = new ResultList<string>(value);
    }

    /// <summary>The path of the file.</summary>
    public override string ToString() => Path;
}

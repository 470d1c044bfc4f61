using System;
using System.Collections.Generic;

namespace NaccsCert;

/// <summary>A report about the certificates of many computers, as <c>New-NaccsFleetReport</c> has written it.</summary>
public sealed record NaccsFleetReport
{
    /// <summary>The full path of the page (HTML).</summary>
    public required string Path { get; init; }

    /// <summary>The full path of the table (CSV, UTF-8 with a byte order mark).</summary>
    public required string TablePath { get; init; }

    /// <summary>The full path of the document (JSON).</summary>
    public required string DocumentPath { get; init; }

    /// <summary>When it was made (UTC).</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>The number of computers that have ever reported.</summary>
    public required int Computers { get; init; }

    /// <summary>The number of certificates.</summary>
    public required int Certificates { get; init; }

    /// <summary>How many certificates are due, and how many users have none that they need.</summary>
    public required int Due { get; init; }

    /// <summary>How many certificates and users have failed: expired, to be re-issued, overdue, or not checked at all.</summary>
    public required int Failed { get; init; }

    /// <summary>From how many users and expected computers nothing was heard for too long.</summary>
    public required int NotReported { get; init; }

    /// <summary>What could not be read, each with the reason, in the language of the session.</summary>
    public required IReadOnlyList<string> Unread
    {
        get;
        init => field = new ResultList<string>(value);
    }

    /// <summary>The path of the page.</summary>
    public override string ToString() => Path;
}

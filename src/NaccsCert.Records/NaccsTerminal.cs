using System;
using System.Collections.Generic;

namespace NaccsCert;

/// <summary>
/// A terminal that was ordered or is installed; the answer of <c>Compare-NaccsTerminal</c>. All times are in the zone of the service, whose
/// days count: in Japan, for NACCS.
/// </summary>
public sealed record NaccsTerminal
{
    /// <summary>What was found.</summary>
    public required TerminalStatus Status { get; init; }

    /// <summary>Why it has that status and what to do, in the language of the session.</summary>
    public required string Reason
    {
        get;
        init => field = CellText.Guard(value);
    }

    /// <summary>The logical terminal name (論理端末名), as the list has it; for one that was not ordered, as the certificate has it.</summary>
    public required string Terminal
    {
        get;
        init => field = CellText.Guard(value);
    }

    /// <summary>Whether the list has it.</summary>
    public required bool IsOrdered { get; init; }

    /// <summary>The day of issue that the list has; null where it has none.</summary>
    public required DateTimeOffset? Issued { get; init; }

    /// <summary>The day of the order that the list has; null where it has none.</summary>
    public required DateTimeOffset? Ordered { get; init; }

    /// <summary>
    /// The first day on which the certificate may be suspended: two months after the day of issue, or else of the order, of one that was
    /// not fetched; two months after the end of one that has expired. Null for all others, and where the list has no day.
    /// </summary>
    public required DateTimeOffset? SuspensionFrom { get; init; }

    /// <summary>Whole days of the calendar until that day, negative after it.</summary>
    public required int? DaysToSuspension { get; init; }

    /// <summary>The last moment at which the certificate is valid; of several that can be used, the first.</summary>
    public required DateTimeOffset? NotAfter { get; init; }

    /// <summary>The moment from which the service renews it (manual 1.2: 28 days before the end).</summary>
    public required DateTimeOffset? RenewalOpens { get; init; }

    /// <summary>SHA-1 of that certificate in hexadecimal digits; empty where there is none or it is not known.</summary>
    public required string Thumbprint { get; init; }

    /// <summary>Where its certificates are: each computer, with the account.</summary>
    public required IReadOnlyList<string> Locations
    {
        get;
        init => field = new ResultList<string>(value);
    }

    /// <summary>The list that has it; empty for none.</summary>
    public required string Path { get; init; }

    /// <summary>Its row in the list, as spreadsheet programs number them: the headings are one too.</summary>
    public required int? Row { get; init; }

    /// <summary>The terminal on one line.</summary>
    public override string ToString() => $"{Status}: {Terminal}: {Reason}";
}

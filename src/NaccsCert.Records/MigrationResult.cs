using System;
using System.Collections.Generic;

namespace NaccsCert;

/// <summary>What one change does to one thing, and what is to be done about it; the answer of <c>Test-NaccsMigration</c>.</summary>
public sealed record MigrationResult : OperationResult
{
    /// <summary>What becomes of it.</summary>
    public required MigrationOutcome Status { get; init; }

    /// <summary>The change.</summary>
    public required MigrationChange Change { get; init; }

    /// <summary>What is judged.</summary>
    public required MigrationItem Item { get; init; }

    /// <summary>
    /// Its name: the logical terminal name of a certificate, the identifier of an enrollment, the name of the scheduled task or of the
    /// entry in the Start menu.
    /// </summary>
    public required string Name
    {
        get;
        init => field = CellText.Guard(value);
    }

    /// <summary>The status under which the certificate is listed; null for what is none.</summary>
    public CertificateStatus? CertificateStatus { get; init; }

    /// <summary>The last moment at which the certificate is valid (UTC); null for what is none.</summary>
    public DateTimeOffset? NotAfter { get; init; }

    /// <summary>The provider that holds the key; null where there is no key, or it cannot be used.</summary>
    public string? KeyProvider { get; init; }

    /// <summary>Whether the provider lets the key out, as its export policy says; null where that could not be read.</summary>
    public bool? IsKeyExportable { get; init; }

    /// <summary>Whether NSS has to re-issue it, or may have to (manual 1.2).</summary>
    public required bool MayNeedReissue { get; init; }

    /// <summary>The least time of a re-issue in business days, as the notices of the operator have it; null where none is needed.</summary>
    public int? ReissueBusinessDays { get; init; }

    /// <summary>What to do before the change, in order, in the language of the session.</summary>
    public required IReadOnlyList<string> StepsBefore
    {
        get;
        init => field = new ResultList<string>(value);
    }

    /// <summary>What to do after the change, in order, in the language of the session.</summary>
    public required IReadOnlyList<string> StepsAfter
    {
        get;
        init => field = new ResultList<string>(value);
    }

    /// <summary>The result on one line.</summary>
    public override string ToString() => $"{Status}: {Change}: {Name}: {Reason}";
}

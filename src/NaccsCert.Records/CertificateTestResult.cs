using System.Collections.Generic;

namespace NaccsCert;

/// <summary>The verdict of <c>Test-NaccsCertificate</c> on one certificate.</summary>
public sealed record CertificateTestResult : OperationResult
{
    /// <summary>The worst verdict of all checks.</summary>
    public required CheckStatus Status { get; init; }

    /// <summary>The logical terminal name.</summary>
    public required string Terminal
    {
        get;
        init => field = CellText.Guard(value);
    }

    /// <summary>The status under which the certificate is listed.</summary>
    public required CertificateStatus CertificateStatus { get; init; }

    /// <summary>Whole days until the end of validity.</summary>
    public required int DaysLeft { get; init; }

    /// <summary>Every check with its own verdict.</summary>
    public required IReadOnlyList<Check> Checks
    {
        get;
        init => field = new ResultList<Check>(value);
    }

    /// <summary>The result on one line.</summary>
    public override string ToString() => $"{Status}: {Terminal}: {Reason}";
}

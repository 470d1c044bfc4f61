using System;
using NaccsCert.Reports;

namespace NaccsCert.Fleet;

/// <summary>What a report means now: days have gone by since it was written, and the dates in it tell what has become of them.</summary>
internal static class FleetStates
{
    /// <summary>The end of validity has passed.</summary>
    public const string Expired = "Expired";

    /// <summary>The moment of the automatic renewal has passed for longer than a computer is usually switched off.</summary>
    public const string Overdue = "Overdue";

    /// <summary>A renewal has failed.</summary>
    public const string Failed = "Failed";

    /// <summary>The script has put out nothing that can be read.</summary>
    public const string NoOutput = "NoOutput";

    // Over a weekend nobody is there.
    private static readonly TimeSpan Patience = TimeSpan.FromDays(4);

    /// <summary>The state of a certificate.</summary>
    /// <param name="certificate">What was reported of it.</param>
    /// <param name="now">The present moment.</param>
    public static string Of(CollectedCertificate certificate, DateTimeOffset now)
    {
        if (certificate.NotAfter < now)
        {
            return Expired;
        }

        return certificate.Code switch
        {
            ComplianceCode.Valid when certificate.RenewalOpens <= now => DueCode(certificate, now),
            ComplianceCode.Scheduled or ComplianceCode.RenewalDue => DueCode(certificate, now),
            _ => certificate.CodeName,
        };
    }

    /// <summary>How much a state asks for attention.</summary>
    /// <param name="state">A state, or the code of a report.</param>
    /// <param name="isCompliant">Whether the report said that nothing needs to be done.</param>
    public static FleetGrade GradeOf(string state, bool isCompliant) => state switch
    {
        nameof(ComplianceCode.Valid) or nameof(ComplianceCode.Scheduled) => FleetGrade.Good,
        nameof(ComplianceCode.RenewalDue) or nameof(ComplianceCode.LeftToUser) => FleetGrade.Warning,
        nameof(ComplianceCode.NoCertificate) => isCompliant ? FleetGrade.Good : FleetGrade.Warning,
        _ => FleetGrade.Bad,
    };

    private static string DueCode(CollectedCertificate certificate, DateTimeOffset now)
    {
        if (certificate.SilentRenewal is not { } moment)
        {
            return nameof(ComplianceCode.RenewalDue);
        }

        if (moment > now)
        {
            return nameof(ComplianceCode.Scheduled);
        }

        return moment + Patience < now ? Overdue : nameof(ComplianceCode.RenewalDue);
    }
}

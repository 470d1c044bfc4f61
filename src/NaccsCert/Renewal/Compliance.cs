using System;
using System.Collections.Generic;
using System.Linq;

namespace NaccsCert.Renewal;

/// <summary>Sums up for a management agent whether anything needs to be done.</summary>
internal static class Compliance
{
    /// <summary>The sum when the time was up.</summary>
    /// <param name="origin">Where and when.</param>
    public static ComplianceResult TimedOut(ComplianceOrigin origin) => New(ComplianceCode.TimedOut, compliant: false, [], origin);

    /// <summary>Sums up.</summary>
    /// <param name="accountError">What would stop an enrollment in this account; null when nothing would.</param>
    /// <param name="plans">What is to be done about each certificate.</param>
    /// <param name="requireCertificate">Whether there has to be one.</param>
    /// <param name="origin">Where and when.</param>
    /// <returns>The sum.</returns>
    public static ComplianceResult Evaluate(
        ErrorId? accountError, IReadOnlyList<RenewalPlan> plans, bool requireCertificate, ComplianceOrigin origin)
    {
        // What only bears the name of the issuer is no certificate of the service.
        bool hasCertificate = plans.Any(plan => plan.CertificateStatus != CertificateStatus.Unverified);
        ComplianceCode code = accountError is { } error ? (ComplianceCode)Enum.Parse(typeof(ComplianceCode), error.ToString())
            : plans.Count == 0 || (requireCertificate && !hasCertificate) ? ComplianceCode.NoCertificate
            : plans.Max(ComplianceCodes.Of);
        bool compliant = code is ComplianceCode.Valid or ComplianceCode.LeftToUser or ComplianceCode.Scheduled
            || (code == ComplianceCode.NoCertificate && !requireCertificate);
        return New(code, compliant, plans, origin);
    }

    private static ComplianceResult New(
        ComplianceCode code, bool compliant, IReadOnlyList<RenewalPlan> plans, ComplianceOrigin origin) => new()
        {
            Code = code,
            IsCompliant = compliant,
            ComputerName = origin.ComputerName,
            UserName = origin.UserName,
            ModuleVersion = origin.ModuleVersion,
            OfficialTool = origin.OfficialTool,
            Time = origin.Time,
            Line = ComplianceLine.Compose(code, compliant, plans, origin),
            Plans = plans,
        };
}

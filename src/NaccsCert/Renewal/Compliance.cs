using System;
using System.Collections.Generic;
using System.Linq;
using NaccsCert.IO.Json;

namespace NaccsCert.Renewal;

/// <summary>Sums up for a management agent whether anything needs to be done.</summary>
internal static class Compliance
{
    // What agents keep of a line (Intune).
    private const int MaxLineLength = 2048;

    /// <summary>The sum when the time was up.</summary>
    public static ComplianceResult TimedOut { get; } = New(ComplianceCode.TimedOut, compliant: false, []);

    /// <summary>Sums up.</summary>
    /// <param name="accountError">What would stop an enrollment in this account; null when nothing would.</param>
    /// <param name="plans">What is to be done about each certificate.</param>
    /// <param name="requireCertificate">Whether there has to be one.</param>
    /// <returns>The sum.</returns>
    public static ComplianceResult Evaluate(ErrorId? accountError, IReadOnlyList<RenewalPlan> plans, bool requireCertificate)
    {
        // What only bears the name of the issuer is no certificate of the service.
        bool hasCertificate = plans.Any(plan => plan.CertificateStatus != CertificateStatus.Unverified);
        ComplianceCode code = accountError is { } error ? (ComplianceCode)Enum.Parse(typeof(ComplianceCode), error.ToString())
            : plans.Count == 0 || (requireCertificate && !hasCertificate) ? ComplianceCode.NoCertificate
            : plans.Max(CodeOf);
        bool compliant = code is ComplianceCode.Valid or ComplianceCode.LeftToUser or ComplianceCode.Scheduled
            || (code == ComplianceCode.NoCertificate && !requireCertificate);
        return New(code, compliant, plans);
    }

    private static ComplianceResult New(ComplianceCode code, bool compliant, IReadOnlyList<RenewalPlan> plans) =>
        new() { Code = code, IsCompliant = compliant, Line = LineOf(code, compliant, plans), Plans = plans };

    private static ComplianceCode CodeOf(RenewalPlan plan) => plan.Status switch
    {
        RenewalPlanStatus.ReissueRequired => ComplianceCode.ReissueRequired,
        RenewalPlanStatus.RenewalDue => plan.SilentRenewal is null ? ComplianceCode.LeftToUser : ComplianceCode.RenewalDue,
        RenewalPlanStatus.Scheduled => ComplianceCode.Scheduled,
        _ => ComplianceCode.Valid,
    };

    // Of many certificates the worst are told, as many as there is room for.
    private static string LineOf(ComplianceCode code, bool compliant, IReadOnlyList<RenewalPlan> plans)
    {
        var told = new List<string>();
        int left = MaxLineLength - Compose([]).Length;

        // By number: sorting by an enumeration is compiled anew in each process, and detection scripts come by here.
        foreach (string certificate in plans.OrderByDescending(plan => (int)CodeOf(plan)).Select(Describe))
        {
            left -= certificate.Length + 1;
            if (left < 0)
            {
                break;
            }

            told.Add(certificate);
        }

        return Compose(told);

        string Compose(IEnumerable<string> certificates) => JsonText.Object(
            JsonText.Text("naccs", "detect"),
            JsonText.Text("code", code.ToString()),
            JsonText.Number("exit", compliant ? 0 : 1),
            JsonText.Number("count", plans.Count),
            JsonText.Array("certificates", certificates));
    }

    private static string Describe(RenewalPlan plan) => JsonText.Object(
        JsonText.Text("terminal", plan.Terminal),
        JsonText.Text("code", CodeOf(plan).ToString()),
        JsonText.Number("days", plan.DaysLeft));
}

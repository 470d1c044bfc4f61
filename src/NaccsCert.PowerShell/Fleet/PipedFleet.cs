using System;
using System.Linq;
using System.Management.Automation;
using NaccsCert.Fleet;
using NaccsCert.Renewal;
using NaccsCert.Reports;

namespace NaccsCert.PowerShell.Fleet;

/// <summary>Reads what is piped: results of <c>Test-NaccsCompliance</c>, and rows of Intune's export as <c>Import-Csv</c> reads them.</summary>
internal static class PipedFleet
{
    /// <summary>Reads an object.</summary>
    /// <param name="source">The object.</param>
    /// <param name="now">The present moment, for a row that has no time of its own.</param>
    /// <returns>What it says; null for an object of another kind.</returns>
    public static FleetInput? Read(PSObject source, DateTimeOffset now)
    {
        var properties = new PipedProperties(source);
        if (IntuneRunState.IsDescribedBy(name => properties.Has(name)))
        {
            return IntuneRunState.From(properties.Text).ToInput(now);
        }

        return properties.Has("ComputerName", "Code", "IsCompliant", "Plans") ? new FleetInput(ReadResult(properties, now), FleetSource.Result) : null;
    }

    private static CollectedReport ReadResult(PipedProperties result, DateTimeOffset now) => new()
    {
        Path = string.Empty,
        Time = result.Moment("Time") ?? now,
        ComputerName = ForeignText.ToMessage(result.Text("ComputerName")),
        UserName = ForeignText.ToMessage(result.Text("UserName")),
        UserId = string.Empty,
        ModuleVersion = ForeignText.ToMessage(result.Text("ModuleVersion")),
        CodeName = ForeignText.ToMessage(result.Text("Code")),
        IsCompliant = result.IsTrue("IsCompliant"),
        Certificates = [.. result.List("Plans").Where(plan => plan.Moment("NotAfter") is not null).Select(ReadPlan)],
    };

    private static CollectedCertificate ReadPlan(PipedProperties plan) => new()
    {
        Terminal = ForeignText.ToMessage(plan.Text("Terminal")),
        CodeName = CodeOf(plan),
        StatusName = ForeignText.ToMessage(plan.Text("CertificateStatus")),
        Service = ForeignText.ToMessage(plan.Text("Service")),
        Thumbprint = ForeignText.ToMessage(plan.Text("Thumbprint")),
        NotAfter = plan.Moment("NotAfter")!.Value,
        RenewalOpens = plan.Moment("RenewalOpens"),
        SilentRenewal = plan.Moment("SilentRenewal"),
    };

    private static string CodeOf(PipedProperties plan) => Enum.TryParse(plan.Text("Status"), out RenewalPlanStatus status)
        ? ComplianceCodes.Of(status, plan.Moment("SilentRenewal") is not null).ToString()
        : ForeignText.ToMessage(plan.Text("Status"));
}

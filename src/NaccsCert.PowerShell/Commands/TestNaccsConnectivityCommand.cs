using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using NaccsCert.Validation.Connectivity;
using NaccsCert.Validation.Installed;

namespace NaccsCert.PowerShell.Commands;

/// <summary>Checks whether every host of the service can be reached, and what blocks it (manual 2.2).</summary>
[Cmdlet(
    VerbsDiagnostic.Test,
    "NaccsConnectivity",
    DefaultParameterSetName = SummarySet,
    HelpUri = HelpAddress.Pages + "Test-NaccsConnectivity.md")]
[OutputType(typeof(ConnectivityResult), ParameterSetName = [SummarySet])]
[OutputType(typeof(ConnectivityStage), ParameterSetName = [DetailedSet])]
[OutputType(typeof(string), ParameterSetName = [FirewallSet])]
public sealed class TestNaccsConnectivityCommand : NetworkCommand
{
    private const string SummarySet = "Summary";
    private const string DetailedSet = "Detailed";
    private const string FirewallSet = "FirewallRequest";

    /// <summary>The environment whose hosts are meant.</summary>
    [Parameter(Position = 0)]
    public HostEnvironment Environment { get; set; } = HostEnvironment.All;

    /// <summary>The store of the current user whose certificate is shown to the certificate service.</summary>
    [Parameter(ParameterSetName = SummarySet)]
    [Parameter(ParameterSetName = DetailedSet)]
    [ValidateNotNullOrEmpty]
    public string StoreName { get; set; } = "My";

    /// <summary>How many seconds all of it may take.</summary>
    [Parameter(ParameterSetName = SummarySet)]
    [Parameter(ParameterSetName = DetailedSet)]
    [ValidateRange(1, 3600)]
    public int TimeoutSec { get; set; } = 60;

    /// <summary>Returns each stage of each host, instead of one result for each host.</summary>
    [Parameter(Mandatory = true, ParameterSetName = DetailedSet)]
    public SwitchParameter Detailed { get; set; }

    /// <summary>Prints the list of hosts and ports to send to the people who run the firewall; asks no network.</summary>
    [Parameter(Mandatory = true, ParameterSetName = FirewallSet)]
    public SwitchParameter AsFirewallRequest { get; set; }

    /// <inheritdoc/>
    protected override void Process()
    {
        if (AsFirewallRequest)
        {
            WriteObject(FirewallRequest.Lines(Definition, ServiceEnvironments.Of(Environment)), enumerateCollection: true);
            return;
        }

        using InstalledCertificates installed = ListCertificates(StoreName);
        IReadOnlyList<ConnectivityResult> results = Test(installed.Certificates);
        WriteObject(Detailed ? results.SelectMany(Stages) : results, enumerateCollection: true);
    }

    private IReadOnlyList<ConnectivityResult> Test(IReadOnlyList<StoredCertificate> certificates)
    {
        var options = new ConnectivityOptions
        {
            Environment = ServiceEnvironments.Of(Environment),
            Deadline = TimeSpan.FromSeconds(TimeoutSec),
            ClientCertificate = certificates
                .OrderByDescending(certificate => certificate.Record.NotBefore)
                .FirstOrDefault(certificate => certificate.Record.Status is CertificateStatus.Valid or CertificateStatus.RenewalDue)?.Handle,
        };
        return Run((session, token) => session.TestConnectivityAsync(options, token));
    }

    private static IEnumerable<ConnectivityStage> Stages(ConnectivityResult result) => result.Checks.Select(check => new ConnectivityStage
    {
        HostName = result.HostName,
        Port = result.Port,
        Stage = check.Name,
        Status = check.Status,
        Duration = check.Duration,
        Detail = check.Detail,
        Error = check.Error,
        Advice = check.Advice,
    });
}

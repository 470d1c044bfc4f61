using System.Management.Automation;
using NaccsCert.Connectivity;

namespace NaccsCert.PowerShell.Commands;

/// <summary>Tells whether every host of the service can be reached from here, and what stands in the way (manual 2.2).</summary>
[Cmdlet(VerbsDiagnostic.Test, "NaccsConnectivity")]
[OutputType(typeof(ConnectivityResult))]
public sealed class TestNaccsConnectivityCommand : NaccsCommand
{
    /// <inheritdoc/>
    protected override void Process() =>
        WriteObject(Await(token => ConnectivityTester.TestAsync(Definition, Clock, token)), enumerateCollection: true);
}

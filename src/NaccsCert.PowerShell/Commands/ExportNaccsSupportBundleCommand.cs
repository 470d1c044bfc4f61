using System;
using System.Management.Automation;
using NaccsCert.IO;
using NaccsCert.PowerShell.Text;
using NaccsCert.Sessions;
using NaccsCert.Validation.Connectivity;

namespace NaccsCert.PowerShell.Commands;

/// <summary>
/// サポート情報の作成: one ZIP file for the support desk, with log, settings, records and versions (manual 9). No code, no key and no
/// password is in it.
/// </summary>
[Cmdlet(
    VerbsData.Export,
    "NaccsSupportBundle",
    SupportsShouldProcess = true,
    HelpUri = HelpAddress.Pages + "Export-NaccsSupportBundle.md")]
[OutputType(typeof(NaccsSupportBundle))]
public sealed class ExportNaccsSupportBundleCommand : NetworkCommand
{
    private static readonly TimeSpan ConnectivityDeadline = TimeSpan.FromSeconds(60);

    /// <summary>The file, or the folder for a file of a name with computer and time. Without it, the folder Documents of the user.</summary>
    [Parameter(Position = 0)]
    [ValidateNotNullOrEmpty]
    public string? Path { get; set; }

    /// <summary>The store of the current user whose certificates are described.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string StoreName { get; set; } = "My";

    /// <summary>Also tests the hosts of the service; nothing else of the command uses the network.</summary>
    [Parameter]
    public SwitchParameter Connectivity { get; set; }

    /// <summary>Replaces a file that is there, without asking.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    private protected override bool EndsCommand(NaccsException exception) => true;

    /// <inheritdoc/>
    protected override void Process()
    {
        // Beforehand: what is wrong with a parameter is no finding about the network.
        _ = Network;
        var collector = new SupportCollector(Services, ServiceArgument ?? Services.Policy.ServiceDefinition, StoreName);
        string path = FileAt(Path ?? DocumentsFolder, collector.FileName);
        if (!ShouldProcess(path, MessageId.ActionExportSupport) || !MayWrite([path], Force, out bool overwrite))
        {
            return;
        }

        using var file = OutputFile.Create(path, overwrite, isPrivate: true);
        (byte[] archive, NaccsSupportBundle record) = collector.Collect(
            path,
            SessionFacts.Read(SessionState, Host, Services.Clock.UtcNow, Services.Zone),
            Connectivity ? TestConnectivity : null);
        file.Write(archive);
        WriteObject(record);
    }

    private object TestConnectivity() => Run(
        (session, token) => session.TestConnectivityAsync(new ConnectivityOptions { Deadline = ConnectivityDeadline }, token),
        CommandText.Format(MessageId.ActivityConnectivity));
}

using System.Linq;
using System.Management.Automation;
using System.Security.Cryptography.X509Certificates;
using NaccsCert.PowerShell.Text;
using NaccsCert.Services;
using NaccsCert.Stores;
using NaccsCert.Validation.Roots;

namespace NaccsCert.PowerShell.Commands;

/// <summary>Puts pinned roots into the user's trusted roots (manual 2.3, 5.1 and 9.2).</summary>
[Cmdlet(
    VerbsLifecycle.Install,
    "NaccsRootCA",
    SupportsShouldProcess = true,
    DefaultParameterSetName = DefinitionSet,
    HelpUri = HelpAddress.Pages + "Install-NaccsRootCA.md")]
[OutputType(typeof(RootCAResult))]
public sealed class InstallNaccsRootCACommand : NetworkCommand
{
    private const string DefinitionSet = "Definition";
    private const string PathSet = "Path";
    private const string ServiceSet = "FromService";

    /// <summary>Files with a root each, PEM or DER; <c>scrca2.txt</c> of the manual is one.</summary>
    [Parameter(
        Mandatory = true, Position = 0, ParameterSetName = PathSet, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("FullName")]
    [ValidateNotNullOrEmpty]
    public string[] Path { get; set; } = [];

    /// <summary>Gets the CA certificates from the service and installs the roots among them.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ServiceSet)]
    public SwitchParameter FromService { get; set; }

    /// <summary>For whom: the user, or everybody on this computer, which takes an administrator.</summary>
    [Parameter]
    public StoreLocation StoreLocation { get; set; } = StoreLocation.CurrentUser;

    /// <inheritdoc/>
    protected override void Process()
    {
        switch (ParameterSetName)
        {
            case PathSet:
                foreach (string path in Path.SelectMany(FilesAt))
                {
                    Attempt(() => Install(RootCASource.FromFile(path, Definition)));
                }

                break;
            case ServiceSet:
                foreach (byte[] root in Online(() => Await(token => RootCASource.FromServiceAsync(Definition, Clock, Network, token))))
                {
                    Attempt(() => Install(root));
                }

                break;
            default:
                foreach (TrustAnchor anchor in Definition.TrustAnchors)
                {
                    Attempt(() => Install(anchor));
                }

                break;
        }
    }

    private void Install(TrustAnchor anchor)
    {
        if (RootCASource.FromAnchor(anchor, Definition) is { } root)
        {
            Install(root);
        }
        else
        {
            WriteObject(NewInstaller().Report(anchor));
        }
    }

    private void Install(byte[] root)
    {
        if (ShouldProcess(RootCASource.NameOf(root), MessageId.ActionInstallRoot))
        {
            WriteObject(NewInstaller().Install(root));
        }
    }

    // What the computer trusts, the user need not be asked about.
    private RootInstaller NewInstaller() => StoreLocation == StoreLocation.LocalMachine
        ? RootInstaller.ForMachine()
        : RootInstaller.ForUser(
            name => new UserCertificateStore(name), [new MachineCertificateStore("Root")], HostInteraction.CanAskUser(Host));
}

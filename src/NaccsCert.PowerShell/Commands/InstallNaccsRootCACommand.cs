using System.Linq;
using System.Management.Automation;
using System.Security.Cryptography.X509Certificates;
using NaccsCert.Enrollment;
using NaccsCert.Messages.Files;
using NaccsCert.PowerShell.Text;
using NaccsCert.Services;
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

    /// <summary>Files with roots, in any form; <c>scrca2.txt</c> of the manual is one.</summary>
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
                    Attempt(() => InstallFile(path));
                }

                break;
            case ServiceSet:
                foreach (byte[] root in Run((session, token) => session.Roots().FromServiceAsync(token)))
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

    // One result for each certificate in the file: what is no root, or not pinned, is an error of its own.
    private void InstallFile(string path)
    {
        CertificateFile file = RootCASource.FromFile(path);
        foreach (byte[] certificate in file.Certificates)
        {
            Attempt(() => Install(OpenSession().Roots().Require(certificate)));
        }

        Warn(path, LeftOut.Others(file));
    }

    private void Install(TrustAnchor anchor)
    {
        if (OpenSession().Roots().FromAnchor(anchor) is { } root)
        {
            Install(root);
        }
        else
        {
            WriteObject(OpenSession().Roots().Report(anchor, StoreLocation));
        }
    }

    private void Install(byte[] root)
    {
        if (ShouldProcess(RootCASource.NameOf(root), MessageId.ActionInstallRoot))
        {
            WriteObject(Run((session, token) => session.Roots().InstallAsync(root, StoreLocation, token)));
        }
    }
}

using System.Linq;
using System.Management.Automation;
using System.Security;
using NaccsCert.Enrollment;
using NaccsCert.IO;
using NaccsCert.PowerShell.Text;
using NaccsCert.PowerShell.Transformations;

namespace NaccsCert.PowerShell.Commands;

/// <summary>
/// Takes in a certificate that came as a file: issued for a request of <c>Request-NaccsCertificate -OutFile</c>, or with
/// its key as PKCS#12 from the browser procedure (manual 2.1).
/// </summary>
[Cmdlet(
    VerbsData.Import,
    "NaccsCertificate",
    SupportsShouldProcess = true,
    HelpUri = HelpAddress.Pages + "Import-NaccsCertificate.md")]
[OutputType(typeof(EnrollmentResult))]
public sealed class ImportNaccsCertificateCommand : NaccsCommand
{
    /// <summary>The file: DER, PEM or CMS for an issued certificate; PKCS#12 for a certificate with its key.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("FullName")]
    [ValidateNotNullOrEmpty]
    public string[] Path { get; set; } = [];

    /// <summary>The password of a PKCS#12 file.</summary>
    [Parameter]
    [SecureCode]
    public SecureString? Password
    {
        get;
        set => field = Own(value);
    }

    /// <summary>The store of the current user for the certificate.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string StoreName { get; set; } = "My";

    /// <summary>Leaves the root of the client certificate out of the user's trusted roots.</summary>
    [Parameter]
    public SwitchParameter SkipRootCA { get; set; }

    /// <summary>The friendly name of the certificate in the store (Windows).</summary>
    [Parameter]
    public string FriendlyName { get; set; } = string.Empty;

    /// <summary>Lets the private key of a PKCS#12 file be exported later.</summary>
    [Parameter]
    public SwitchParameter Exportable { get; set; }

    /// <summary>Imports a PKCS#12 file even if another account is signed in at the desktop.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    protected override void Process()
    {
        foreach (string path in Path.SelectMany(FilesAt))
        {
            if (ShouldProcess(path, MessageId.ActionImport))
            {
                Attempt(() => WriteObject(Import(path)));
            }
        }
    }

    /// <inheritdoc/>
    private protected override EnrollmentEnvironment NewEnvironment()
    {
        EnrollmentEnvironment environment = base.NewEnvironment();
        return Force ? environment with { Account = null } : environment;
    }

    private EnrollmentOptions Options() => new()
    {
        StoreName = StoreName,
        SkipRootCA = IsRootCASkipped(SkipRootCA),
        FriendlyName = FriendlyName,
        Exportable = Exportable,
    };

    private EnrollmentResult Import(string path)
    {
        EnrollmentEnvironment environment = NewEnvironment();
        byte[] content = BoundedFile.Read(path);
        if (Pkcs12Import.IsPkcs12(content))
        {
            return Pkcs12Import.Install(
                environment, Definition, content, path, Password ?? Own(new SecureString()), Options());
        }

        string id = Await(token => OfflineEnrollment.AcceptAsync(environment, Definition, content, path, token));
        using var progress = new SessionProgress(this, CommandText.Format(MessageId.ActivityImport));
        return new SessionRunner(this).Run(
            () => EnrollmentSession.Resume(environment, Definition, id, null, Options()), progress);
    }
}

using System.Linq;
using System.Management.Automation;
using System.Security;
using NaccsCert.Enrollment;
using NaccsCert.IO;
using NaccsCert.PowerShell.Text;
using NaccsCert.PowerShell.Transformations;

namespace NaccsCert.PowerShell.Commands;

/// <summary>
/// Imports a certificate that came as a file: issued for a request of <c>Request-NaccsCertificate -OutFile</c>, or with
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
    [NameText]
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

    /// <summary>Imports a PKCS#12 file even if another account is signed in at the desktop, and a certificate of unverified origin.</summary>
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
    private protected override bool AnyAccount => Force;

    private EnrollmentOptions Options() => new()
    {
        StoreName = StoreName,
        RootCA = RootHandling(SkipRootCA),
        FriendlyName = FriendlyName,
        Exportable = Exportable,
        Force = Force,
    };

    private EnrollmentResult Import(string path)
    {
        byte[] content = BoundedFile.Read(path);
        if (Pkcs12Import.IsPkcs12(content))
        {
            SecureString password = Password ?? Own(new SecureString());
            return Run((session, token) => session.ImportPkcs12Async((content, path), password, Options(), token));
        }

        return Run(
            (session, token) => session.ImportIssuedAsync(content, path, Options(), token),
            CommandText.Format(MessageId.ActivityImport));
    }
}

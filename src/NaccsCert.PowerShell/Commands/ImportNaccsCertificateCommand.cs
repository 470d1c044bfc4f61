using System.Linq;
using System.Management.Automation;
using System.Security;
using NaccsCert.Enrollment;
using NaccsCert.Guidance;
using NaccsCert.IO;
using NaccsCert.Messages.Files;
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
public sealed class ImportNaccsCertificateCommand : InteractiveCommand
{
    /// <summary>Files in any form: DER, PEM or CMS with issued certificates; PKCS#12 with certificates and their keys.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("FullName")]
    [NameText(nameof(Path), "FullName")]
    [ValidateNotNullOrEmpty]
    public string[] Path { get; set; } = [];

    /// <summary>The password of a PKCS#12 file. Asked for, masked, when a file needs one.</summary>
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
                Attempt(() => Import(path));
            }
        }
    }

    /// <inheritdoc/>
    private protected override bool AnyAccount => Force;

    /// <inheritdoc/>
    private protected override CommandPlace Place => PlaceIn(StoreName);

    private EnrollmentOptions Options() => new()
    {
        StoreName = StoreName,
        RootCA = RootHandling(SkipRootCA),
        FriendlyName = FriendlyName,
        Exportable = Exportable,
        Force = Force,
    };

    private void Import(string path)
    {
        var file = CertificateFile.Read(BoundedFile.Read(path), path);
        foreach (byte[] message in file.Pkcs12Messages)
        {
            Attempt(() => ImportPkcs12(Pkcs12Message.Parse(message, path)));
        }

        if (file.Certificates.Count > 0)
        {
            ImportIssued(file);
        }
        else
        {
            Warn(path, LeftOut.Others(file));
        }
    }

    private void ImportIssued(CertificateFile file)
    {
        IssuedFile issued = OpenSession().MatchIssued(file);
        foreach (string id in issued.EnrollmentIds)
        {
            Attempt(() => Show(Run(
                (session, token) => session.ImportIssuedAsync(issued, id, Options(), token),
                CommandText.Format(MessageId.ActivityImport))));
        }

        Warn(file.Path, issued.LeftOut);
    }

    private void ImportPkcs12(Pkcs12Message message)
    {
        OpenSession().RequireAccount();
        using Pkcs12Selection selection = OpenSession().SelectPkcs12(message, PasswordOf(message));
        foreach (Pkcs12Candidate candidate in selection.Candidates)
        {
            Attempt(() => Show(Run(
                (session, token) => session.ImportPkcs12Async(selection, candidate, Options(), token))));
        }

        foreach (NaccsException problem in selection.Problems)
        {
            Report(problem);
        }

        Warn(message.Path, selection.LeftOut);
    }

    // Whether a password is missing is found out, not guessed; and it is asked for only where somebody is there to answer.
    private SecureString PasswordOf(Pkcs12Message message)
    {
        if (Password is not null)
        {
            return Password;
        }

        SecureString none = Own(new SecureString());
        return message.OpensWith(none) ? none : AskPassword(message.Path, message.OpensWith) ?? none;
    }
}

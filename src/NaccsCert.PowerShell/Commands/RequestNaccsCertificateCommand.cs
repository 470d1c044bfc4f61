using System.Management.Automation;
using System.Security;
using NaccsCert.Enrollment;
using NaccsCert.PowerShell.Completers;
using NaccsCert.PowerShell.Text;
using NaccsCert.PowerShell.Transformations;

namespace NaccsCert.PowerShell.Commands;

/// <summary>証明書の新規登録: enrolls a certificate with three codes and installs it in the user's store (manual 5).</summary>
[Cmdlet(
    VerbsLifecycle.Request,
    "NaccsCertificate",
    SupportsShouldProcess = true,
    DefaultParameterSetName = CodesSet,
    HelpUri = HelpAddress.Pages + "Request-NaccsCertificate.md")]
[OutputType(typeof(EnrollmentResult))]
public sealed class RequestNaccsCertificateCommand : EnrollmentCommand
{
    private const string CodesSet = "Codes";
    private const string FileSet = "File";

    /// <summary>認証コード1, as NSS shows it. Asked for, masked, when it is missing.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = CodesSet, ValueFromPipelineByPropertyName = true)]
    [SecureCode]
    public SecureString AuthCode1
    {
        get;
        set => field = Own(value);
    } = null!;

    /// <summary>認証コード2.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = CodesSet, ValueFromPipelineByPropertyName = true)]
    [SecureCode]
    public SecureString AuthCode2
    {
        get;
        set => field = Own(value);
    } = null!;

    /// <summary>認証コード3.</summary>
    [Parameter(Mandatory = true, Position = 2, ParameterSetName = CodesSet, ValueFromPipelineByPropertyName = true)]
    [SecureCode]
    public SecureString AuthCode3
    {
        get;
        set => field = Own(value);
    } = null!;

    /// <summary>Writes the request into a file instead of sending it; <c>Import-NaccsCertificate</c> completes it.</summary>
    [Parameter(Mandatory = true, ParameterSetName = FileSet)]
    [ValidateNotNullOrEmpty]
    public string? OutFile { get; set; }

    /// <summary>The kind of key. Without it, what the service wants, or RSA 2048.</summary>
    [Parameter]
    public KeyAlgorithm? KeyAlgorithm { get; set; }

    /// <summary>The key storage provider. Without it, the software provider of the platform.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(KeyStorageProviderCompleter))]
    public string? KeyStorageProvider { get; set; }

    /// <summary>The friendly name of the certificate in the store (Windows).</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string FriendlyName { get; set; } = string.Empty;

    /// <summary>Lets the private key be exported later. Without it, it never leaves this computer.</summary>
    [Parameter]
    public SwitchParameter Exportable { get; set; }

    /// <summary>
    /// Continues where the command would stop: in another account than that of the desktop, before the renewal window opens
    /// (the service has the last word), for a certificate of unverified origin, and over a request file that is there already.
    /// </summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    private protected override bool AnyAccount => Force;

    /// <inheritdoc/>
    private protected override EnrollmentOptions Options() => base.Options() with
    {
        KeyAlgorithm = KeyAlgorithm,
        KeyStorageProvider = KeyStorageProvider,
        Exportable = Exportable,
        FriendlyName = FriendlyName,
    };

    /// <inheritdoc/>
    protected override void Process()
    {
        if (OutFile is not null)
        {
            WriteRequest(FileAt(OutFile));
            return;
        }

        using var codes = new AuthenticationCodes(AuthCode1, AuthCode2, AuthCode3);
        if (ShouldEnroll(Definition.Enrollment.Url.Host, MessageId.ActionEnroll, KeyAlgorithm))
        {
            FinishInterrupted(codes);
            WriteObject(Run(
                (session, token) => session.EnrollAsync(codes, Options(), token), CommandText.Format(MessageId.ActivityEnroll)));
        }
    }

    // The file is opened first: a key for a request that cannot be written would help nobody.
    private void WriteRequest(string path)
    {
        OpenSession().RequireAccount();
        if (!ShouldProcess(path, MessageId.ActionWriteRequest))
        {
            return;
        }

        using var file = RequestFile.Create(path, Force);
        (string pem, EnrollmentResult result) = Run((session, token) => session.CreateRequestAsync(Options(), token));
        if (pem.Length > 0)
        {
            Write(file, pem, result.EnrollmentId!);
        }

        WriteObject(result);
    }

    // A request that nobody can send is discarded at once, with its key.
    private void Write(RequestFile file, string pem, string enrollmentId)
    {
        try
        {
            file.Write(pem);
        }
        catch (NaccsException)
        {
            Run((session, token) => session.DiscardAsync(enrollmentId, token));
            throw;
        }
    }
}

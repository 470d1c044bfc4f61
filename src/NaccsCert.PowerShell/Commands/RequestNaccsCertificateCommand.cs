using System.Management.Automation;
using System.Security;
using NaccsCert.Enrollment;
using NaccsCert.PowerShell.Text;
using NaccsCert.PowerShell.Transformations;

namespace NaccsCert.PowerShell.Commands;

/// <summary>証明書の新規登録: three codes go in, a certificate in the user's store comes out (manual 5).</summary>
[Cmdlet(VerbsLifecycle.Request, "NaccsCertificate", SupportsShouldProcess = true)]
[OutputType(typeof(EnrollmentResult))]
public sealed class RequestNaccsCertificateCommand : EnrollmentCommand
{
    /// <summary>認証コード1, as NSS shows it. Asked for, masked, when it is missing.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [SecureCode]
    public SecureString AuthCode1 { get; set; } = null!;

    /// <summary>認証コード2.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [SecureCode]
    public SecureString AuthCode2 { get; set; } = null!;

    /// <summary>認証コード3.</summary>
    [Parameter(Mandatory = true, Position = 2, ValueFromPipelineByPropertyName = true)]
    [SecureCode]
    public SecureString AuthCode3 { get; set; } = null!;

    /// <inheritdoc/>
    protected override void Process()
    {
        using var codes = new AuthenticationCodes(AuthCode1, AuthCode2, AuthCode3);
        if (ShouldAsk(Definition.Enrollment.Url.Host, Messages.Of(MessageId.ActionEnroll)))
        {
            WriteObject(Run(
                () => EnrollmentSession.Enroll(NewEnvironment(), Definition, codes, Options()),
                Messages.Of(MessageId.ActivityEnroll)));
        }
    }
}

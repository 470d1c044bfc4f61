using System.Management.Automation;
using System.Security;
using NaccsCert.Enrollment;
using NaccsCert.PowerShell.Completers;
using NaccsCert.PowerShell.Text;
using NaccsCert.PowerShell.Transformations;

namespace NaccsCert.PowerShell.Commands;

/// <summary>Resumes an unfinished enrollment or renewal where it stopped.</summary>
[Cmdlet(
    VerbsLifecycle.Resume,
    "NaccsEnrollment",
    SupportsShouldProcess = true,
    HelpUri = HelpAddress.Pages + "Resume-NaccsEnrollment.md")]
[OutputType(typeof(EnrollmentResult))]
public sealed class ResumeNaccsEnrollmentCommand : EnrollmentCommand
{
    private bool _isServiceGiven;
    private string? _definitionPath;

    /// <summary>The names of the enrollments.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [NameText(nameof(EnrollmentId))]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(EnrollmentIdCompleter))]
    public string[] EnrollmentId { get; set; } = [];

    /// <summary>認証コード1. The codes are needed, and asked for, only until the certificate is issued.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [SecureCode]
    public SecureString? AuthCode1
    {
        get;
        set => field = Own(value);
    }

    /// <summary>認証コード2.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [SecureCode]
    public SecureString? AuthCode2
    {
        get;
        set => field = Own(value);
    }

    /// <summary>認証コード3.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [SecureCode]
    public SecureString? AuthCode3
    {
        get;
        set => field = Own(value);
    }

    // Without -StoreName, an enrollment stays with the store that it was begun with.
    private protected override EnrollmentOptions Options() =>
        base.Options() with { ChangesStore = MyInvocation.BoundParameters.ContainsKey(nameof(StoreName)) };

    /// <summary>
    /// The path that the enrollment was begun with, where the user does not name a service on the command line: a piped object
    /// has the definition's name only.
    /// </summary>
    private protected override string? DefinitionPath => _definitionPath;

    /// <inheritdoc/>
    private protected override void Begin() => _isServiceGiven = Service is not null;

    /// <inheritdoc/>
    protected override void Process()
    {
        foreach (string id in EnrollmentId)
        {
            if (ShouldProcess(id, MessageId.ActionResume))
            {
                Attempt(() => Resume(id));
            }
        }
    }

    private void Resume(string id)
    {
        _definitionPath = _isServiceGiven ? null : PendingEnrollments.DefinitionPathOf(Services.Journal, id);
        using AuthenticationCodes? codes = OpenSession().NeedsCodes(id) ? Codes(id) : null;
        WriteObject(RunWithCodes(
            codes,
            id,
            (session, token) => session.ResumeAsync(id, codes, Options(), token),
            CommandText.Format(MessageId.ActivityResume)));
    }

    private AuthenticationCodes Codes(string id)
    {
        try
        {
            return CompleteCodes([AuthCode1, AuthCode2, AuthCode3], id);
        }
        catch (NaccsException error)
        {
            throw error.ForEnrollment(id);
        }
    }
}

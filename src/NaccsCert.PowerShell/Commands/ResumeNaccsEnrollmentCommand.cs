using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Security;
using NaccsCert.Enrollment;
using NaccsCert.PowerShell.Completers;
using NaccsCert.PowerShell.Guidance;
using NaccsCert.PowerShell.Text;
using NaccsCert.PowerShell.Transformations;

namespace NaccsCert.PowerShell.Commands;

/// <summary>Resumes an unfinished enrollment or renewal where it stopped.</summary>
[Cmdlet(
    VerbsLifecycle.Resume,
    "NaccsEnrollment",
    SupportsShouldProcess = true,
    DefaultParameterSetName = AllSet,
    HelpUri = HelpAddress.Pages + "Resume-NaccsEnrollment.md")]
[OutputType(typeof(EnrollmentResult))]
public sealed class ResumeNaccsEnrollmentCommand : EnrollmentCommand
{
    private const string AllSet = "All";
    private const string NamedSet = "Named";

    private bool _isServiceGiven;
    private string? _definitionPath;

    /// <summary>The names of the enrollments. Without it, every one that can be resumed.</summary>
    [Parameter(
        Mandatory = true, Position = 0, ParameterSetName = NamedSet, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [NameText(nameof(EnrollmentId))]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(EnrollmentIdCompleter))]
    public string[] EnrollmentId { get; set; } = [];

    /// <summary>認証コード1. The codes are needed, and asked for, only until the certificate is issued.</summary>
    [Parameter(ParameterSetName = NamedSet, ValueFromPipelineByPropertyName = true)]
    [SecureCode]
    public SecureString? AuthCode1
    {
        get;
        set => field = Own(value);
    }

    /// <summary>認証コード2.</summary>
    [Parameter(ParameterSetName = NamedSet, ValueFromPipelineByPropertyName = true)]
    [SecureCode]
    public SecureString? AuthCode2
    {
        get;
        set => field = Own(value);
    }

    /// <summary>認証コード3.</summary>
    [Parameter(ParameterSetName = NamedSet, ValueFromPipelineByPropertyName = true)]
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
    /// The definition that the enrollment was begun with, where the user does not name a service on the command line: a piped object
    /// has its name only, which leads nowhere where it was begun by a path.
    /// </summary>
    private protected override string? DefinitionPath => _definitionPath;

    /// <inheritdoc/>
    private protected override void Begin() => _isServiceGiven = Service is not null;

    /// <inheritdoc/>
    protected override void Process()
    {
        foreach (string id in ParameterSetName == NamedSet ? EnrollmentId : FindResumable())
        {
            if (ShouldProcess(id, MessageId.ActionResume))
            {
                Attempt(() => Resume(id));
            }
        }
    }

    // What cannot be resumed is named, and keeps none of the others from it.
    private string[] FindResumable()
    {
        // Of an object that names no enrollment, all would be too many.
        if (MyInvocation.ExpectingInput)
        {
            throw new NaccsException(ErrorId.EnrollmentNotFound, nameof(EnrollmentId));
        }

        IReadOnlyList<NaccsEnrollment> all = PendingEnrollments.List(
            Services.Journal, Services.Clock.UtcNow, _isServiceGiven ? Definition.Name : null);
        Note(new Lookup(LookupSubject.Enrollments, Place, all.Count, all.Count));
        foreach (NaccsEnrollment enrollment in all.Where(enrollment => !CanResume(enrollment)))
        {
            WriteWarning(CommandText.Format(MessageId.NotResumed, enrollment.EnrollmentId, enrollment.Reason));
        }

        return [.. all.Where(CanResume).Select(enrollment => enrollment.EnrollmentId)];
    }

    private static bool CanResume(NaccsEnrollment enrollment) => enrollment is { WaitsForFile: false, Operation: not null };

    private void Resume(string id)
    {
        _definitionPath = _isServiceGiven ? null : PendingEnrollments.DefinitionOf(Services.Journal, id);
        if (AuthCode1 is null && PendingEnrollments.WaitsForFile(Services.Journal, id))
        {
            throw new NaccsException(ErrorId.EnrollmentWaitsForFile, id) { EnrollmentId = id };
        }

        using AuthenticationCodes? codes = OpenSession().NeedsCodes(id) ? Codes(id) : null;
        Show(RunWithCodes(
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

using System.Collections.Generic;
using System.Management.Automation;
using System.Security;
using System.Text;
using NaccsCert.Enrollment;
using NaccsCert.IO;
using NaccsCert.PowerShell.Completers;
using NaccsCert.PowerShell.Rows;
using NaccsCert.PowerShell.Text;
using NaccsCert.PowerShell.Transformations;
using NaccsCert.Services;

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
    private const string RowSet = "Row";

    private readonly RowSummary _summary = new();
    private CodeRow? _row;
    private int _rowNumber;
    private bool _hasBegun;
    private string? _givenService;

    /// <summary>認証コード1, as NSS shows it. Asked for, masked, when it is missing.</summary>
    [Parameter(Position = 0, ParameterSetName = CodesSet)]
    [SecureCode]
    public SecureString? AuthCode1
    {
        get;
        set => field = Own(value);
    }

    /// <summary>認証コード2.</summary>
    [Parameter(Position = 1, ParameterSetName = CodesSet)]
    [SecureCode]
    public SecureString? AuthCode2
    {
        get;
        set => field = Own(value);
    }

    /// <summary>認証コード3.</summary>
    [Parameter(Position = 2, ParameterSetName = CodesSet)]
    [SecureCode]
    public SecureString? AuthCode3
    {
        get;
        set => field = Own(value);
    }

    /// <summary>
    /// A row of codes: an object with the properties <c>AuthCode1</c> to <c>AuthCode3</c>, <c>Code1</c> to <c>Code3</c> or <c>認証コード1</c>
    /// to <c>認証コード3</c>, as <c>Import-Csv</c> makes it. <c>Terminal</c>, <c>論理端末名</c> or <c>端末名</c> names it in results and errors;
    /// <c>StoreName</c>, <c>FriendlyName</c> and <c>Service</c> hold for the row.
    /// </summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = RowSet)]
    [AllowNull]
    [CodeRow]
    public object? InputObject { get; set; }

    /// <summary>Returns a result with the status Failed also for what failed, besides the error.</summary>
    [Parameter(ParameterSetName = CodesSet)]
    [Parameter(ParameterSetName = RowSet)]
    public SwitchParameter PassThru { get; set; }

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
    [Parameter]
    public string FriendlyName { get; set; } = string.Empty;

    /// <summary>Lets the private key be exported later. Without it, it never leaves this computer.</summary>
    [Parameter]
    public SwitchParameter Exportable { get; set; }

    /// <summary>
    /// Continues where the command would stop: in another account than that of the desktop, before the renewal window opens
    /// (the service has the last word), for a certificate of unverified origin, with codes that have given a certificate before, and over a
    /// request file that is there already.
    /// </summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    // The row's own is read by hand: an empty cell must be no error of the engine, which would show the row.

    /// <inheritdoc/>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public override string StoreName { get; set; } = "My";

    /// <inheritdoc/>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ServiceCompleter))]
    public override string? Service { get; set; }

    /// <inheritdoc/>
    private protected override bool AnyAccount => Force;

    /// <inheritdoc/>
    private protected override EnrollmentOptions Options() => base.Options() with
    {
        KeyAlgorithm = KeyAlgorithm,
        KeyStorageProvider = KeyStorageProvider,
        Exportable = Exportable,
        FriendlyName = OfRow(nameof(FriendlyName)) ?? FriendlyName,
        StoreName = OfRow(nameof(StoreName)) ?? StoreName,
        Force = Force,
    };

    /// <inheritdoc/>
    private protected override void Begin() => _givenService = Service;

    /// <inheritdoc/>
    protected override void Process()
    {
        _hasBegun = false;
        if (OutFile is not null)
        {
            WriteRequest(FileAt(OutFile));
            return;
        }

        if (ParameterSetName == CodesSet)
        {
            EnrollWithCodes([AuthCode1, AuthCode2, AuthCode3]);
            return;
        }

        using var row = (CodeRow)PSObject.AsPSObject(InputObject).BaseObject;
        _rowNumber++;
        if (row.IsBlank)
        {
            _summary.AddBlank(_rowNumber);
            return;
        }

        _row = row;
        WriteVerbose(CommandText.Format(MessageId.RowStarted, row.Label(_rowNumber)));
        Service = OfRow(nameof(Service)) ?? _givenService;
        using AuthenticationCodes codes = row.ReadCodes();
        if (ShouldEnroll($"{HostNames.Of(Definition.Enrollment.Url)}, {row.Label(_rowNumber)}", MessageId.ActionEnroll, KeyAlgorithm))
        {
            Enroll(codes);
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (_summary.BlankRows is { } blankRows)
        {
            WriteWarning(blankRows);
        }

        // One row says it all itself.
        if (_summary.Count > 1)
        {
            Tell(_summary.Lines());
        }

        base.EndProcessing();
    }

    /// <inheritdoc/>
    private protected override bool EndsCommand(NaccsException exception) =>
        base.EndsCommand(exception) && _row?.Setting(nameof(Service)) is null;

    // What fails before the enrollment of these codes begins has not used them.

    /// <inheritdoc/>
    private protected override NaccsException Explain(NaccsException exception) =>
        OutFile is null && !_hasBegun && exception.CodeUse is null ? CodeUseText.Explain(exception, CodeUse.NotUsed) : exception;

    /// <inheritdoc/>
    private protected override void Fail(NaccsException exception)
    {
        if (_row is not null)
        {
            _summary.Add(_row.Label(_rowNumber), RowOutcome.Failed);
        }

        NaccsException known = Explain(exception);
        NaccsException error = _row is null
            ? known
            : known.WithMessage(CommandText.Format(MessageId.RowFailed, _row.Label(_rowNumber), known.Message));
        if (PassThru)
        {
            WriteObject(Failed(error));
        }

        base.Fail(error);
    }

    private EnrollmentResult Failed(NaccsException error) => OfRow(new EnrollmentResult
    {
        Status = EnrollmentStatus.Failed,
        Operation = EnrollmentOperation.Enroll,
        Service = Service ?? ServiceDefinitionSource.BuiltInName,
        Reason = error.Message,
        Changed = error.EnrollmentId is not null,
        EnrollmentId = error.EnrollmentId,
        NextAttempt = error.RetryAfter,
        Error = error.ErrorId,
        CodeUse = error.CodeUse,
    });

    // Codes that were given are checked first, and the others asked for when it is certain that they are needed.
    private void EnrollWithCodes(IReadOnlyList<SecureString?> given)
    {
        RequireValid(given);
        string host = HostNames.Of(Definition.Enrollment.Url);
        if (ShouldEnroll(host, MessageId.ActionEnroll, KeyAlgorithm))
        {
            using AuthenticationCodes codes = CompleteCodes(given, host);
            Enroll(codes);
        }
    }

    private void Enroll(AuthenticationCodes codes)
    {
        FinishInterrupted(codes);
        _hasBegun = true;
        EnrollmentResult result = OfRow(RunWithCodes(
            codes, enrollmentId: null, (session, token) => session.EnrollAsync(codes, Options(), token), Activity()));
        Show(result);
        if (_row is not null)
        {
            _summary.Add(_row.Label(_rowNumber), result.Status);
        }
    }

    private string Activity() => _row is null
        ? CommandText.Format(MessageId.ActivityEnroll)
        : CommandText.Format(MessageId.RowActivity, CommandText.Format(MessageId.ActivityEnroll), _row.Label(_rowNumber));

    // What the service has told of the terminal comes first.
    private EnrollmentResult OfRow(EnrollmentResult result) =>
        _row is null ? result : result with { Row = _rowNumber, Terminal = result.Terminal ?? _row.Terminal };

    private string? OfRow(string parameter) =>
        MyInvocation.BoundParameters.ContainsKey(parameter) ? null : _row?.Setting(parameter);

    // The file is opened first: a key for a request that cannot be written would help nobody.
    private void WriteRequest(string path)
    {
        OpenSession().RequireAccount();
        if (!ShouldProcess(path, MessageId.ActionWriteRequest))
        {
            return;
        }

        using var file = OutputFile.Create(path, Force);
        (string pem, EnrollmentResult result) = Run((session, token) => session.CreateRequestAsync(Options(), token));
        if (pem.Length > 0)
        {
            Write(file, pem, result.EnrollmentId!);
        }

        Show(result);
    }

    // A request that nobody can send is discarded at once, with its key.
    private void Write(OutputFile file, string pem, string enrollmentId)
    {
        try
        {
            file.Write(Encoding.ASCII.GetBytes(pem));
        }
        catch (NaccsException)
        {
            Run((session, token) => session.DiscardAsync(enrollmentId, token));
            throw;
        }
    }
}

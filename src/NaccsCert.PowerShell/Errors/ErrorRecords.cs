using System;
using System.Management.Automation;
using NaccsCert.PowerShell.Text;

namespace NaccsCert.PowerShell.Errors;

/// <summary>Turns the library's errors into PowerShell's.</summary>
internal static class ErrorRecords
{
    /// <summary>The error record: its id is the identity, its details are what people read, with the remedy on a line of its own.</summary>
    /// <remarks>
    /// The remedy is not in the details' <c>RecommendedAction</c>: Windows PowerShell, PowerShell 7.4 and <c>NormalView</c> do not show
    /// that, and <c>ConciseView</c> of PowerShell 7.5 and later would show the remedy twice, with an English word before it.
    /// </remarks>
    public static ErrorRecord From(NaccsException exception) =>
        new(exception, exception.ErrorId.ToString(), CategoryOf(exception.ErrorId), exception.Target)
        {
            ErrorDetails = new ErrorDetails(
                exception.Message + Environment.NewLine + CommandText.Format(MessageId.WhatToDo, exception.RecommendedAction)),
        };

    private static ErrorCategory CategoryOf(ErrorId errorId) => errorId switch
    {
        ErrorId.CodeInvalid or ErrorId.CodeReformatted or ErrorId.CodeMissing or ErrorId.CodesRequired or ErrorId.StoreNameInvalid
            or ErrorId.PathInvalid or ErrorId.ProxyAddressInvalid or ErrorId.HttpsProxyNotSupported or ErrorId.ProxyChoiceContradictory
            or ErrorId.FileIsFolder or ErrorId.KeyUnsuitable => ErrorCategory.InvalidArgument,
        ErrorId.CodesRefused or ErrorId.ImportPasswordWrong or ErrorId.ImportPasswordRequired or ErrorId.ProxyAuthenticationRequired
            or ErrorId.ProxyCredentialRefused => ErrorCategory.AuthenticationError,
        ErrorId.RequestForbidden or ErrorId.RootConsentRequired or ErrorId.ProxyRefused
            or ErrorId.MachineStoreUnavailable or ErrorId.AccountIsService or ErrorId.AccountElevatedAsAnother
            or ErrorId.AccountNotDesktopUser or ErrorId.TaskSchedulerRefused or ErrorId.FileAccessDenied => ErrorCategory.PermissionDenied,
        ErrorId.TaskSchedulerUnavailable or ErrorId.ModuleManifestMissing or ErrorId.StartMenuUnavailable => ErrorCategory.NotInstalled,
        ErrorId.ServiceUnavailable or ErrorId.ServiceInMaintenance => ErrorCategory.ResourceUnavailable,
        ErrorId.HostNotFound or ErrorId.ConnectionFailed or ErrorId.ProxyUnreachable => ErrorCategory.ConnectionError,
        ErrorId.ConnectionTimedOut => ErrorCategory.OperationTimeout,
        ErrorId.ServerNotTrusted or ErrorId.TlsInspectionDetected or ErrorId.ServerCertificateNotTimeValid
            or ErrorId.ProxyBasicNotAllowed or ErrorId.TlsHandshakeFailed or ErrorId.RedirectRefused
            or ErrorId.DataFolderUnsafe or ErrorId.ServiceDefinitionUnsafe or ErrorId.RootPinMismatch
            or ErrorId.RootNotSelfSigned or ErrorId.ModuleBlocked
            or ErrorId.ClientCertificateNotRequested or ErrorId.ClientCertificateIssuerNotNamed
            or ErrorId.ClientCertificateRefused or ErrorId.ClientCertificateForbidden
            or ErrorId.ClientCertificateExpired or ErrorId.ClientCertificateRevoked
            or ErrorId.ResponseNotAuthentic or ErrorId.AuthorityNotTrusted or ErrorId.AlgorithmsTooWeak => ErrorCategory.SecurityError,
        ErrorId.SignInNotOffered or ErrorId.LinkingRequired or ErrorId.RequestRefused or ErrorId.UnexpectedResponse
            or ErrorId.ResponseTooLarge or ErrorId.ResponseUnreadable or ErrorId.ProxyResponseUnreadable
            or ErrorId.ResponseKeyMismatch or ErrorId.ResponseIssuerMismatch or ErrorId.ResponseChainInvalid
            or ErrorId.ResponseUsageInvalid or ErrorId.RequestRejected or ErrorId.RenewalNotOffered => ErrorCategory.ProtocolError,
        ErrorId.ServiceDefinitionInvalid or ErrorId.CertificateUnreadable or ErrorId.CertificateFileUnreadable
            or ErrorId.FileNotRegular or ErrorId.ImportKeyMissing or ErrorId.ImportForeignCertificate
            or ErrorId.CertificateFileIsWebPage or ErrorId.CertificateFileDamaged or ErrorId.CertificateFileUnsupported
            or ErrorId.ImportEncryptionUnsupported or ErrorId.ImportKeyUnsupported or ErrorId.ImportKeyInText
            or ErrorId.ImportChainInvalid or ErrorId.ImportUsageInvalid => ErrorCategory.InvalidData,
        ErrorId.FileTooLarge => ErrorCategory.LimitsExceeded,
        ErrorId.FileUnreadable or ErrorId.ReportsUnreadable => ErrorCategory.ReadError,
        ErrorId.ServiceDefinitionNotFound or ErrorId.CertificateNotFound or ErrorId.TerminalNotFound or ErrorId.EnrollmentNotFound or ErrorId.ImportWithoutRequest
            or ErrorId.FileNotFound =>
            ErrorCategory.ObjectNotFound,
        ErrorId.CertificateExpired or ErrorId.CertificateKeyUnusable or ErrorId.LastUsableCertificate or ErrorId.CertificateUnverified
            or ErrorId.EnrollmentWaitsForFile or ErrorId.AssistantNeedsUser => ErrorCategory.InvalidOperation,
        ErrorId.FileExists => ErrorCategory.ResourceExists,
        ErrorId.EnrollmentInUse => ErrorCategory.ResourceBusy,
        ErrorId.Unexpected => ErrorCategory.NotSpecified,
        _ => ErrorCategory.WriteError,
    };
}

namespace NaccsCert;

/// <summary>
/// The stable identities of all errors. Each has a message and a recommended action in every language
/// (<c>ErrorText.resx</c>) under the same name.
/// </summary>
public enum ErrorId : long
{
    /// <summary>A code is blank, or holds a character that no code has.</summary>
    CodeInvalid,

    /// <summary>The service refused the codes (HTTP 401).</summary>
    CodesRefused,

    /// <summary>The service offers no sign-in with codes (HTTP 401 without a Basic challenge); no code was sent.</summary>
    SignInNotOffered,

    /// <summary>The service wants requests to be linked to their TLS session (RFC 7030, section 3.5); no code was sent.</summary>
    LinkingRequired,

    /// <summary>The service refused the request as such (HTTP 400).</summary>
    RequestRefused,

    /// <summary>The service forbids the operation (HTTP 403).</summary>
    RequestForbidden,

    /// <summary>The service cannot answer now (HTTP 429 or 5xx), and may say when to come back.</summary>
    ServiceUnavailable,

    /// <summary>The service is in its maintenance window.</summary>
    ServiceInMaintenance,

    /// <summary>The service answered with a status that the protocol does not provide for.</summary>
    UnexpectedResponse,

    /// <summary>The service sent the client to another origin.</summary>
    RedirectRefused,

    /// <summary>The host's name does not resolve.</summary>
    HostNotFound,

    /// <summary>No connection could be made, or it broke.</summary>
    ConnectionFailed,

    /// <summary>The service did not answer in time.</summary>
    ConnectionTimedOut,

    /// <summary>The server's certificate does not chain to a trust anchor of the definition.</summary>
    ServerNotTrusted,

    /// <summary>The TLS handshake failed for another reason than trust.</summary>
    TlsHandshakeFailed,

    /// <summary>The proxy demands credentials (HTTP 407).</summary>
    ProxyAuthenticationRequired,

    /// <summary>The proxy did not take the credentials that it was shown.</summary>
    ProxyCredentialRefused,

    /// <summary>The proxy wants Basic authentication over a connection that would show the password to the network.</summary>
    ProxyBasicNotAllowed,

    /// <summary>The proxy refuses to open the way to the server.</summary>
    ProxyRefused,

    /// <summary>The proxy cannot be reached, or breaks off.</summary>
    ProxyUnreachable,

    /// <summary>The proxy's answer, or what it sends to sign in with, cannot be understood.</summary>
    ProxyResponseUnreadable,

    /// <summary>The address of the proxy cannot be used.</summary>
    ProxyAddressInvalid,

    /// <summary>The proxy is one that is itself reached over TLS.</summary>
    HttpsProxyNotSupported,

    /// <summary>A proxy was named, and none was wanted.</summary>
    ProxyChoiceContradictory,

    /// <summary>A device in between has opened the TLS connection.</summary>
    TlsInspectionDetected,

    /// <summary>The server's certificate is not valid at what this computer takes for the present time.</summary>
    ServerCertificateNotTimeValid,

    /// <summary>The answer is larger than the protocol allows.</summary>
    ResponseTooLarge,

    /// <summary>The answer is not what the protocol provides for, for example HTML instead of CMS.</summary>
    ResponseUnreadable,

    /// <summary>No certificate in the answer carries the requested public key.</summary>
    ResponseKeyMismatch,

    /// <summary>The issued certificate names another issuer than the definition.</summary>
    ResponseIssuerMismatch,

    /// <summary>The issued certificate does not chain to the service's CA certificates.</summary>
    ResponseChainInvalid,

    /// <summary>The issued certificate is not for client authentication.</summary>
    ResponseUsageInvalid,

    /// <summary>No service definition of that name or at that path.</summary>
    ServiceDefinitionNotFound,

    /// <summary>The service definition is not valid; the message names the JSON path.</summary>
    ServiceDefinitionInvalid,

    /// <summary>No certificate matches.</summary>
    CertificateNotFound,

    /// <summary>The certificate has expired, so it cannot be renewed.</summary>
    CertificateExpired,

    /// <summary>The certificate has no private key that signs, so it cannot be renewed.</summary>
    CertificateKeyUnusable,

    /// <summary>The issued certificate could not be installed or did not pass its signing test.</summary>
    CertificateInstallFailed,

    /// <summary>The certificate store could not be opened or changed.</summary>
    StoreUnavailable,

    /// <summary>A certificate store of the computer could not be opened or changed.</summary>
    MachineStoreUnavailable,

    /// <summary>The key could not be created.</summary>
    KeyCreationFailed,

    /// <summary>A file that should hold a certificate does not.</summary>
    CertificateFileUnreadable,

    /// <summary>A root certificate matches no pin of the definition.</summary>
    RootPinMismatch,

    /// <summary>A root certificate is not self-signed.</summary>
    RootNotSelfSigned,

    /// <summary>Windows asks for consent before it trusts a root, and nobody is there to give it.</summary>
    RootConsentRequired,

    /// <summary>The enrollment needs its codes to go on, and nobody gave them.</summary>
    CodesRequired,

    /// <summary>There is no unfinished enrollment of that name.</summary>
    EnrollmentNotFound,

    /// <summary>The certificate in the file was issued for no request of this user.</summary>
    ImportWithoutRequest,

    /// <summary>The password of the PKCS#12 file is wrong.</summary>
    ImportPasswordWrong,

    /// <summary>The PKCS#12 file holds no private key for the certificate.</summary>
    ImportKeyMissing,

    /// <summary>The file holds no certificate of the service's issuer.</summary>
    ImportForeignCertificate,

    /// <summary>The file for the request is there already.</summary>
    FileExists,

    /// <summary>The file for the request cannot be written.</summary>
    FileUnwritable,

    /// <summary>It is the only usable certificate of its terminal.</summary>
    LastUsableCertificate,

    /// <summary>The journal of unfinished enrollments cannot be written.</summary>
    JournalUnavailable,

    /// <summary>A key that is no longer needed could not be removed.</summary>
    KeyRemovalFailed,

    /// <summary>Another process of the user is enrolling at the service of the enrollment.</summary>
    EnrollmentInUse,

    /// <summary>The account is SYSTEM or another account of services (manual 1.1).</summary>
    AccountIsService,

    /// <summary>The account was elevated to, and is not that of the desktop (manual 1.1).</summary>
    AccountElevatedAsAnother,

    /// <summary>The account is not that of the desktop (manual 1.1).</summary>
    AccountNotDesktopUser,

    /// <summary>This computer has no Task Scheduler.</summary>
    TaskSchedulerUnavailable,

    /// <summary>The Task Scheduler refused.</summary>
    TaskSchedulerRefused,

    /// <summary>What the reminder remembers cannot be written.</summary>
    ReminderStateUnavailable,

    /// <summary>A certificate in the store cannot be read by this platform.</summary>
    CertificateUnreadable,

    /// <summary>Nothing shows that a certificate comes from the service.</summary>
    CertificateUnverified,

    /// <summary>A name that no certificate store can have.</summary>
    StoreNameInvalid,

    /// <summary>A path that leads to no place for files: its drive is unknown, or of another kind.</summary>
    PathInvalid,

    /// <summary>A folder, a link, a device or a pipe is where a file should be.</summary>
    FileNotRegular,

    /// <summary>Somebody else could have written a folder or file of this module, or could yet.</summary>
    DataFolderUnsafe,

    /// <summary>Somebody else could have written the service definition, or could yet.</summary>
    ServiceDefinitionUnsafe,

    /// <summary>A file that was named does not exist.</summary>
    FileNotFound,

    /// <summary>The account may not read a file.</summary>
    FileAccessDenied,

    /// <summary>A path leads to a folder instead of a file.</summary>
    FileIsFolder,

    /// <summary>A file is larger than any certificate file.</summary>
    FileTooLarge,

    /// <summary>A file could not be read to its end.</summary>
    FileUnreadable,

    /// <summary>A file that should hold a certificate is a web page.</summary>
    CertificateFileIsWebPage,

    /// <summary>A certificate file is cut off or was changed.</summary>
    CertificateFileDamaged,

    /// <summary>A certificate in a file cannot be read by this platform.</summary>
    CertificateFileUnsupported,

    /// <summary>A PKCS#12 file needs a password, and none was given.</summary>
    ImportPasswordRequired,

    /// <summary>A PKCS#12 file is protected in a way that cannot be used here.</summary>
    ImportEncryptionUnsupported,

    /// <summary>The private key in a PKCS#12 file is of a kind that cannot be used here.</summary>
    ImportKeyUnsupported,

    /// <summary>A file holds its private key as text, outside of PKCS#12.</summary>
    ImportKeyInText,

    /// <summary>The certificate in a file does not chain to a root of the service.</summary>
    ImportChainInvalid,

    /// <summary>The certificate in a file is not for client authentication.</summary>
    ImportUsageInvalid,

    /// <summary>An error that the module does not know.</summary>
    Unexpected,

    /// <summary>A spreadsheet program has changed a code: it is a number, a formula or an error value.</summary>
    CodeReformatted,

    /// <summary>A row has no value in any column of a code.</summary>
    CodeMissing,

    /// <summary>The assemblies of the module lie in no folder that has its manifest.</summary>
    ModuleManifestMissing,

    /// <summary>Windows has marked an assembly of the module as downloaded, and .NET Framework does not load it.</summary>
    ModuleBlocked,

    /// <summary>No certificate is of that terminal.</summary>
    TerminalNotFound,

    /// <summary>The request of the enrollment was written into a file, so a file completes it.</summary>
    EnrollmentWaitsForFile,

    /// <summary>A host that takes client certificates did not ask for one.</summary>
    ClientCertificateNotRequested,

    /// <summary>A host asked for a client certificate, and names other issuers.</summary>
    ClientCertificateIssuerNotNamed,

    /// <summary>A host ended the TLS connection because of the client certificate.</summary>
    ClientCertificateRefused,

    /// <summary>A host answered with an HTTP status that refuses the client certificate.</summary>
    ClientCertificateForbidden,

    /// <summary>A host refused the client certificate as expired.</summary>
    ClientCertificateExpired,

    /// <summary>A host refused the client certificate as revoked.</summary>
    ClientCertificateRevoked,

    /// <summary>A compliance report cannot be written to its folder.</summary>
    ReportUnwritable,

    /// <summary>The CA rejected the request (SCEP: FAILURE with a failInfo).</summary>
    RequestRejected,

    /// <summary>The answer is not signed by CA or RA, or belongs to another message (SCEP).</summary>
    ResponseNotAuthentic,

    /// <summary>No certificate of CA or RA chains to a root for clients that the definition pins (SCEP); nothing was encrypted to it.</summary>
    AuthorityNotTrusted,

    /// <summary>The service offers or uses only algorithms that the definition does not allow (SCEP).</summary>
    AlgorithmsTooWeak,

    /// <summary>The protocol of the service cannot carry a request for a key of this kind (SCEP needs RSA that signs and decrypts).</summary>
    KeyUnsuitable,

    /// <summary>The service issues first certificates only: it takes no request that a current certificate signs (SCEP).</summary>
    RenewalNotOffered,

    /// <summary>A command that consists of questions runs where nobody can answer them.</summary>
    AssistantNeedsUser,

    /// <summary>This computer has no Start menu.</summary>
    StartMenuUnavailable,

    /// <summary>An entry of the Start menu could not be made or removed.</summary>
    StartMenuEntryFailed,

    /// <summary>A folder or file of collected compliance reports that was named is not there, or cannot be read.</summary>
    ReportsUnreadable,
}

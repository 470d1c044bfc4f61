using System.Diagnostics.Tracing;

namespace NaccsCert.Diagnostics;

/// <summary>
/// The events of this library, under the provider name <c>NaccsCert</c>. Each effect on disk or wire is announced before
/// it and told after it. No event holds a code, a password, a header field or a body.
/// </summary>
[EventSource(Name = "NaccsCert")]
internal sealed class NaccsCertEventSource : EventSource
{
    /// <summary>The one instance.</summary>
    public static readonly NaccsCertEventSource Log = new();

    private NaccsCertEventSource()
    {
    }

    /// <summary>What events can be told apart by.</summary>
    public static class Keywords
    {
        /// <summary>How something ended that a user or an administrator had asked for.</summary>
        public const EventKeywords Outcome = (EventKeywords)1;
    }

    /// <summary>An identity for an enrollment is about to be taken.</summary>
    [Event(1, Level = EventLevel.Informational)]
    public void EntryReserving(string enrollmentId) => WriteEvent(1, enrollmentId);

    /// <summary>A key is about to be made.</summary>
    [Event(2, Level = EventLevel.Informational)]
    public void KeyCreating(string keyName) => WriteEvent(2, keyName);

    /// <summary>A key is on disk.</summary>
    [Event(3, Level = EventLevel.Informational)]
    public void KeyCreated(string keyName) => WriteEvent(3, keyName);

    /// <summary>A journal entry is about to be written.</summary>
    [Event(4, Level = EventLevel.Informational)]
    public void EntryWriting(string enrollmentId, string state) => WriteEvent(4, enrollmentId, state);

    /// <summary>A journal entry is on disk.</summary>
    [Event(5, Level = EventLevel.Informational)]
    public void EntryWritten(string enrollmentId, string state) => WriteEvent(5, enrollmentId, state);

    /// <summary>A request is about to be sent.</summary>
    [Event(6, Level = EventLevel.Informational)]
    public void RequestSending(string method, string url) => WriteEvent(6, method, url);

    /// <summary>The header of an answer has arrived.</summary>
    [Event(7, Level = EventLevel.Informational)]
    public void ResponseBeginning(string url, int statusCode) => WriteEvent(7, url, statusCode);

    /// <summary>An answer has arrived whole.</summary>
    [Event(8, Level = EventLevel.Informational)]
    public void ResponseReceived(string url, int statusCode) => WriteEvent(8, url, statusCode);

    /// <summary>A certificate is about to be put into a store.</summary>
    [Event(9, Level = EventLevel.Informational)]
    public void CertificateAdding(string storeName, string thumbprint) => WriteEvent(9, storeName, thumbprint);

    /// <summary>A certificate is in a store.</summary>
    [Event(10, Level = EventLevel.Informational)]
    public void CertificateAdded(string storeName, string thumbprint) => WriteEvent(10, storeName, thumbprint);

    /// <summary>A key file is about to be let go, because the certificate store holds the key.</summary>
    [Event(11, Level = EventLevel.Informational)]
    public void KeyReleasing(string keyName) => WriteEvent(11, keyName);

    /// <summary>A journal entry is about to be removed.</summary>
    [Event(12, Level = EventLevel.Informational)]
    public void EntryRemoving(string enrollmentId) => WriteEvent(12, enrollmentId);

    /// <summary>A journal entry is gone.</summary>
    [Event(13, Level = EventLevel.Informational)]
    public void EntryRemoved(string enrollmentId) => WriteEvent(13, enrollmentId);

    /// <summary>A key is about to be destroyed.</summary>
    [Event(14, Level = EventLevel.Informational)]
    public void KeyDeleting(string keyName) => WriteEvent(14, keyName);

    /// <summary>A key is destroyed.</summary>
    [Event(15, Level = EventLevel.Informational)]
    public void KeyDeleted(string keyName) => WriteEvent(15, keyName);

    /// <summary>A key file is let go.</summary>
    [Event(16, Level = EventLevel.Informational)]
    public void KeyReleased(string keyName) => WriteEvent(16, keyName);

    /// <summary>A folder is made.</summary>
    [Event(17, Level = EventLevel.Verbose)]
    public void FolderCreated(string name) => WriteEvent(17, name);

    /// <summary>A temporary file has its content, perhaps only in memory.</summary>
    [Event(18, Level = EventLevel.Verbose)]
    public void FileWritten(string name) => WriteEvent(18, name);

    /// <summary>A temporary file is on disk.</summary>
    [Event(19, Level = EventLevel.Verbose)]
    public void FileFlushed(string name) => WriteEvent(19, name);

    /// <summary>A temporary file has taken the place of the old one.</summary>
    [Event(20, Level = EventLevel.Verbose)]
    public void FileRenamed(string name) => WriteEvent(20, name);

    /// <summary>A file is gone.</summary>
    [Event(21, Level = EventLevel.Verbose)]
    public void FileDeleted(string name) => WriteEvent(21, name);

    /// <summary>A folder that is no longer needed cannot be removed; a later run will try again.</summary>
    [Event(22, Level = EventLevel.Warning)]
    public void FolderKept(string name, string reason) => WriteEvent(22, name, reason);

    /// <summary>A proxy did not take a credential; the next one is tried.</summary>
    [Event(23, Level = EventLevel.Warning)]
    public void ProxyCredentialRefused(string host) => WriteEvent(23, host);

    /// <summary>An enrollment or a renewal begins, or is gone on with.</summary>
    [Event(24, Level = EventLevel.Informational)]
    public void EnrollmentStarted(string operation, string service, string version) =>
        WriteEvent(24, operation, service, version);

    /// <summary>An enrollment or a renewal has come to an end that is no failure.</summary>
    [Event(25, Level = EventLevel.Informational, Keywords = Keywords.Outcome)]
    public void EnrollmentCompleted(string status, string thumbprint, string reason) =>
        WriteEvent(25, status, thumbprint, reason);

    /// <summary>An enrollment or a renewal has failed; what was done is kept.</summary>
    [Event(26, Level = EventLevel.Error, Keywords = Keywords.Outcome)]
    public void EnrollmentFailed(string errorId, string target, string reason) => WriteEvent(26, errorId, target, reason);

    /// <summary>The reminder has looked at a certificate.</summary>
    [Event(27, Level = EventLevel.Informational)]
    public void ReminderChecked(string thumbprint, string action, int daysLeft) =>
        WriteEvent(27, thumbprint, action, daysLeft);

    /// <summary>A notice was shown to the user.</summary>
    [Event(28, Level = EventLevel.Informational, Keywords = Keywords.Outcome)]
    public void NoticeShown(string kind, string thumbprint, string way) => WriteEvent(28, kind, thumbprint, way);

    /// <summary>A notice could not be shown to the user.</summary>
    [Event(29, Level = EventLevel.Warning, Keywords = Keywords.Outcome)]
    public void NoticeNotShown(string kind, string thumbprint, string reason) => WriteEvent(29, kind, thumbprint, reason);

    /// <summary>A run of the reminder has ended.</summary>
    [Event(30, Level = EventLevel.Informational)]
    public void ReminderEnded(int certificates, int failures) => WriteEvent(30, certificates, failures);

    /// <summary>What the reminder remembered was unreadable, and it begins anew.</summary>
    [Event(31, Level = EventLevel.Warning)]
    public void ReminderStateUnreadable(string reason) => WriteEvent(31, reason);

    /// <summary>The record of what this user has enrolled at a service was unreadable; chains alone decide from now on.</summary>
    [Event(32, Level = EventLevel.Warning)]
    public void HistoryUnreadable(string service, string reason) => WriteEvent(32, service, reason);

    /// <summary>A certificate of the store cannot be read by this platform; the others are judged without it.</summary>
    [Event(33, Level = EventLevel.Warning)]
    public void CertificateUnreadable(string thumbprint, string reason) => WriteEvent(33, thumbprint, reason);

    /// <summary>An error that the module does not know has ended what a command was doing.</summary>
    [Event(34, Level = EventLevel.Error, Keywords = Keywords.Outcome)]
    public void UnexpectedError(string type, string reason) => WriteEvent(34, type, reason);

    /// <summary>The task of the reminder was run for the first time, and failed.</summary>
    [Event(35, Level = EventLevel.Warning, Keywords = Keywords.Outcome)]
    public void ReminderTaskFailed(string task, string reason) => WriteEvent(35, task, reason);

    /// <summary>A function of Windows has failed, and what it was called for is left out.</summary>
    [Event(36, Level = EventLevel.Warning)]
    public void WindowsFunctionFailed(string function, int error) => WriteEvent(36, function, error);

    /// <summary>A certificate that was renewed is archived: browsers no longer offer it.</summary>
    [Event(37, Level = EventLevel.Informational)]
    public void CertificateArchived(string storeName, string thumbprint) => WriteEvent(37, storeName, thumbprint);

    /// <summary>A certificate that was renewed cannot be archived; a later run will try again.</summary>
    [Event(38, Level = EventLevel.Warning)]
    public void CertificateNotArchived(string thumbprint, string reason) => WriteEvent(38, thumbprint, reason);

    /// <summary>A certificate was removed with its key, because it has been archived for as long as was chosen.</summary>
    [Event(39, Level = EventLevel.Informational, Keywords = Keywords.Outcome)]
    public void ReplacedCertificateRemoved(string thumbprint, string terminal) => WriteEvent(39, thumbprint, terminal);

    /// <summary>A notice of a due renewal is left to the operator's own tool, as Group Policy wants it.</summary>
    [Event(40, Level = EventLevel.Informational)]
    public void NoticeLeftToTool(string thumbprint, string tool) => WriteEvent(40, thumbprint, tool);

    /// <summary>A part of the list of installed programs could not be read, and counts as empty.</summary>
    [Event(41, Level = EventLevel.Warning)]
    public void ProgramsUnreadable(string place, string reason) => WriteEvent(41, place, reason);
}

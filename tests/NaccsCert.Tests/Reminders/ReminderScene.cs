using System;
using System.IO;
using NaccsCert.Renewal;
using NaccsCert.Tests.Support;
using NaccsCert.TestSupport;

namespace NaccsCert.Tests.Reminders;

/// <summary>A user with a reminder in a scratch folder, and runs of it at any moment.</summary>
internal sealed class ReminderScene : IDisposable
{
    private readonly ScratchDirectory _scratch = new();

    /// <summary>Where it remembers; a new object at each use, as each process has its own.</summary>
    public ReminderFile File => new(ScratchFolders.At(Folder));

    /// <summary>The folder of that, which is not there at first.</summary>
    public string Folder => _scratch.Member("reminder");

    /// <summary>The file itself.</summary>
    public string StatePath => Path.Combine(Folder, "state.json");

    /// <summary>Begins a run.</summary>
    public ReminderRun? TryBegin(DateTimeOffset now, ReminderSettings settings, params INotifier[] notifiers) =>
        ReminderRun.TryBegin(File, settings, now, Certificates.Tokyo, notifiers);

    /// <summary>A whole run over one certificate that is not renewed.</summary>
    public (ReminderResult Result, bool Renew) Look(
        DateTimeOffset now, ReminderSettings settings, NaccsCertificate? certificate, params INotifier[] notifiers)
    {
        using ReminderRun run = TryBegin(now, settings, notifiers)!;
        (ReminderResult Result, bool Renew) concluded = run.Complete(run.Plan(certificate ?? Certificates.At(now)));
        run.End();
        return concluded;
    }

    /// <summary>A whole run in which the renewal fails.</summary>
    public ReminderResult Fail(DateTimeOffset now, DateTimeOffset? retryAfter = null, params INotifier[] notifiers)
    {
        using ReminderRun run = TryBegin(now, Certificates.Silent, notifiers)!;
        ReminderResult result = run.Complete(
            run.Plan(Certificates.At(now)),
            new NaccsException(ErrorId.ServiceUnavailable, "host", "later", "503") { RetryAfter = retryAfter });
        run.End();
        return result;
    }

    /// <summary>A whole run in which the renewal comes to an end that is no failure.</summary>
    public ReminderResult Renew(DateTimeOffset now, EnrollmentStatus status, DateTimeOffset? next = null)
    {
        using ReminderRun run = TryBegin(now, Certificates.Silent)!;
        ReminderResult result = run.Complete(run.Plan(Certificates.At(now)), new EnrollmentResult
        {
            Status = status,
            Operation = EnrollmentOperation.Reenroll,
            Reason = "because",
            Changed = status == EnrollmentStatus.Renewed,
            Service = "naccs",
            Thumbprint = status == EnrollmentStatus.Renewed ? "BB02" : null,
            PreviousThumbprint = status == EnrollmentStatus.Renewed ? "AA01" : null,
            NextAttempt = next,
        });
        run.End();
        return result;
    }

    /// <summary>Whether a run at a moment would renew silently.</summary>
    public bool RenewsAt(DateTimeOffset now)
    {
        using ReminderRun run = TryBegin(now, Certificates.Silent)!;
        return run.RenewsNow(run.Plan(Certificates.At(now)));
    }

    public void Dispose() => _scratch.Dispose();
}

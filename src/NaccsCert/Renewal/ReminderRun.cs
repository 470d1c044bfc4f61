using System;
using System.Collections.Generic;
using System.Linq;
using NaccsCert.Diagnostics;
using NaccsCert.Resources;
using NaccsCert.Time;

namespace NaccsCert.Renewal;

/// <summary>
/// One run of the reminder: it decides, remembers and tells the user. Renewing itself is left to the caller, who brings
/// back how it went.
/// </summary>
internal sealed class ReminderRun : IDisposable
{
    private readonly ReminderFile _file;
    private readonly IDisposable _lock;
    private readonly ReminderSettings _settings;
    private readonly DateTimeOffset _now;
    private readonly TimeZoneInfo _zone;
    private readonly RenewalPlanner _planner;
    private readonly IReadOnlyList<INotifier> _notifiers;
    private readonly List<string> _seen = [];
    private ReminderState _state;
    private ErrorId? _error;
    private bool _isPostponed;

    private ReminderRun(
        ReminderFile file,
        IDisposable taken,
        ReminderState state,
        ReminderSettings settings,
        DateTimeOffset now,
        TimeZoneInfo zone,
        IReadOnlyList<INotifier> notifiers)
    {
        _file = file;
        _lock = taken;
        _state = state;
        _settings = settings;
        _now = now;
        _zone = zone;
        _planner = new RenewalPlanner(settings, now, zone);
        _notifiers = notifiers;
    }

    /// <summary>Begins a run.</summary>
    /// <param name="file">Where it remembers.</param>
    /// <param name="settings">How to go about it.</param>
    /// <param name="now">The present moment.</param>
    /// <param name="zone">The time zone in which the user works.</param>
    /// <param name="notifiers">The ways to tell the user, the best first; none to tell nothing.</param>
    public static ReminderRun? TryBegin(
        ReminderFile file, ReminderSettings settings, DateTimeOffset now, TimeZoneInfo zone, IReadOnlyList<INotifier> notifiers)
    {
        if (file.TryLock() is not { } taken)
        {
            return null;
        }

        try
        {
            return new ReminderRun(file, taken, file.Read(), settings, now, zone, notifiers);
        }
        catch (NaccsException)
        {
            taken.Dispose();
            throw;
        }
    }

    /// <summary>Whether somebody still works with a certificate.</summary>
    public bool Concerns(NaccsCertificate certificate) => _planner.Concerns(certificate);

    /// <summary>Plans for a certificate.</summary>
    public RenewalPlan Plan(NaccsCertificate certificate)
    {
        RenewalPlan plan = _planner.Plan(certificate);
        _seen.Add(certificate.Thumbprint);
        NaccsCertEventSource.Log.ReminderChecked(certificate.Thumbprint, plan.Status.ToString(), plan.DaysLeft);
        return plan;
    }

    /// <summary>Whether a certificate is to be renewed now, without asking.</summary>
    public bool RenewsNow(RenewalPlan plan) =>
        _settings.AutoRenew
        && plan is { Status: RenewalPlanStatus.RenewalDue, SilentRenewal: not null }
        && (_state.Of(plan.Thumbprint!).NextAttempt is not { } next || next <= _now);

    /// <summary>Ends with a certificate that was not renewed: tells the user, where it is time to.</summary>
    /// <returns>The result, and whether the user wants to renew now.</returns>
    public (ReminderResult Result, bool Renew) Complete(RenewalPlan plan)
    {
        CertificateReminderState memory = _state.Of(plan.Thumbprint!);
        (NoticeStatus notice, bool renew) = Tell(plan, null);
        bool waits = plan is { Status: RenewalPlanStatus.RenewalDue, SilentRenewal: not null };
        _isPostponed |= waits && memory.Failures > 0;
        ReminderOutcome outcome = plan.Status switch
        {
            RenewalPlanStatus.NotDue => ReminderOutcome.NotDue,
            RenewalPlanStatus.Scheduled => ReminderOutcome.Scheduled,
            RenewalPlanStatus.ReissueRequired => ReminderOutcome.ReissueRequired,
            _ => waits ? ReminderOutcome.Waiting : ReminderOutcome.RenewalDue,
        };
        return (
            NewResult(plan, outcome, notice) with
            {
                Reason = waits && memory.NextAttempt is { } next ? Strings.Format(StringId.EntryWaits, LocalTime.Text(next)) : plan.Reason,
                NextAttempt = waits ? memory.NextAttempt : plan.NextAttempt,
            },
            renew);
    }

    /// <summary>Ends with a certificate whose renewal came to an end that is no failure.</summary>
    public ReminderResult Complete(RenewalPlan plan, EnrollmentResult renewal)
    {
        bool renewed = renewal.Status is EnrollmentStatus.Renewed or EnrollmentStatus.NotYetValid;
        CertificateReminderState memory = _state.Of(plan.Thumbprint!);
        _state = _state.With(memory with
        {
            Failures = renewed ? 0 : memory.Failures,
            NextAttempt = renewed ? null : renewal.NextAttempt,
        });
        _isPostponed |= !renewed && memory.Failures > 0;

        return NewResult(plan, renewed ? ReminderOutcome.Renewed : ReminderOutcome.Waiting, renewed ? NoticeStatus.None : Tell(plan, null).Status) with
        {
            Reason = renewal.Reason,
            Changed = renewal.Changed,
            Thumbprint = renewal.Thumbprint ?? plan.Thumbprint,
            PreviousThumbprint = renewal.PreviousThumbprint,
            RootCA = renewal.RootCA,
            RenewalOpens = renewal.RenewalOpens ?? plan.RenewalOpens,
            NextAttempt = renewal.NextAttempt,
        };
    }

    /// <summary>Ends with a certificate whose renewal has failed.</summary>
    public ReminderResult Complete(RenewalPlan plan, NaccsException failure)
    {
        CertificateReminderState memory = _state.Of(plan.Thumbprint!).Failed(_now, failure.RetryAfter);
        _state = _state.With(memory);
        _error = failure.ErrorId;
        return NewResult(plan, ReminderOutcome.Failed, Tell(plan, failure.Message).Status) with
        {
            Reason = failure.Message,
            NextAttempt = memory.NextAttempt,
            Error = failure.ErrorId,
        };
    }

    /// <summary>Remembers an error that ends nothing but is a failure of the run.</summary>
    public void Note(NaccsException failure) => _error = failure.ErrorId;

    /// <summary>Ends the run, and remembers it.</summary>
    /// <exception cref="NaccsException"><see cref="ErrorId.ReminderStateUnavailable"/>.</exception>
    public void End()
    {
        _state = _error is { } error ? _state.Failed(_now, error, _seen)
            : _isPostponed ? _state.Postponed(_now, _seen)
            : _state.Succeeded(_now, _seen);
        Write();
    }

    /// <summary>Ends a run that could not look at all certificates, and forgets none of them.</summary>
    /// <param name="failure">What was in the way.</param>
    /// <exception cref="NaccsException"><see cref="ErrorId.ReminderStateUnavailable"/>.</exception>
    public void Abandon(ErrorId failure)
    {
        _state = _state.Failed(_now, failure, [.. _state.Certificates.Select(memory => memory.Thumbprint)]);
        Write();
    }

    /// <summary>Lets the next run begin.</summary>
    public void Dispose() => _lock.Dispose();

    private void Write()
    {
        NaccsCertEventSource.Log.ReminderEnded(_seen.Count, _state.Failures);
        _file.Write(_state);
    }

    // One notice a day about a certificate; "later" means tomorrow.
    private (NoticeStatus Status, bool Renew) Tell(RenewalPlan plan, string? failure)
    {
        if (_notifiers.Count == 0 || Notice.For(plan, _settings, failure) is not { } notice)
        {
            return (NoticeStatus.None, false);
        }

        // Not remembered as told: the tool may be gone by the next run. Of failures and missed renewals it knows nothing.
        if (notice.Kind == NoticeKind.RenewalDue && _settings.LeftTo is { } tool)
        {
            NaccsCertEventSource.Log.NoticeLeftToTool(plan.Thumbprint!, tool.ToString());
            return (NoticeStatus.LeftToOfficialTool, false);
        }

        CertificateReminderState memory = _state.Of(plan.Thumbprint!);
        if (memory.NoticedToday(_now, _zone))
        {
            return (NoticeStatus.ShownToday, false);
        }

        foreach (INotifier notifier in _notifiers)
        {
            NoticeResponse response = notifier.Show(notice);
            if (response != NoticeResponse.Unavailable)
            {
                NaccsCertEventSource.Log.NoticeShown(notice.Kind.ToString(), plan.Thumbprint!, notifier.Name);
                _state = _state.With(memory with { Noticed = _now });
                return (NoticeStatus.Shown, response == NoticeResponse.Renew);
            }
        }

        NaccsCertEventSource.Log.NoticeNotShown(
            notice.Kind.ToString(), plan.Thumbprint!, string.Join(", ", _notifiers.Select(notifier => notifier.Name)));
        return (NoticeStatus.Unavailable, false);
    }

    private static ReminderResult NewResult(RenewalPlan plan, ReminderOutcome outcome, NoticeStatus notice) => new()
    {
        Status = outcome,
        Reason = plan.Reason,
        Changed = false,
        Thumbprint = plan.Thumbprint,
        Terminal = plan.Terminal,
        DaysLeft = plan.DaysLeft,
        RenewalOpens = plan.RenewalOpens,
        Notice = notice,
        Service = plan.Service,
    };
}

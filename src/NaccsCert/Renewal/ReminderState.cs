using System;
using System.Collections.Generic;
using System.Linq;

namespace NaccsCert.Renewal;

/// <summary>What the reminder of a user remembers.</summary>
internal sealed record ReminderState
{
    /// <summary>Nothing is remembered.</summary>
    public static ReminderState Empty { get; } = new();

    /// <summary>When it was registered; null when it is not.</summary>
    public DateTimeOffset? Registered { get; init; }

    /// <summary>Whether the user wanted silent renewal when it was registered.</summary>
    public bool AutoRenew { get; init; }

    /// <summary>The end of the last run.</summary>
    public DateTimeOffset? LastRun { get; init; }

    /// <summary>The end of the last run without a failure.</summary>
    public DateTimeOffset? LastSuccess { get; init; }

    /// <summary>How many runs in a row had a failure.</summary>
    public int Failures { get; init; }

    /// <summary>The error of the last run.</summary>
    public ErrorId? LastError { get; init; }

    /// <summary>What is remembered of certificates.</summary>
    public IReadOnlyList<CertificateReminderState> Certificates { get; init; } = [];

    /// <summary>What is remembered of a certificate.</summary>
    public CertificateReminderState Of(string thumbprint) =>
        Certificates.FirstOrDefault(memory => memory.Thumbprint == thumbprint) ?? CertificateReminderState.Of(thumbprint);

    /// <summary>Remembers something of a certificate.</summary>
    public ReminderState With(CertificateReminderState memory) =>
        this with { Certificates = [.. Certificates.Where(other => other.Thumbprint != memory.Thumbprint), memory] };

    /// <summary>Remembers that a run has ended in which nothing failed, and nothing more of certificates that are gone.</summary>
    /// <param name="now">Its end.</param>
    /// <param name="present">The certificates that it looked at.</param>
    public ReminderState Succeeded(DateTimeOffset now, IReadOnlyCollection<string> present) =>
        Postponed(now, present) with { LastSuccess = now, Failures = 0, LastError = null };

    /// <summary>Remembers that a run has ended with a failure.</summary>
    /// <param name="now">Its end.</param>
    /// <param name="error">The failure.</param>
    /// <param name="present">The certificates of which it still remembers something.</param>
    public ReminderState Failed(DateTimeOffset now, ErrorId error, IReadOnlyCollection<string> present) =>
        Postponed(now, present) with { Failures = Failures + 1, LastError = error };

    /// <summary>
    /// Remembers that a run has ended that put a renewal off because of earlier failures: it has mended nothing, so they
    /// count on.
    /// </summary>
    /// <param name="now">Its end.</param>
    /// <param name="present">The certificates that it looked at.</param>
    public ReminderState Postponed(DateTimeOffset now, IReadOnlyCollection<string> present) => this with
    {
        LastRun = now,
        Certificates = [.. Certificates.Where(memory => present.Contains(memory.Thumbprint))],
    };
}

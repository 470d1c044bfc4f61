using System;
using System.Collections.Generic;
using System.Linq;

namespace NaccsCert.Guidance;

/// <summary>Finds what a person can do after a command, from the records that it has put out.</summary>
/// <param name="now">The present moment.</param>
/// <param name="reminder">What there is to be said about the reminder; asked only where a certificate was enrolled.</param>
internal sealed class NextSteps(DateTimeOffset now, Func<ReminderOffer> reminder)
{
    private const int MaxTerminals = 3;
    private const string Request = "Request-NaccsCertificate";
    private const string Restore = "Restore-NaccsCertificate";
    private const string Update = "Update-NaccsCertificate";

    /// <summary>Finds the steps.</summary>
    /// <param name="records">The records, of any type.</param>
    /// <returns>Each step once, however many records ask for it; the most urgent first.</returns>
    public IReadOnlyList<NextStep> From(IEnumerable<PlacedRecord> records) =>
    [
        .. records.Select(StepOf).OfType<Need>()
            .GroupBy(need => (need.Kind, need.Command))
            .OrderBy(needs => needs.Key.Kind)
            .Select(needs => Join(needs.Key.Kind, needs.Key.Command, [.. needs])),
    ];

    private static NextStep Join(NextStepKind kind, NextCommand? command, Need[] needs)
    {
        string[] terminals = [.. needs.Select(need => need.Terminal).OfType<string>().Distinct()];
        return new NextStep(kind, needs.Length, command)
        {
            When = needs.Any(need => need.When is null) ? null : needs.Min(need => need.When),
            Terminals = terminals.Length <= MaxTerminals ? terminals : [],
            EnrollmentId = needs.Length == 1 ? needs[0].EnrollmentId : null,
        };
    }

    private Need? StepOf(PlacedRecord placed) => placed.Record switch
    {
        NaccsCertificate { Archived: true } record => OfArchived(record, placed.Place),
        NaccsCertificate record => OfCertificate(record.Status, record.Terminal, placed.Place),
        CertificateTestResult record => OfCertificate(record.CertificateStatus, record.Terminal, placed.Place),
        RenewalPlan { Status: RenewalPlanStatus.RenewalDue } record => Renew(record.Terminal, placed.Place),
        RenewalPlan { Status: RenewalPlanStatus.ReissueRequired } => Reissue(placed.Place),
        NaccsEnrollment { Operation: not null } record => OfEnrollment(record, placed.Place),
        EnrollmentResult record => OfResult(record, placed.Place),
        _ => null,
    };

    private static Need? OfCertificate(CertificateStatus status, string terminal, CommandPlace place) => status switch
    {
        CertificateStatus.RenewalDue => Renew(terminal, place),
        CertificateStatus.Expired or CertificateStatus.KeyMissing or CertificateStatus.KeyUnusable => Reissue(place),
        _ => null,
    };

    // What was replaced is archived rightly.
    private static Need? OfArchived(NaccsCertificate record, CommandPlace place) =>
        record.Status is CertificateStatus.Valid or CertificateStatus.RenewalDue
            ? new Need(NextStepKind.Restore, At(Restore, place)) { Terminal = record.Terminal }
            : null;

    private Need OfEnrollment(NaccsEnrollment record, CommandPlace place) => record.WaitsForFile
        ? Import(place)
        : new Need(NextStepKind.Resume, Resume)
        {
            EnrollmentId = record.EnrollmentId,
            When = record.NextAttempt > now ? record.NextAttempt : null,
        };

    private Need? OfResult(EnrollmentResult record, CommandPlace place) => record.Status switch
    {
        EnrollmentStatus.Pending when record.NextAttempt is null => Import(place),
        EnrollmentStatus.Pending => new Need(NextStepKind.Resume, Resume)
        {
            EnrollmentId = record.EnrollmentId,
            When = record.NextAttempt,
        },
        EnrollmentStatus.Deferred => Again(NextStepKind.Deferred, record, place),
        EnrollmentStatus.Busy => Again(NextStepKind.Busy, record, place),
        EnrollmentStatus.Renewed => new Need(
            record.PreviousArchived == true ? NextStepKind.RestartForNew : NextStepKind.Restart, null),
        EnrollmentStatus.Enrolled or EnrollmentStatus.Imported => Remind(record, place),
        _ => null,
    };

    private static NextCommand Resume => new("Resume-NaccsEnrollment");

    private static Need Renew(string terminal, CommandPlace place) =>
        new(NextStepKind.Renew, At(Update, place)) { Terminal = place.IsNarrowed ? terminal : null };

    private static Need Reissue(CommandPlace place) => new(NextStepKind.Reissue, At(Request, place));

    // The store is in the journal.
    private static Need Import(CommandPlace place) =>
        new(NextStepKind.Import, new NextCommand("Import-NaccsCertificate", place.Service));

    // What the rows of a list came from, only the user knows.
    private static Need Again(NextStepKind kind, EnrollmentResult record, CommandPlace place)
    {
        string name = record.Operation == EnrollmentOperation.Enroll ? Request : Update;
        return new Need(kind, record.Row is null ? At(name, place) : null) { When = record.NextAttempt };
    }

    private Need? Remind(EnrollmentResult record, CommandPlace place) => reminder() switch
    {
        ReminderOffer.Register => new Need(
            NextStepKind.RegisterReminder, new NextCommand("Register-NaccsRenewalReminder", place.Service)),
        ReminderOffer.Unavailable when record.RenewalOpens > now =>
            new Need(NextStepKind.RenewLater, At(Update, place)) { When = record.RenewalOpens },
        _ => null,
    };

    private static NextCommand At(string name, CommandPlace place) => new(name, place.Service, place.StoreName);

    private sealed record Need(NextStepKind Kind, NextCommand? Command)
    {
        public string? Terminal { get; init; }

        public string? EnrollmentId { get; init; }

        public DateTimeOffset? When { get; init; }
    }
}

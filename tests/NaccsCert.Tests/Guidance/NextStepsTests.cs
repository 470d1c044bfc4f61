using System;
using System.Collections.Generic;
using System.Linq;
using NaccsCert.Guidance;
using NaccsCert.Tests.Reminders;
using Xunit;

namespace NaccsCert.Tests.Guidance;

/// <summary>What a person is told to do next, by what a command has put out.</summary>
public sealed class NextStepsTests
{
    private static readonly DateTimeOffset Now = Certificates.Opens.AddDays(1);
    private static readonly DateTimeOffset Later = Now.AddHours(2);
    private static readonly CommandPlace Usual = new(null, null, IsNarrowed: false);
    private static readonly CommandPlace Elsewhere = new("test", "Other", IsNarrowed: false);

    [Theory]
    [InlineData(CertificateStatus.RenewalDue, NextStepKind.Renew, "Update-NaccsCertificate")]
    [InlineData(CertificateStatus.Expired, NextStepKind.Reissue, "Request-NaccsCertificate")]
    [InlineData(CertificateStatus.KeyMissing, NextStepKind.Reissue, "Request-NaccsCertificate")]
    [InlineData(CertificateStatus.KeyUnusable, NextStepKind.Reissue, "Request-NaccsCertificate")]
    internal void What_a_certificate_needs_is_told_with_the_place_that_was_named(
        CertificateStatus status, NextStepKind kind, string command)
    {
        NextStep step = Assert.Single(From(Certificates.Of(status, Now), Elsewhere));
        Assert.Equal((kind, 1, new NextCommand(command, "test", "Other")), (step.Kind, step.Count, step.Command));
        Assert.Empty(step.Terminals);
    }

    [Theory]
    [InlineData(CertificateStatus.Valid)]
    [InlineData(CertificateStatus.NotYetValid)]
    [InlineData(CertificateStatus.Superseded)]
    [InlineData(CertificateStatus.Unverified)]
    public void Of_what_needs_nothing_nothing_is_told(CertificateStatus status) =>
        Assert.Empty(From(Certificates.Of(status, Now), Usual));

    [Fact]
    public void Three_hundred_due_certificates_are_one_step()
    {
        NextStep step = Assert.Single(Steps(
            ReminderOffer.None,
            Enumerable.Range(0, 300).Select(number => (object)Certificates.Of(CertificateStatus.RenewalDue, Now, $"T{number}")),
            Usual));
        Assert.Equal((NextStepKind.Renew, 300), (step.Kind, step.Count));
    }

    [Fact]
    public void Who_named_certificates_is_told_to_renew_these()
    {
        NaccsCertificate[] due = [.. new[] { "T1", "T2" }.Select(terminal => Certificates.Of(CertificateStatus.RenewalDue, Now, terminal))];
        Assert.Equal(["T1", "T2"], Assert.Single(Steps(ReminderOffer.None, due, Usual with { IsNarrowed = true })).Terminals);
        Assert.Empty(Assert.Single(Steps(ReminderOffer.None, due, Usual)).Terminals);
    }

    [Fact]
    public void The_most_urgent_comes_first()
    {
        object[] records =
        [
            Result(EnrollmentStatus.Renewed),
            Certificates.Of(CertificateStatus.RenewalDue, Now),
            Certificates.Of(CertificateStatus.Expired, Now),
        ];
        Assert.Equal(
            [NextStepKind.Reissue, NextStepKind.Renew, NextStepKind.Restart],
            Steps(ReminderOffer.None, records, Usual).Select(step => step.Kind));
    }

    [Fact]
    public void What_is_issued_later_is_resumed_then_and_several_by_one_command()
    {
        EnrollmentResult pending = Result(EnrollmentStatus.Pending) with { EnrollmentId = "id", NextAttempt = Later };
        NextStep step = Assert.Single(From(pending, Elsewhere));
        Assert.Equal((NextStepKind.Resume, "id", Later), (step.Kind, step.EnrollmentId, step.When));
        Assert.Equal(new NextCommand("Resume-NaccsEnrollment"), step.Command);

        step = Assert.Single(Steps(
            ReminderOffer.None, [pending, pending with { EnrollmentId = "other", NextAttempt = Later.AddHours(1) }], Usual));
        Assert.Null(step.EnrollmentId);
        Assert.Equal(Later, step.When);
    }

    [Fact]
    public void What_waits_for_a_file_is_imported_and_what_has_waited_long_enough_is_resumed_now()
    {
        NaccsEnrollment enrollment = new()
        {
            Status = "Pending",
            Reason = "because",
            EnrollmentId = "id",
            Operation = EnrollmentOperation.Enroll,
            NextAttempt = Now.AddHours(-1),
        };
        NextStep resume = Assert.Single(From(enrollment, Usual));
        Assert.Equal((NextStepKind.Resume, "id", null), (resume.Kind, resume.EnrollmentId, resume.When));

        NextCommand import = new("Import-NaccsCertificate", "test");
        Assert.Equal(import, Assert.Single(From(enrollment with { WaitsForFile = true }, Elsewhere)).Command);
        Assert.Equal(import, Assert.Single(From(Result(EnrollmentStatus.Pending) with { EnrollmentId = "id" }, Elsewhere)).Command);

        Assert.Empty(From(enrollment with { Status = "Unreadable", Operation = null }, Usual));
    }

    [Theory]
    [InlineData(EnrollmentStatus.Deferred, NextStepKind.Deferred)]
    [InlineData(EnrollmentStatus.Busy, NextStepKind.Busy)]
    internal void What_could_not_be_done_now_is_done_again_later(EnrollmentStatus status, NextStepKind kind)
    {
        EnrollmentResult result = Result(status) with { NextAttempt = Later };
        NextStep step = Assert.Single(From(result, Elsewhere));
        Assert.Equal(
            (kind, Later, new NextCommand("Request-NaccsCertificate", "test", "Other")), (step.Kind, step.When, step.Command));
        Assert.Equal(
            new NextCommand("Update-NaccsCertificate", "test", "Other"),
            Assert.Single(From(result with { Operation = EnrollmentOperation.Reenroll }, Elsewhere)).Command);
        Assert.Null(Assert.Single(From(result with { Row = 3 }, Elsewhere)).Command);
    }

    [Theory]
    [InlineData(EnrollmentStatus.Enrolled)]
    [InlineData(EnrollmentStatus.Imported)]
    public void After_the_first_certificate_the_reminder_is_registered_unless_it_is(EnrollmentStatus status)
    {
        EnrollmentResult enrolled = Result(status) with { RenewalOpens = Later };
        NextStep step = Assert.Single(Steps(ReminderOffer.Register, [enrolled, enrolled], Elsewhere));
        Assert.Equal(
            (NextStepKind.RegisterReminder, new NextCommand("Register-NaccsRenewalReminder", "test")), (step.Kind, step.Command));
        Assert.Empty(Steps(ReminderOffer.None, [enrolled], Usual));
    }

    [Fact]
    public void Where_nothing_can_remind_the_day_is_told()
    {
        EnrollmentResult enrolled = Result(EnrollmentStatus.Enrolled) with { RenewalOpens = Later };
        NextStep step = Assert.Single(Steps(ReminderOffer.Unavailable, [enrolled], Usual));
        Assert.Equal((NextStepKind.RenewLater, Later, new NextCommand("Update-NaccsCertificate")), (step.Kind, step.When, step.Command));
        Assert.Empty(Steps(ReminderOffer.Unavailable, [enrolled with { RenewalOpens = Now }], Usual));
    }

    [Fact]
    public void The_reminder_is_looked_at_only_after_an_enrollment() =>
        new NextSteps(Now, () => throw new InvalidOperationException()).From(
            [new PlacedRecord(Certificates.Of(CertificateStatus.RenewalDue, Now), Usual), new PlacedRecord(Result(EnrollmentStatus.Renewed), Usual)]);

    private static IReadOnlyList<NextStep> From(object record, CommandPlace place) => Steps(ReminderOffer.None, [record], place);

    private static IReadOnlyList<NextStep> Steps(ReminderOffer offer, IEnumerable<object> records, CommandPlace place) =>
        new NextSteps(Now, () => offer).From(records.Select(record => new PlacedRecord(record, place)));

    private static EnrollmentResult Result(EnrollmentStatus status) => new()
    {
        Status = status,
        Operation = EnrollmentOperation.Enroll,
        Service = "naccs",
        Reason = "because",
        Changed = true,
    };
}

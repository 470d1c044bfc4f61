using System.Collections.Generic;

namespace NaccsCert.Build.Views;

/// <summary>The views of every type that commands put out, for a console of 80 columns.</summary>
internal static class Views
{
    private const int HostWidth = 34;

    private static readonly Column Host =
        new("Host", HostWidth, new Value("HostName", $"[NaccsCert.ValueText]::Fit($(if ($_.Port -eq 443) {{ $_.HostName }} else {{ '{{0}}:{{1}}' -f $_.HostName, $_.Port }}), {HostWidth})"));

    // What a host is for, and below that its name: beside each other they would leave nothing for the rest.
    private static readonly Column RoleAndHost = Host with
    {
        Value = new Value("HostName", $"('{{0}} ({{1}})' -f {Value.WordsOf("HostRole", "$_.Role")}, {Value.WordsOf("HostEnvironment", "$_.Environment")}) + \"`n\" + {Host.Value.Script}"),
    };

    // Whether it is offered matters more than what it would be good for. Records from a job or a file have texts in place of values.
    private static readonly Column CertificateStatus = new("Status", 13, new Value(
        "Status", Value.WordsOf(nameof(CertificateStatus), "$(if (\"$($_.Archived)\" -eq 'True') { 'Archived' } else { $_.Status })")));

    /// <summary>All of them.</summary>
    public static IReadOnlyList<View> All { get; } =
    [
        View.Of<NaccsCertificate>(
            CertificateStatus,
            Column.Name("Terminal", 28),
            Column.Day("NotAfter"),
            Column.Days("DaysLeft"),
            Column.Day("RenewalOpens", 12)),
        View.Of<NaccsEnrollment>(
            Column.Of("Status", 12),
            Column.Name("EnrollmentId", 37),
            Column.Text("Reason")),
        View.Of<EnrollmentResult>(
            Column.Of("Status", 15),
            Column.Name("Terminal", 12),
            Column.When(
                Moment.Day("RenewalOpens", "RenewalOpens", "Enrolled", "Renewed", "Imported", "NotDue", "AlreadyEnrolled"),
                Moment.Minute("ValidFrom", "NotBefore", "NotYetValid"),
                Moment.Minute("RunAgain", "NextAttempt", "Pending", "Deferred", "Busy", "Failed")),
            Column.Text("Reason")),
        View.Of<CertificateTestResult>(
            Column.Of("Status", 7),
            Column.Name("Terminal", 14),
            Column.Days("DaysLeft"),
            Column.Text("Reason")),
        View.Of<Check>(
            Column.Of("Status", 7),
            Column.Of("Name", 20),
            Column.Text("Detail")),
        View.Of<ConnectivityResult>(
            Column.Of("Status", 7),
            RoleAndHost,
            Column.Text("Reason")) with
        {
            Short = Host.Value,
        },
        View.Of<ConnectivityStage>(
            Column.Of("Status", 7),
            Column.Of("Stage", 20),
            new Column("Milliseconds", 5, Value.From("if ($null -ne $_.Duration) { [int] $_.Duration.TotalMilliseconds }")) { IsNumber = true },
            new Column("Detail", null, new Value("Detail", "if ($_.Advice) { '{0} {1}' -f $_.Detail, $_.Advice } else { $_.Detail }")) { IsText = true }) with
        {
            GroupBy = Host,
        },
        View.Of<NaccsMaintenanceWindow>(
            new Column("Status", 7, new Value("IsCurrent", Value.WordsOf("Window", "$(if ($_.IsCurrent) { 'Current' } else { 'Next' })"))),
            Column.ZonedMinute("ServiceStart"),
            Column.ZonedMinute("ServiceEnd"),
            Column.ZonedMinute("LocalStart")) with
        {
            KeepsTimeZones = true,
        },
        View.Of<RootCAResult>(
            Column.Of("Status", 15),
            Column.Name("Name", 31),
            Column.Text("Reason")),
        View.Of<AccountResult>(
            Column.Of("Status", 17),
            Column.Name("UserName", 24),
            Column.Text("Reason")),
        View.Of<ServiceDefinitionTestResult>(
            Column.Of("Status", 7),
            new Column("LineNumber", 10, Value.Of("LineNumber")) { IsNumber = true },
            new Column("ColumnNumber", 12, Value.Of("ColumnNumber")) { IsNumber = true },
            Column.Text("Reason")) with
        {
            Short = Value.Of("Location"),
        },
        View.Of<NaccsPolicy>(
            Column.Of("Source", 14),
            Column.Of("Name", 19),
            Column.Of("Value", 18),
            Column.Text("Reason")),
        View.Of<NaccsBrowserPolicy>(
            Column.Of("Status", 8),
            Column.Of("Browser", 8),
            Host,
            Column.Text("Reason")) with
        {
            Short = Host.Value,
        },
        View.Of<NaccsBrowserConflict>(
            Column.Of("Kind", 14),
            Column.Text("Reason")) with
        {
            Short = Value.Of("Path"),
        },
        View.Of<RenewalPlan>(
            Column.Of("Status", 15),
            Column.Name("Terminal", 12),
            Column.Days("DaysLeft"),
            Column.When(
                Moment.Day("RenewalOpens", "RenewalOpens", "NotDue"),
                Moment.Minute("AutomaticRenewal", "SilentRenewal", "Scheduled"),
                Moment.Minute("RenewBy", "NotAfter", "RenewalDue")),
            Column.Text("Reason")),
        View.Of<MigrationResult>(
            Column.Of("Status", 10),
            Column.Name("Name", 20),
            Column.Text("Reason")) with
        {
            GroupBy = new Column("Change", null, Value.Words("Change", nameof(MigrationChange))),
            Short = Value.Of("Name"),
        },
        View.Of<NaccsTerminal>(
            Column.Of("Status", 15),
            Column.Name("Terminal", 12),
            Column.Days("DaysToSuspension") with { Width = 5 },
            Column.When(
                Moment.ZonedDay("SuspensionFrom", "SuspensionFrom", "NotFetched", "Expired"),
                Moment.ZonedDay("RenewBy", "NotAfter", "RenewalDue"),
                Moment.ZonedDay("RenewalOpens", "RenewalOpens", "Installed", "Superseded")),
            Column.Text("Reason")) with
        {
            KeepsTimeZones = true,
        },
        View.Of<ReminderResult>(
            Column.Of("Status", 15),
            Column.Name("Terminal", 12),
            Column.When(
                Moment.Day("RenewalOpens", "RenewalOpens", "NotDue", "Renewed"),
                Moment.Minute("AutomaticRenewal", "NextAttempt", "Scheduled"),
                Moment.Minute("NextRun", "NextAttempt", "Waiting", "Failed")),
            Column.Text("Reason")),
        View.Of<NaccsRenewalReminder>(
            Column.Of("Status", 14),
            Column.Of("AutoRenew", 9),
            Column.Minute("LastRun"),
            Column.Minute("LastSuccess"),
            Column.Text("Reason")) with
        {
            Short = Value.Of("TaskName"),
        },
        View.Of<NaccsLogEntry>(
            Column.Of("Level", 11),
            Column.Second("Time"),
            Column.Text("Message")) with
        {
            Short = Value.Of("Event"),
        },
        View.Of<NaccsSupportBundle>(
            new Column("Length", 10, Value.Of("Length")) { IsNumber = true },
            Column.Of("Path")),
        View.Of<NaccsFleetReport>(
            new Column("Certificates", 12, Value.Of("Certificates")) { IsNumber = true },
            new Column("Due", 8, Value.Of("Due")) { IsNumber = true },
            new Column("Failed", 6, Value.Of("Failed")) { IsNumber = true },
            new Column("NotReported", 11, Value.Of("NotReported")) { IsNumber = true },
            Column.Of("Path")) with
        {
            Short = Value.Of("Path"),
        },
        View.Of<ComplianceResult>(
            Column.Of("Code", 17),
            Column.Of("IsCompliant", 11),
            Column.Of("Line")) with
        {
            Short = Value.Of("ExitCode"),
        },
    ];
}

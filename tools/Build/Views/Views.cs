using System.Collections.Generic;

namespace NaccsCert.Build.Views;

/// <summary>The views of every type that commands put out, for a console of 80 columns.</summary>
internal static class Views
{
    private static readonly Column Host =
        new("Host", 30, Value.From("if ($_.Port -eq 443) { $_.HostName } else { '{0}:{1}' -f $_.HostName, $_.Port }"));

    /// <summary>All of them.</summary>
    public static IReadOnlyList<View> All { get; } =
    [
        View.Of<NaccsCertificate>(
            Column.Of("Status", 11),
            Column.Of("Terminal", 10),
            Column.Day("NotAfter"),
            Column.Days("DaysLeft"),
            Column.Of("Thumbprint", 40)),
        View.Of<NaccsEnrollment>(
            Column.Of("Status", 10),
            Column.Of("EnrollmentId", 37),
            Column.Of("Reason")),
        View.Of<EnrollmentResult>(
            Column.Of("Status", 15),
            Column.Of("Terminal", 10),
            Column.Minute("NextAttempt"),
            Column.Of("Reason")),
        View.Of<CertificateTestResult>(
            Column.Of("Status", 7),
            Column.Of("Terminal", 10),
            Column.Days("DaysLeft"),
            Column.Of("Reason")),
        View.Of<Check>(
            Column.Of("Status", 7),
            Column.Of("Name", 19),
            Column.Of("Detail")),
        View.Of<ConnectivityResult>(
            Column.Of("Status", 7),
            Column.Of("Role", 18),
            Host,
            Column.Of("Reason")) with
        {
            Short = Host.Value,
        },
        View.Of<ConnectivityStage>(
            Column.Of("Status", 7),
            Column.Of("Stage", 19),
            new Column("Milliseconds", 5, Value.From("if ($null -ne $_.Duration) { [int] $_.Duration.TotalMilliseconds }")) { IsNumber = true },
            new Column("Detail", null, Value.From("if ($_.Advice) { '{0} {1}' -f $_.Detail, $_.Advice } else { $_.Detail }"))) with
        {
            GroupBy = Host,
        },
        View.Of<NaccsMaintenanceWindow>(
            new Column("Status", 7, new Value("IsCurrent", "if ($_.IsCurrent) { 'Current' } else { 'Next' }")),
            Column.ZonedMinute("ServiceStart"),
            Column.ZonedMinute("ServiceEnd"),
            Column.ZonedMinute("LocalStart")) with
        {
            KeepsTimeZones = true,
        },
        View.Of<RootCAResult>(
            Column.Of("Status", 15),
            Column.Of("Name", 31),
            Column.Of("Reason")),
        View.Of<AccountResult>(
            Column.Of("Status", 17),
            Column.Of("UserName", 20),
            Column.Of("Reason")),
        View.Of<ServiceDefinitionTestResult>(
            Column.Of("Status", 7),
            new Column("LineNumber", 10, Value.Of("LineNumber")) { IsNumber = true },
            new Column("ColumnNumber", 12, Value.Of("ColumnNumber")) { IsNumber = true },
            Column.Of("Reason")) with
        {
            Short = Value.Of("Location"),
        },
        View.Of<NaccsPolicy>(
            Column.Of("Source", 8),
            Column.Of("Name", 19),
            Column.Of("Value", 20),
            Column.Of("Reason")),
        View.Of<RenewalPlan>(
            Column.Of("Status", 15),
            Column.Of("Terminal", 10),
            Column.Days("DaysLeft"),
            Column.Minute("NextAttempt"),
            Column.Of("Reason")),
        View.Of<ReminderResult>(
            Column.Of("Status", 15),
            Column.Of("Terminal", 10),
            Column.Of("Notice", 11),
            Column.Minute("NextAttempt"),
            Column.Of("Reason")),
        View.Of<NaccsRenewalReminder>(
            Column.Of("Status", 13),
            Column.Of("AutoRenew", 9),
            Column.Minute("LastRun"),
            Column.Minute("LastSuccess"),
            Column.Of("Reason")) with
        {
            Short = Value.Of("TaskName"),
        },
        View.Of<NaccsLogEntry>(
            Column.Of("Level", 13),
            Column.Second("Time"),
            Column.Of("Message")) with
        {
            Short = Value.Of("Event"),
        },
        View.Of<NaccsSupportBundle>(
            new Column("Length", 10, Value.Of("Length")) { IsNumber = true },
            Column.Of("Path")),
        View.Of<ComplianceResult>(
            Column.Of("Code", 15),
            Column.Of("IsCompliant", 11),
            Column.Of("Line")) with
        {
            Short = Value.Of("ExitCode"),
        },
    ];
}

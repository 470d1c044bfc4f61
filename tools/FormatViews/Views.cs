using System.Collections.Generic;

namespace NaccsCert.FormatViews;

/// <summary>The views of every type that commands put out, for a console of 80 columns.</summary>
internal static class Views
{
    private const string HostAndPort = "if ($_.Port -eq 443) { $_.HostName } else { '{0}:{1}' -f $_.HostName, $_.Port }";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<View> All { get; } =
    [
        View.Of<NaccsCertificate>(
            Value.Of("Terminal"),
            Column.Of("Status", 11),
            Column.Of("Terminal", 10),
            Column.Day("NotAfter"),
            Column.Days("DaysLeft"),
            Column.Of("Thumbprint", 40)),
        View.Of<NaccsEnrollment>(
            Value.Of("EnrollmentId"),
            Column.Of("Status", 10),
            Column.Of("EnrollmentId", 37),
            Column.Of("Reason")),
        View.Of<EnrollmentResult>(
            Value.Of("Terminal"),
            Column.Of("Status", 8),
            Column.Of("Terminal", 10),
            Column.Minute("NextAttempt"),
            Column.Of("Reason")),
        View.Of<CertificateTestResult>(
            Value.Of("Terminal"),
            Column.Of("Status", 7),
            Column.Of("Terminal", 10),
            Column.Days("DaysLeft"),
            Column.Of("Reason")),
        View.Of<Check>(
            Value.Of("Name"),
            Column.Of("Verdict", 7),
            Column.Of("Name", 19),
            Column.Of("Detail")),
        View.Of<ConnectivityResult>(
            Value.From(HostAndPort),
            Column.Of("Status", 7),
            Column.Of("Role", 18),
            new Column("Host", 30, Value.From(HostAndPort)),
            Column.Of("Reason")),
        View.Of<ConnectivityStage>(
            Value.Of("Stage"),
            Column.Of("Status", 7),
            Column.Of("Stage", 19),
            new Column("Milliseconds", 5, Value.From("if ($null -ne $_.Duration) { [int] $_.Duration.TotalMilliseconds }")) { IsNumber = true },
            new Column("Detail", null, Value.From("if ($_.Advice) { '{0} {1}' -f $_.Detail, $_.Advice } else { $_.Detail }"))) with
        {
            GroupBy = new Column("Host", null, Value.From(HostAndPort)),
        },
        View.Of<NaccsMaintenanceWindow>(
            Value.Zoned("ServiceStart", "yyyy-MM-dd HH:mm zzz"),
            new Column("Status", 7, new Value("IsCurrent", "if ($_.IsCurrent) { 'Current' } else { 'Next' }")),
            Column.ZonedMinute("ServiceStart"),
            Column.ZonedMinute("ServiceEnd"),
            Column.ZonedMinute("LocalStart")) with
        {
            KeepsTimeZones = true,
        },
        View.Of<RootCAResult>(
            Value.Of("Name"),
            Column.Of("Status", 15),
            Column.Of("Name", 31),
            Column.Of("Reason")),
        View.Of<AccountResult>(
            Value.Of("UserName"),
            Column.Of("Status", 17),
            Column.Of("UserName", 20),
            Column.Of("Reason")),
        View.Of<NaccsPolicy>(
            Value.Of("Name"),
            Column.Of("Source", 8),
            Column.Of("Name", 19),
            Column.Of("Value", 20),
            Column.Of("Reason")),
        View.Of<RenewalPlan>(
            Value.Of("Terminal"),
            Column.Of("Status", 15),
            Column.Of("Terminal", 10),
            Column.Days("DaysLeft"),
            Column.Minute("NextAttempt"),
            Column.Of("Reason")),
        View.Of<ReminderResult>(
            Value.Of("Terminal"),
            Column.Of("Status", 15),
            Column.Of("Terminal", 10),
            Column.Of("Notice", 11),
            Column.Minute("NextAttempt"),
            Column.Of("Reason")),
        View.Of<NaccsRenewalReminder>(
            Value.Of("TaskName"),
            Column.Of("Status", 13),
            Column.Of("AutoRenew", 9),
            Column.Minute("LastRun"),
            Column.Minute("LastSuccess"),
            Column.Of("Reason")),
        View.Of<ComplianceResult>(
            Value.Of("ExitCode"),
            Column.Of("Code", 15),
            Column.Of("IsCompliant", 11),
            Column.Of("Line")),
    ];
}

using System;
using System.Collections.Generic;
using NaccsCert.Renewal;

namespace NaccsCert.PowerShell.Assistant;

/// <summary>What the assistant looks at, anew each time: its commands change it.</summary>
/// <param name="Account">Whether this account is the one for certificates (manual 1.1).</param>
/// <param name="Certificates">Lists the certificates.</param>
/// <param name="Enrollments">Lists the unfinished enrollments of the service.</param>
/// <param name="Reminder">Shows the reminder.</param>
/// <param name="OfficialTool">Finds the operator's own tool; null where it is not installed.</param>
internal sealed record AssistantFacts(
    Func<AccountResult> Account,
    Func<IReadOnlyList<NaccsCertificate>> Certificates,
    Func<IReadOnlyList<NaccsEnrollment>> Enrollments,
    Func<NaccsRenewalReminder> Reminder,
    Func<InstalledTool?> OfficialTool);

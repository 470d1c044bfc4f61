using System;
using System.Collections.Generic;
using System.Linq;
using NaccsCert.IO.Json;
using NaccsCert.Messages;

namespace NaccsCert.Renewal;

/// <summary>
/// A compliance as a file that is collected from many computers. Readers go by <c>format</c>: members may be added to one, and are never
/// removed or changed in meaning.
/// </summary>
internal static class ComplianceReport
{
    /// <summary>The format that is written, and the newest one that is read.</summary>
    public const int Format = 1;

    /// <summary>The name of the file: one for each user of each computer, of characters that every file system takes.</summary>
    /// <param name="computerName">The name of the computer.</param>
    /// <param name="userId">The account as the system knows it: it may be renamed, and another one may get its name. It has no underscore.</param>
    public static string FileName(string computerName, string userId) =>
        $"{Uri.EscapeDataString(computerName)}_{Uri.EscapeDataString(userId).Replace("_", "%5F")}.json";

    /// <summary>The content of the file, in ASCII.</summary>
    /// <param name="result">The compliance.</param>
    /// <param name="userId">The account as the system knows it: on Windows its SID.</param>
    /// <param name="trustedRoots">The roots of the service that this user trusts, by name.</param>
    public static byte[] Compose(ComplianceResult result, string userId, IReadOnlyList<string> trustedRoots) => JsonText.Document(
        JsonText.Number("format", Format),
        JsonText.Moment("time", result.Time),
        JsonText.Text("computer", result.ComputerName),
        JsonText.Text("user", result.UserName),
        JsonText.Text("userId", userId),
        JsonText.Text("moduleVersion", result.ModuleVersion),
        JsonText.Text("officialTool", result.OfficialTool),
        JsonText.Text("code", result.Code.ToString()),
        JsonText.Boolean("compliant", result.IsCompliant),
        JsonText.Array("certificates", result.Plans.Select(Describe)),
        JsonText.Array("trustedRoots", trustedRoots.Select(JsonText.Quote)));

    /// <summary>Stands for what a report says, but for the time that passes: two that say the same have the same.</summary>
    /// <param name="result">The compliance.</param>
    public static string FingerprintOf(ComplianceResult result) => Fingerprint.Sha256(JsonText.Document(
        JsonText.Text("version", result.ModuleVersion),
        JsonText.Text("officialTool", result.OfficialTool),
        JsonText.Text("code", result.Code.ToString()),
        JsonText.Array("certificates", result.Plans.Select(Identify))));

    private static string Describe(RenewalPlan plan) => JsonText.Object(
        JsonText.Text("terminal", plan.Terminal),
        JsonText.Text("code", ComplianceCodes.Of(plan).ToString()),
        JsonText.Text("status", plan.CertificateStatus.ToString()),
        JsonText.Text("service", plan.Service),
        JsonText.Text("thumbprint", plan.Thumbprint),
        JsonText.Moment("notAfter", plan.NotAfter),
        JsonText.Moment("renewalOpens", plan.RenewalOpens),
        JsonText.Moment("autoRenewal", plan.SilentRenewal),
        JsonText.Number("daysLeft", plan.DaysLeft));

    private static string Identify(RenewalPlan plan) => JsonText.Object(
        JsonText.Text("thumbprint", plan.Thumbprint),
        JsonText.Text("code", ComplianceCodes.Of(plan).ToString()),
        JsonText.Text("status", plan.CertificateStatus.ToString()));
}

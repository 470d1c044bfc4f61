using System.Linq;
using NaccsCert.IO.Json;
using NaccsCert.Renewal;

namespace NaccsCert.Reports;

/// <summary>Reads what <see cref="ComplianceReport.Compose"/> writes, also that of other versions: what is not known is passed over.</summary>
internal static class CollectedReportParser
{
    // Longer than any name of a computer (63), an account (256), a SID (184) or a terminal.
    private const int MaxTextLength = 256;

    /// <summary>Reads a report.</summary>
    /// <param name="content">The content of the file.</param>
    /// <param name="path">The file.</param>
    /// <exception cref="JsonFormatException">It is damaged, something else, or of a format that is not known.</exception>
    public static CollectedReport Parse(byte[] content, string path)
    {
        JsonElement json = JsonDocument.Parse(content);
        json.Required("format").Integer(1, ComplianceReport.Format);
        return new CollectedReport
        {
            Path = path,
            Time = json.Required("time").Moment(),
            ComputerName = RequiredText(json, "computer"),
            UserName = OptionalText(json, "user"),
            UserId = OptionalText(json, "userId"),
            ModuleVersion = OptionalText(json, "moduleVersion"),
            CodeName = RequiredText(json, "code"),
            IsCompliant = json.Required("compliant").Boolean(),
            TrustedRoots = json.Optional("trustedRoots") is { } roots ? [.. roots.Items().Select(Name)] : [],
            Certificates = [.. json.Required("certificates").Items().Select(Certificate)],
        };
    }

    private static CollectedCertificate Certificate(JsonElement json) => new()
    {
        Terminal = OptionalText(json, "terminal"),
        CodeName = RequiredText(json, "code"),
        StatusName = RequiredText(json, "status"),
        Service = OptionalText(json, "service"),
        Thumbprint = OptionalText(json, "thumbprint"),
        NotAfter = json.Required("notAfter").Moment(),
        RenewalOpens = json.Optional("renewalOpens")?.Moment(),
        SilentRenewal = json.Optional("autoRenewal")?.Moment(),
    };

    private static string Name(JsonElement json) => ForeignText.ToMessage(json.Text(), MaxTextLength);

    private static string RequiredText(JsonElement json, string name) =>
        ForeignText.ToMessage(json.Required(name).Text(), MaxTextLength);

    private static string OptionalText(JsonElement json, string name) =>
        ForeignText.ToMessage(json.Optional(name)?.AnyText(), MaxTextLength);
}

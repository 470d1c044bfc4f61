using System;
using System.Globalization;
using System.Linq;
using System.Text;
using NaccsCert.IO.Json;
using NaccsCert.Reports;

namespace NaccsCert.Fleet;

/// <summary>
/// A device as Intune exports it (report <c>DeviceRunStatesByProactiveRemediation</c>; Microsoft, "Intune reports and properties
/// available using Graph API"): the last output of the detection script, before and after the remediation.
/// </summary>
internal sealed record IntuneRunState
{
    private const int MaxTextLength = 1000;

    // More than any certificate has, and few enough for every calendar.
    private const int MaxDays = 100_000;

    private const string Device = "DeviceName";
    private const string Before = "PreRemediationDetectionScriptOutput";

    private static readonly string[] ErrorColumns =
        ["RemediationScriptErrorDetails", "PostRemediationDetectionScriptError", "PreRemediationDetectionScriptError"];

    /// <summary>Column <c>DeviceName</c>.</summary>
    public required string DeviceName { get; init; }

    /// <summary>Column <c>UPN</c>, or <c>UserName</c>.</summary>
    public required string UserName { get; init; }

    /// <summary>Column <c>ModifiedTime</c>, in UTC.</summary>
    public required string ModifiedTime { get; init; }

    /// <summary>Column <c>PreRemediationDetectionScriptOutput</c>.</summary>
    public required string OutputBefore { get; init; }

    /// <summary>Column <c>PostRemediationDetectionScriptOutput</c>; empty where there was nothing to remediate.</summary>
    public required string OutputAfter { get; init; }

    /// <summary>What the columns of errors say.</summary>
    public required string Errors { get; init; }

    /// <summary>Whether columns of these names describe devices.</summary>
    /// <param name="has">Whether there is a column of a name.</param>
    public static bool IsDescribedBy(Func<string, bool> has) => has(Device) && has(Before);

    /// <summary>Takes a row.</summary>
    /// <param name="textOf">The text of a column; empty where there is no such column.</param>
    public static IntuneRunState From(Func<string, string> textOf) => new()
    {
        DeviceName = textOf(Device),
        UserName = textOf("UPN") is { Length: > 0 } name ? name : textOf("UserName"),
        ModifiedTime = textOf("ModifiedTime"),
        OutputBefore = textOf(Before),
        OutputAfter = textOf("PostRemediationDetectionScriptOutput"),
        Errors = string.Join(" ", ErrorColumns.Select(textOf).Where(text => text.Length > 0)),
    };

    /// <summary>What the device has reported.</summary>
    /// <param name="now">The present moment, for a row that has no time of its own.</param>
    public FleetInput ToInput(DateTimeOffset now)
    {
        try
        {
            JsonElement? after = Parse(OutputAfter);
            return Read(after ?? Parse(OutputBefore), after is not null, now);
        }
        catch (JsonFormatException)
        {
            // Something else that a script has put out, or the beginning of a line that was cut.
            return Read(null, false, now);
        }
    }

    private FleetInput Read(JsonElement? line, bool isAfter, DateTimeOffset now)
    {
        DateTimeOffset time = line?.Optional("time")?.Moment() ?? Modified(now);
        string computer = TextOf(line, "computer");
        string errors = ForeignText.ToMessage(Errors, MaxTextLength);
        return new FleetInput(
            new CollectedReport
            {
                Path = string.Empty,
                Time = time,
                ComputerName = computer.Length > 0 ? computer : ForeignText.ToMessage(DeviceName, MaxTextLength),
                UserName = ForeignText.ToMessage(UserName, MaxTextLength),
                UserId = string.Empty,
                ModuleVersion = TextOf(line, "version"),
                CodeName = CodeOf(line, isAfter),
                IsCompliant = line?.Optional("exit")?.Integer(0, 1) == 0,
                Certificates = line?.Optional("certificates") is { } all ? [.. all.Items().Select(one => Certificate(one, time, isAfter))] : [],
            },
            FleetSource.Intune,
            errors.Length > 0 ? errors : null);
    }

    // The line has whole days: the day is right, and the time of day is that of the detection.
    private static CollectedCertificate Certificate(JsonElement line, DateTimeOffset time, bool isAfter) => new()
    {
        Terminal = TextOf(line, "terminal"),
        CodeName = CodeOf(line, isAfter),
        StatusName = string.Empty,
        Service = string.Empty,
        Thumbprint = string.Empty,
        NotAfter = time.AddDays(line.Required("days").Integer(-MaxDays, MaxDays)),
    };

    // What is still due after the remediation has not been renewed.
    private static string CodeOf(JsonElement? line, bool isAfter)
    {
        string code = TextOf(line, "code");
        if (code.Length == 0)
        {
            return FleetStates.NoOutput;
        }

        return isAfter && code == nameof(ComplianceCode.RenewalDue) ? FleetStates.Failed : code;
    }

    private static string TextOf(JsonElement? line, string name) => ForeignText.ToMessage(line?.Optional(name)?.AnyText(), MaxTextLength);

    private static JsonElement? Parse(string output) =>
        string.IsNullOrWhiteSpace(output) ? null : JsonDocument.Parse(Encoding.UTF8.GetBytes(output.Trim()));

    private DateTimeOffset Modified(DateTimeOffset now) => DateTimeOffset.TryParse(
        ModifiedTime, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time) ? time.ToUniversalTime() : now;
}

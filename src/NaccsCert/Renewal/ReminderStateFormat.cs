using System.Linq;
using NaccsCert.IO.Json;

namespace NaccsCert.Renewal;

/// <summary>What the reminder remembers, as JSON text.</summary>
internal static class ReminderStateFormat
{
    private const int Version = 1;

    /// <summary>Writes a state.</summary>
    public static byte[] Write(ReminderState state) => JsonText.Document(
        JsonText.Number("version", Version),
        JsonText.Moment("registered", state.Registered),
        JsonText.Boolean("autoRenew", state.AutoRenew),
        JsonText.Moment("lastRun", state.LastRun),
        JsonText.Moment("lastSuccess", state.LastSuccess),
        JsonText.Number("failures", state.Failures),
        JsonText.Text("lastError", state.LastError?.ToString()),
        JsonText.Array("certificates", state.Certificates.Select(WriteCertificate)));

    /// <summary>Reads a state.</summary>
    /// <exception cref="JsonFormatException">It is damaged, or of a newer version.</exception>
    public static ReminderState Read(byte[] utf8)
    {
        JsonElement json = JsonDocument.Parse(utf8);
        json.Required("version").Integer(1, Version);
        return new ReminderState
        {
            Registered = json.Optional("registered")?.Moment(),
            AutoRenew = json.Required("autoRenew").Boolean(),
            LastRun = json.Optional("lastRun")?.Moment(),
            LastSuccess = json.Optional("lastSuccess")?.Moment(),
            Failures = json.Required("failures").Integer(0, int.MaxValue),
            LastError = json.Optional("lastError")?.Choice<ErrorId>(),
            Certificates = [.. json.Required("certificates").Items().Select(ReadCertificate)],
        };
    }

    private static string WriteCertificate(CertificateReminderState memory) => JsonText.Object(
        JsonText.Text("thumbprint", memory.Thumbprint),
        JsonText.Moment("noticed", memory.Noticed),
        JsonText.Number("failures", memory.Failures),
        JsonText.Moment("nextAttempt", memory.NextAttempt));

    private static CertificateReminderState ReadCertificate(JsonElement json) => new(
        json.Required("thumbprint").Text(),
        json.Optional("noticed")?.Moment(),
        json.Required("failures").Integer(0, int.MaxValue),
        json.Optional("nextAttempt")?.Moment());
}

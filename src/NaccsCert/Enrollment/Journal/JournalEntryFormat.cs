using System;
using System.Linq;
using NaccsCert.IO.Json;
using NaccsCert.Messages;
using NaccsCert.Transport;

namespace NaccsCert.Enrollment.Journal;

/// <summary>A journal entry as JSON text.</summary>
internal static class JournalEntryFormat
{
    /// <summary>The version that is written, and the newest that is read.</summary>
    private const int Version = 1;

    /// <summary>
    /// Room for an answer and for CA certificates of the largest size that is read (1 MiB each), as base64 in which
    /// earlier versions escaped every solidus.
    /// </summary>
    public const int MaxEntryBytes = 8 * 1024 * 1024;

    /// <summary>Writes an entry.</summary>
    public static byte[] Write(JournalEntry entry) => JsonText.Document(
        JsonText.Number("version", Version),
        JsonText.Text("id", entry.Id),
        JsonText.Text("service", entry.Service),
        JsonText.Text("definitionPath", entry.DefinitionPath),
        JsonText.Text("operation", entry.Operation.ToString()),
        JsonText.Text("state", entry.State.ToString()),
        JsonText.Moment("created", entry.Created),
        JsonText.Text("keyProvider", entry.KeyProvider),
        JsonText.Text("keyName", entry.KeyName),
        JsonText.Text("keyAlgorithm", entry.KeyAlgorithm.ToString()),
        JsonText.Text("certificationRequest", Convert.ToBase64String(entry.CertificationRequest)),
        JsonText.Text("certificationRequestSha256", Fingerprint.Sha256(entry.CertificationRequest)),
        JsonText.Text("transactionId", entry.Message?.TransactionId),
        JsonText.Text("message", entry.Message is { } message ? Convert.ToBase64String(message.Content) : null),
        JsonText.Text("messageSha256", entry.Message is { } whole ? Fingerprint.Sha256(whole.Content) : null),
        JsonText.Text("storeName", entry.StoreName),
        JsonText.Text("previousStoreName", entry.PreviousStoreName),
        JsonText.Text("friendlyName", entry.FriendlyName),
        JsonText.Text("codeFingerprint", entry.CodeFingerprint),
        JsonText.Text("codeUse", entry.CodeUse?.ToString()),
        JsonText.Text("previousThumbprint", entry.PreviousThumbprint),
        JsonText.Text("previousSha256", entry.PreviousSha256),
        entry.KeepsPrevious ? JsonText.Boolean("keepsPrevious", true) : null,
        JsonText.Number("attempts", entry.Attempts),
        JsonText.Text("lastError", entry.LastError?.ToString()),
        JsonText.Moment("nextAttempt", entry.NextAttempt),
        JsonText.Array(
            "caCertificates",
            entry.CACertificates.Select(der => JsonText.Quote(Convert.ToBase64String(der)))),
        JsonText.Text("response", entry.Response is { } response ? Convert.ToBase64String(response) : null));

    /// <summary>Reads an entry.</summary>
    /// <param name="utf8">The JSON text.</param>
    /// <returns>The entry.</returns>
    /// <exception cref="JsonFormatException">It is damaged, or of a newer version.</exception>
    public static JournalEntry Read(byte[] utf8)
    {
        JsonElement json = JsonDocument.Parse(utf8, MaxEntryBytes);
        json.Required("version").Integer(1, Version);
        var entry = new JournalEntry
        {
            Id = json.Required("id").Text(),
            Service = json.Required("service").Text(),
            DefinitionPath = json.Optional("definitionPath")?.Text(),
            Operation = json.Required("operation").Choice<EnrollmentOperation>(),
            State = json.Required("state").Choice<EnrollmentStage>(),
            Created = json.Required("created").Moment(),
            KeyProvider = json.Required("keyProvider").Text(),
            KeyName = json.Required("keyName").Text(),
            KeyAlgorithm = json.Required("keyAlgorithm").Choice<KeyAlgorithm>(),
            CertificationRequest = RequestIn(json),
            Message = json.Optional("message") is null
                ? null
                : new EnrollmentMessage(json.Required("transactionId").Text(), Digested(json, "message")),
            StoreName = json.Required("storeName").AnyText(),
            PreviousStoreName = json.Optional("previousStoreName")?.AnyText(),
            FriendlyName = json.Optional("friendlyName")?.AnyText() ?? string.Empty,
            CodeFingerprint = json.Optional("codeFingerprint")?.Text(),
            CodeUse = json.Optional("codeUse")?.Choice<CodeUse>(),
            PreviousThumbprint = json.Optional("previousThumbprint")?.Text(),
            PreviousSha256 = json.Optional("previousSha256")?.Text(),
            KeepsPrevious = json.Optional("keepsPrevious")?.Boolean() ?? false,
            Attempts = json.Required("attempts").Integer(0, int.MaxValue),
            LastError = json.Optional("lastError")?.Choice<ErrorId>(),
            NextAttempt = json.Optional("nextAttempt")?.Moment(),
            CACertificates = [.. json.Required("caCertificates").Items().Select(authority => authority.Bytes())],
            Response = json.Optional("response") is { } response ? response.Bytes() : null,
        };
        return entry.CodeUse is null ? entry with { CodeUse = CodeUses.InEarlierEntry(entry) } : entry;
    }

    private static byte[] RequestIn(JsonElement json)
    {
        byte[] request = Digested(json, "certificationRequest");
        return CertificationRequest.IsWellFormed(request)
            ? request
            : throw json.Required("certificationRequest").Error("is no PKCS#10 request");
    }

    // What was changed on disk is not sent.
    private static byte[] Digested(JsonElement json, string name)
    {
        JsonElement digest = json.Required(name + "Sha256");
        byte[] content = json.Required(name).Bytes();
        return Fingerprint.Sha256(content) == digest.Text() ? content : throw digest.Error("is not that of " + name);
    }
}

using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Runtime.Serialization.Json;
using System.Xml;
using System.Xml.Linq;
using NaccsCert.Protocol;
using NaccsCert.Services.Json;
using NaccsCert.Trust;

namespace NaccsCert.Enrollment.Journal;

/// <summary>A journal entry as JSON text.</summary>
internal static class JournalEntryFormat
{
    /// <summary>The version that is written, and the newest that is read.</summary>
    private const int Version = 1;

    /// <summary>
    /// Room for an answer and for CA certificates of the largest size that is read (1 MiB each), as base64 in which the
    /// writer escapes every solidus.
    /// </summary>
    private const int LargestEntry = 8 * 1024 * 1024;

    private const string Moment = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'";

    /// <summary>Writes an entry.</summary>
    public static byte[] Write(JournalEntry entry)
    {
        var json = new XElement(
            "root",
            new XAttribute("type", "object"),
            Number("version", Version),
            Text("id", entry.Id),
            Text("service", entry.Service),
            Text("operation", entry.Operation.ToString()),
            Text("state", entry.State.ToString()),
            Text("created", TextOf(entry.Created)),
            Text("keyProvider", entry.KeyProvider),
            Text("keyName", entry.KeyName),
            Text("keyAlgorithm", entry.KeyAlgorithm.ToString()),
            Text("certificationRequest", Convert.ToBase64String(entry.CertificationRequest)),
            Text("certificationRequestSha256", Fingerprint.Sha256(entry.CertificationRequest)),
            Text("storeName", entry.StoreName),
            Text("friendlyName", entry.FriendlyName),
            Text("codeMark", entry.CodeMark),
            Text("previousThumbprint", entry.PreviousThumbprint),
            Number("attempts", entry.Attempts),
            Text("lastError", entry.LastError?.ToString()),
            Text("nextAttempt", entry.NextAttempt is { } next ? TextOf(next) : null),
            new XElement(
                "caCertificates",
                new XAttribute("type", "array"),
                entry.CACertificates.Select(der => Text("item", Convert.ToBase64String(der)))),
            Text("answer", entry.Answer is { } answer ? Convert.ToBase64String(answer) : null));
        using var buffer = new MemoryStream();
        using (XmlDictionaryWriter writer = JsonReaderWriterFactory.CreateJsonWriter(
            buffer, new System.Text.UTF8Encoding(false), ownsStream: false, indent: true))
        {
            json.WriteTo(writer);
        }

        return buffer.ToArray();
    }

    /// <summary>Reads an entry.</summary>
    /// <param name="utf8">The JSON text.</param>
    /// <returns>The entry.</returns>
    /// <exception cref="JsonFormatException">It is damaged, or of a newer version.</exception>
    public static JournalEntry Read(byte[] utf8)
    {
        JsonElement json = JsonDocument.Parse(utf8, LargestEntry);
        json.Required("version").Integer(1, Version);
        return new JournalEntry
        {
            Id = json.Required("id").Text(),
            Service = json.Required("service").Text(),
            Operation = json.Required("operation").Choice<EnrollmentOperation>(),
            State = json.Required("state").Choice<JournalState>(),
            Created = MomentOf(json.Required("created")),
            KeyProvider = json.Required("keyProvider").Text(),
            KeyName = json.Required("keyName").Text(),
            KeyAlgorithm = json.Required("keyAlgorithm").Choice<KeyAlgorithm>(),
            CertificationRequest = RequestIn(json),
            StoreName = json.Required("storeName").AnyText(),
            FriendlyName = json.Optional("friendlyName")?.AnyText() ?? string.Empty,
            CodeMark = json.Optional("codeMark")?.Text(),
            PreviousThumbprint = json.Optional("previousThumbprint")?.Text(),
            Attempts = json.Required("attempts").Integer(0, int.MaxValue),
            LastError = json.Optional("lastError")?.Choice<ErrorId>(),
            NextAttempt = json.Optional("nextAttempt") is { } next ? MomentOf(next) : null,
            CACertificates = [.. json.Required("caCertificates").Items().Select(BytesOf)],
            Answer = json.Optional("answer") is { } answer ? BytesOf(answer) : null,
        };
    }

    private static byte[] RequestIn(JsonElement json)
    {
        JsonElement text = json.Required("certificationRequest");
        JsonElement digest = json.Required("certificationRequestSha256");
        byte[] request = BytesOf(text);
        return Fingerprint.Sha256(request) != digest.Text() ? throw digest.Error("is not that of certificationRequest")
            : CertificationRequest.IsWellFormed(request) ? request
            : throw text.Error("is no PKCS#10 request");
    }

    private static XElement? Text(string name, string? value) =>
        string.IsNullOrEmpty(value) ? null : new XElement(name, new XAttribute("type", "string"), value);

    private static XElement Number(string name, int value) =>
        new(name, new XAttribute("type", "number"), value.ToString(CultureInfo.InvariantCulture));

    private static string TextOf(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString(Moment, CultureInfo.InvariantCulture);

    private static DateTimeOffset MomentOf(JsonElement json) =>
        DateTimeOffset.TryParseExact(
            json.Text(), Moment, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset moment)
            ? moment
            : throw json.Error("is not a moment in UTC");

    private static byte[] BytesOf(JsonElement json)
    {
        try
        {
            return Convert.FromBase64String(json.Text());
        }
        catch (FormatException)
        {
            throw json.Error("is not base64");
        }
    }
}

using System;
using System.Linq;
using NaccsCert.IO.Json;

namespace NaccsCert.Validation.Origin;

/// <summary>An enrollment history as JSON text.</summary>
internal static class EnrollmentHistoryFormat
{
    /// <summary>The version that is written, and the newest that is read.</summary>
    private const int Version = 1;

    private const int MaxHistoryBytes = 8 * 1024 * 1024;

    /// <summary>Writes a history.</summary>
    public static byte[] Write(EnrollmentHistory history) => JsonText.Document(
        JsonText.Number("version", Version),
        JsonText.Array("certificates", history.Certificates.Select(WriteCertificate)),
        JsonText.Array("authorities", history.Authorities.Select(der => JsonText.Quote(Convert.ToBase64String(der)))));

    /// <summary>Reads a history.</summary>
    /// <exception cref="JsonFormatException">It is damaged, or of a newer version.</exception>
    public static EnrollmentHistory Read(byte[] utf8)
    {
        JsonElement json = JsonDocument.Parse(utf8, MaxHistoryBytes);
        json.Required("version").Integer(1, Version);
        return new EnrollmentHistory
        {
            Certificates = [.. json.Required("certificates").Items().Select(ReadCertificate)],
            Authorities = [.. json.Required("authorities").Items().Select(authority => authority.Bytes())],
        };
    }

    private static string WriteCertificate(EnrolledCertificate certificate) => JsonText.Object(
        JsonText.Text("sha256", certificate.Sha256),
        JsonText.Text("previousSha256", certificate.PreviousSha256),
        JsonText.Text("rootSha256", certificate.RootSha256),
        certificate.ArchivesPrevious ? JsonText.Boolean("archivesPrevious", true) : null,
        JsonText.Moment("enrolled", certificate.Enrolled),
        JsonText.Text("enrollmentId", certificate.EnrollmentId),
        JsonText.Text("codeFingerprint", certificate.CodeFingerprint));

    private static EnrolledCertificate ReadCertificate(JsonElement json) => new(
        json.Required("sha256").Text(),
        json.Optional("previousSha256")?.Text(),
        json.Required("rootSha256").Text(),
        json.Required("enrolled").Moment())
    {
        ArchivesPrevious = json.Optional("archivesPrevious")?.Boolean() ?? false,
        EnrollmentId = json.Optional("enrollmentId")?.Text(),
        CodeFingerprint = json.Optional("codeFingerprint")?.Text(),
    };
}

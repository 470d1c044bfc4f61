using System.IO;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace NaccsCert.Harnesses.Wine.Guest;

/// <summary>
/// What a user has put on the drive C before the first session: service definitions, also in the folder for all users, the journal
/// of a newer version, and the record of an enrollment. They are put where Windows has these folders, and not where the module says
/// that they are. Wine knows no other owner of files than the user: nothing here is of an administrator.
/// </summary>
internal static class GuestFiles
{
    /// <summary>A folder of the module's neither for the user nor for all.</summary>
    public const string Folder = @"C:\definitions";

    /// <summary>The enrollment in the journal.</summary>
    public const string EnrollmentId = "naccs-20300101T000000Z-00000000";

    /// <summary>The TCP port of the host of all definitions, on the loopback address: the port of nobody (RFC 6335, section 6).</summary>
    private const int ReservedPort = 1023;

    /// <summary>Writes the files.</summary>
    /// <param name="prefix">The Windows.</param>
    /// <param name="enrolled">The certificate that this user has enrolled.</param>
    public static void Write(WinePrefix prefix, X509Certificate2 enrolled)
    {
        string machine = prefix.FileOnDriveC("ProgramData/NaccsCert");
        string user = Path.Combine(prefix.UserFolder, "AppData/Local/NaccsCert");
        WriteFile(prefix.FileOnDriveC("definitions/file.json"), Definition("file", hours: 1));
        WriteFile(prefix.FileOnDriveC("definitions/broken.json"), "{ \"schemaVersion\": 1,");
        WriteFile($"{machine}/services/machine.json", Definition("machine", hours: 2));
        WriteFile($"{machine}/services/both.json", Definition("both", hours: 3));
        WriteFile($"{user}/services/user.json", Definition("user", hours: 4));
        WriteFile($"{user}/services/both.json", Definition("both", hours: 5));
        WriteFile($"{user}/services/open.json", Definition("open", hours: 6));
        // Wine makes an access list of the mode, in which everyone is the others.
        File.SetUnixFileMode($"{user}/services/open.json", Readable | UnixFileMode.OtherWrite);
        WriteFile($"{user}/enrollments/{EnrollmentId}/entry.json", "{ \"version\": 99 }");
        string sha256 = enrolled.GetCertHashString(HashAlgorithmName.SHA256);
        WriteFile($"{user}/history/naccs.json", $$"""
            {
              "version": 1,
              "certificates": [ { "sha256": "{{sha256}}", "rootSha256": "{{sha256}}", "enrolled": "2026-01-01T00:00:00Z" } ],
              "authorities": []
            }
            """);
    }

    private const UnixFileMode Readable = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    private static void WriteFile(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    // Maintenance of another length in each, by which they can be told apart.
    private static string Definition(string name, int hours) => $$"""
        {
          "schemaVersion": 1,
          "name": "{{name}}",
          "displayName": "通関 {{name}}",
          "enrollment": {
            "protocol": "est",
            "url": "https://localhost:{{ReservedPort}}/.well-known/est",
            "user": "{code1}",
            "password": "{code2}{code3}"
          },
          "issuer": "NACCS Client CA",
          "validity": "P5Y1M",
          "renewalWindow": "P28D",
          "hosts": [ { "role": "CertificateService", "host": "localhost", "port": {{ReservedPort}}, "environment": "Test" } ],
          "maintenance": {
            "weekOfMonth": 3,
            "dayOfWeek": "Tuesday",
            "start": "22:00",
            "duration": "PT{{hours}}H",
            "timeZone": "Asia/Tokyo"
          },
          "trustAnchors": [
            {
              "name": "Nobody",
              "purpose": "server",
              "sha256": "{{new string('0', 64)}}"
            }
          ]
        }
        """;
}

using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using NaccsCert.Compat;
using NaccsCert.IO;
using NaccsCert.IO.Json;
using NaccsCert.Messages;
using NaccsCert.Messages.Files;
using NaccsCert.Resources;
using NaccsCert.Time;

namespace NaccsCert.Services;

/// <summary>
/// Turns the JSON text of a service definition into its model. The rules are those of
/// <c>service-definition.schema.json</c>, plus what a schema cannot say: files match their pins, zones exist.
/// </summary>
internal static class ServiceDefinitionParser
{
    /// <summary>What the text may have: people write it, and want to say why.</summary>
    public const JsonNotation Notation = JsonNotation.WithComments;

    private const int SchemaVersion = 1;

    /// <summary>Reads a definition.</summary>
    /// <param name="utf8">The JSON text.</param>
    /// <param name="origin">Its path or name, for errors and for those who want to know where it is from.</param>
    /// <param name="readFile">Reads a file that the definition names, relative to the definition.</param>
    /// <returns>The definition.</returns>
    /// <exception cref="NaccsException"><see cref="ErrorId.ServiceDefinitionInvalid"/>, naming the JSON path.</exception>
    public static ServiceDefinition Parse(byte[] utf8, string origin, Func<string, byte[]> readFile)
    {
        var problems = new List<JsonProblem>();
        return Read(utf8, origin, readFile, problems) is { } definition && problems.Count == 0
            ? definition
            : throw new NaccsException(
                ErrorId.ServiceDefinitionInvalid, origin, problems[0].Path, Placed(problems[0]));
    }

    /// <summary>Reads a definition to its end, whatever is wrong with it.</summary>
    /// <param name="utf8">The JSON text.</param>
    /// <param name="origin">Its path or name.</param>
    /// <param name="readFile">Reads a file that the definition names, relative to the definition.</param>
    /// <param name="problems">Takes all that is wrong; while it is empty, the definition is good.</param>
    /// <returns>The definition; null when the text is no JSON.</returns>
    public static ServiceDefinition? Read(
        byte[] utf8, string origin, Func<string, byte[]> readFile, ICollection<JsonProblem> problems)
    {
        try
        {
            return ReadDefinition(JsonDocument.Parse(utf8, problems: problems, notation: Notation), readFile) with { Origin = origin };
        }
        catch (JsonFormatException exception)
        {
            problems.Add(exception.Problem);
            return null;
        }
    }

    private static string Placed(JsonProblem problem) => problem.Line is { } line && problem.Column is { } column
        ? Strings.Format(StringId.JsonPlace, problem.Complaint, line, column)
        : problem.Complaint;

    private static ServiceDefinition ReadDefinition(JsonElement json, Func<string, byte[]> readFile)
    {
        json.AllowOnly(
            "$schema", "schemaVersion", "name", "displayName", "enrollment", "issuer", "validity", "renewalWindow",
            "hosts", "maintenance", "trustAnchors", "network", "terminalAttribute", "officialTool");
        json.Required("schemaVersion").Integer(SchemaVersion, SchemaVersion);
        JsonElement anchors = json.Required("trustAnchors");
        var definition = new ServiceDefinition(
            ReadName(json.Required("name")),
            DefinitionText.Read(json.Required("displayName")),
            EnrollmentEndpointParser.Read(json.Required("enrollment")),
            DefinitionText.Read(json.Required("issuer")),
            ReadPeriod(json.Required("validity")),
            ReadPeriod(json.Required("renewalWindow")),
            [.. json.Required("hosts").Items().Select(ReadHost)],
            json.Optional("maintenance") is { } maintenance ? ReadMaintenance(maintenance) : null,
            [.. anchors.Items().Select(anchor => ReadAnchor(anchor, readFile))],
            json.Optional("network") is { } network ? ReadNetwork(network) : ServiceNetwork.Default)
        {
            TerminalAttribute = json.Optional("terminalAttribute") is { } attribute ? ReadAttribute(attribute) : null,
            OfficialTool = json.Optional("officialTool") is { } tool ? ReadTool(tool) : null,
        };
        RequireAnchors(definition, anchors);
        return definition;
    }

    // Without TLS no server shows a certificate; the messages of SCEP are protected for the CA that issues, and by it.
    private static void RequireAnchors(ServiceDefinition definition, JsonElement json)
    {
        if (definition.ServerAnchors.Count == 0 && !definition.Enrollment.IsPlain)
        {
            json.Refuse(Strings.Format(StringId.DefinitionNoServerAnchor), false);
        }

        if (definition.Enrollment.Protocol == EnrollmentProtocol.Scep && !definition.PinsClientRoots)
        {
            json.Refuse(Strings.Format(StringId.DefinitionNoClientAnchor), false);
        }
    }

    private static string ReadAttribute(JsonElement json) =>
        SubjectAttribute.Find(DefinitionText.Read(json))
        ?? json.Refuse(Strings.Format(StringId.DefinitionAttribute, string.Join(", ", SubjectAttribute.Names)), string.Empty);

    private static OfficialTool ReadTool(JsonElement json)
    {
        json.AllowOnly("displayName", "installer");
        return new OfficialTool(DefinitionText.Read(json.Required("displayName")), DefinitionText.Read(json.Required("installer")));
    }

    // The name becomes part of key names and folder names.
    private static string ReadName(JsonElement json)
    {
        string name = DefinitionText.Read(json);
        if (name.Length > 40 || !name.All(character => character is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-'))
        {
            return json.Refuse(Strings.Format(StringId.DefinitionName), name);
        }

        return DeviceNames.Has(name) ? json.Refuse(Strings.Format(StringId.DefinitionDevice), name) : name;
    }

    private static CalendarPeriod ReadPeriod(JsonElement json) =>
        CalendarPeriod.TryParse(json.Text(), out CalendarPeriod? period)
            ? period!
            : json.Refuse(Strings.Format(StringId.DefinitionPeriod), period!);

    private static ServiceHost ReadHost(JsonElement json)
    {
        json.AllowOnly("role", "host", "port", "environment", "clientCertificate", "path");
        JsonElement host = json.Required("host");
        return new ServiceHost(
            DefinitionText.Read(json.Required("role")),
            ReadHostName(host),
            json.Required("port").Integer(1, 65535),
            json.Required("environment").Choice<ServiceEnvironment>())
        {
            TakesClientCertificate = json.Optional("clientCertificate")?.Boolean() ?? false,
            Path = json.Optional("path") is { } path ? ReadPath(path) : "/",
        };
    }

    private static string ReadPath(JsonElement json) =>
        DefinitionText.Read(json) is var path && PagePath.IsValid(path) ? path : json.Refuse(Strings.Format(StringId.DefinitionPath), "/");

    private static string ReadHostName(JsonElement json) =>
        DefinitionText.Read(json) is var name && Uri.CheckHostName(name) != UriHostNameType.Unknown
            ? name
            : json.Refuse(Strings.Format(StringId.DefinitionHost), name);

    private static MaintenanceRule ReadMaintenance(JsonElement json)
    {
        json.AllowOnly("weekOfMonth", "dayOfWeek", "start", "duration", "timeZone");
        JsonElement start = json.Required("start");
        JsonElement zone = json.Required("timeZone");
        return new MaintenanceRule(
            json.Required("weekOfMonth").Integer(1, 4),
            json.Required("dayOfWeek").Choice<DayOfWeek>(),
            TimeSpan.TryParseExact(start.Text(), @"hh\:mm", CultureInfo.InvariantCulture, out TimeSpan time)
                ? time
                : start.Refuse(Strings.Format(StringId.DefinitionTime), time),
            ReadPeriod(json.Required("duration")),
            TimeZones.Find(zone.Text()) ?? zone.Refuse(Strings.Format(StringId.DefinitionZone), TimeZoneInfo.Utc));
    }

    private static ServiceNetwork ReadNetwork(JsonElement json)
    {
        json.AllowOnly("proxy", "proxyAuthentication", "tlsInspection");
        JsonElement? inspection = json.Optional("tlsInspection");
        return new ServiceNetwork(
            json.Optional("proxy") is { } proxy ? ReadProxy(proxy) : null,
            json.Optional("proxyAuthentication")?.Choice<ProxyAuthentication>() ?? ProxyAuthentication.Any,
            inspection is not null && DefinitionText.ReadAllowed(inspection));
    }

    // A password in a file that everybody reads would be none.
    private static Uri ReadProxy(JsonElement json) =>
        ProxyAddress.TryParse(DefinitionText.Read(json), out Uri? address)
            ? address!
            : json.Refuse(Strings.Format(StringId.DefinitionProxy), EnrollmentEndpointParser.Nowhere);

    private static TrustAnchor ReadAnchor(JsonElement json, Func<string, byte[]> readFile)
    {
        json.AllowOnly("name", "purpose", "sha256", "file");
        JsonElement pin = json.Required("sha256");
        string sha256 = pin.Text().Replace(":", string.Empty).ToUpperInvariant();
        if (sha256.Length != 64 || !sha256.All(Uri.IsHexDigit))
        {
            pin.Refuse(Strings.Format(StringId.DefinitionPin), false);
        }

        return new TrustAnchor(
            DefinitionText.Read(json.Required("name")),
            json.Optional("purpose")?.Choice<TrustAnchorPurpose>() ?? TrustAnchorPurpose.Server,
            sha256,
            json.Optional("file") is { } file ? ReadAnchorFile(file, sha256, readFile) : null);
    }

    // A file may be a bundle: the pin says which of its certificates is meant.
    private static byte[]? ReadAnchorFile(JsonElement json, string sha256, Func<string, byte[]> readFile)
    {
        string file = DefinitionText.Read(json);
        if (DeviceNames.Has(file))
        {
            return json.Refuse<byte[]?>(Strings.Format(StringId.DefinitionDevice), null);
        }

        IReadOnlyList<byte[]> certificates;
        try
        {
            byte[] content = readFile(file);

            // The pinned certificate itself, as in the built-in definition: every start would wait for a closer look.
            if (CertificateParts.LooksLikeCertificate(content) && Fingerprint.Sha256(content) == sha256)
            {
                return content;
            }

            certificates = CertificateFile.ReadCertificates(content, file).Certificates;
        }
        catch (Exception exception) when (exception is NaccsException or IOException or UnauthorizedAccessException
            or ArgumentException or NotSupportedException)
        {
            return json.Refuse<byte[]?>(Strings.Format(StringId.DefinitionFile, exception.Message), null);
        }

        return certificates.FirstOrDefault(certificate => Fingerprint.Sha256(certificate) == sha256)
            ?? json.Refuse<byte[]?>(Strings.Format(StringId.DefinitionFileOther), null);
    }
}

using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using NaccsCert.Compat;
using NaccsCert.IO.Json;
using NaccsCert.Messages;
using NaccsCert.Messages.Files;
using NaccsCert.Time;

namespace NaccsCert.Services;

/// <summary>
/// Turns the JSON text of a service definition into its model. The rules are those of
/// <c>service-definition.schema.json</c>, plus what a schema cannot say: files match their pins, zones exist.
/// </summary>
internal static class ServiceDefinitionParser
{
    private const int SchemaVersion = 1;

    /// <summary>Reads a definition.</summary>
    /// <param name="utf8">The JSON text.</param>
    /// <param name="origin">Its path or name, for errors and for those who want to know where it is from.</param>
    /// <param name="readFile">Reads a file that the definition names, relative to the definition.</param>
    /// <returns>The definition.</returns>
    /// <exception cref="NaccsException"><see cref="ErrorId.ServiceDefinitionInvalid"/>, naming the JSON path.</exception>
    public static ServiceDefinition Parse(byte[] utf8, string origin, Func<string, byte[]> readFile)
    {
        try
        {
            return ReadDefinition(JsonDocument.Parse(utf8), readFile) with { Origin = origin };
        }
        catch (JsonFormatException exception)
        {
            throw new NaccsException(
                ErrorId.ServiceDefinitionInvalid, origin, exception, exception.Path, exception.Complaint);
        }
    }

    private static ServiceDefinition ReadDefinition(JsonElement json, Func<string, byte[]> readFile)
    {
        json.AllowOnly(
            "$schema", "schemaVersion", "name", "displayName", "enrollment", "issuer", "validity", "renewalWindow",
            "hosts", "maintenance", "trustAnchors", "network", "terminalAttribute");
        json.Required("schemaVersion").Integer(SchemaVersion, SchemaVersion);
        return new ServiceDefinition(
            ReadName(json.Required("name")),
            json.Required("displayName").Text(),
            ReadEnrollment(json.Required("enrollment")),
            json.Required("issuer").Text(),
            ReadPeriod(json.Required("validity")),
            ReadPeriod(json.Required("renewalWindow")),
            [.. json.Required("hosts").Items().Select(ReadHost)],
            json.Optional("maintenance") is { } maintenance ? ReadMaintenance(maintenance) : null,
            ReadAnchors(json.Required("trustAnchors"), readFile),
            json.Optional("network") is { } network ? ReadNetwork(network) : ServiceNetwork.Default)
        {
            TerminalAttribute = json.Optional("terminalAttribute") is { } attribute ? ReadAttribute(attribute) : null,
        };
    }

    private static string ReadAttribute(JsonElement json) =>
        SubjectAttribute.Find(json.Text())
        ?? throw json.Error("is neither an object identifier nor one of " + string.Join(", ", SubjectAttribute.Names));

    // The name becomes part of key names and folder names.
    private static string ReadName(JsonElement json)
    {
        string name = json.Text();
        return name.Length <= 40 && name.All(character => character is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-')
            ? name
            : throw json.Error("is not a name of at most 40 lower-case letters, digits and hyphens");
    }

    private static EnrollmentEndpoint ReadEnrollment(JsonElement json)
    {
        json.AllowOnly("protocol", "url", "user", "password", "challengePassword");
        JsonElement protocol = json.Required("protocol");
        if (protocol.Text() != "est")
        {
            throw protocol.Error("is not est");
        }

        JsonElement url = json.Required("url");
        if (!Uri.TryCreate(url.Text(), UriKind.Absolute, out Uri? address) || address.Scheme != Uri.UriSchemeHttps
            || address.UserInfo.Length > 0 || address.Query.Length > 0 || address.Fragment.Length > 0)
        {
            throw url.Error("is not an https URL without user, query and fragment");
        }

        return new EnrollmentEndpoint(
            new Uri(address.AbsoluteUri.TrimEnd('/')),
            ReadUserTemplate(json.Required("user")),
            ReadTemplate(json.Required("password")))
        {
            ChallengePasswordTemplate = json.Optional("challengePassword") is { } template ? ReadTemplate(template) : null,
        };
    }

    // The first colon ends the user name (RFC 7617, section 2).
    private static string ReadUserTemplate(JsonElement json) =>
        ReadTemplate(json).IndexOf(':') < 0 ? json.Text() : throw json.Error("has a colon, which no user name may have");

    private static string ReadTemplate(JsonElement json)
    {
        string template = json.Text();
        return CodeTemplate.IsValid(template)
            ? template
            : throw json.Error("has a placeholder other than {code1}, {code2} and {code3}");
    }

    private static CalendarPeriod ReadPeriod(JsonElement json) =>
        CalendarPeriod.TryParse(json.Text(), out CalendarPeriod? period)
            ? period!
            : throw json.Error("is not an ISO 8601 duration such as P28D");

    private static ServiceHost ReadHost(JsonElement json)
    {
        json.AllowOnly("role", "host", "port", "environment");
        JsonElement host = json.Required("host");
        return new ServiceHost(
            json.Required("role").Text(),
            Uri.CheckHostName(host.Text()) == UriHostNameType.Unknown ? throw host.Error("is not a host name") : host.Text(),
            json.Required("port").Integer(1, 65535),
            json.Required("environment").Choice<ServiceEnvironment>());
    }

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
                : throw start.Error("is not a time of day such as 22:00"),
            ReadPeriod(json.Required("duration")),
            TimeZones.Find(zone.Text()) ?? throw zone.Error("is no time zone of this computer"));
    }

    private static ServiceNetwork ReadNetwork(JsonElement json)
    {
        json.AllowOnly("proxy", "proxyAuthentication", "tlsInspection");
        JsonElement? inspection = json.Optional("tlsInspection");
        return new ServiceNetwork(
            json.Optional("proxy") is { } proxy ? ReadProxy(proxy) : null,
            json.Optional("proxyAuthentication")?.Choice<ProxyAuthentication>() ?? ProxyAuthentication.Any,
            inspection?.Text() switch
            {
                null or "refuse" => false,
                "allow" => true,
                _ => throw inspection.Error("is neither refuse nor allow"),
            });
    }

    // A password in a file that everybody reads would be none.
    private static Uri ReadProxy(JsonElement json) =>
        ProxyAddress.TryParse(json.Text(), out Uri? address)
            ? address!
            : throw json.Error("is not an http or https URL of a host and a port, without a user");

    private static List<TrustAnchor> ReadAnchors(JsonElement json, Func<string, byte[]> readFile)
    {
        List<TrustAnchor> anchors = [.. json.Items().Select(anchor => ReadAnchor(anchor, readFile))];
        return anchors.Exists(anchor => anchor.Purpose == TrustAnchorPurpose.Server)
            ? anchors
            : throw json.Error("has no anchor for servers, so no server could be trusted");
    }

    private static TrustAnchor ReadAnchor(JsonElement json, Func<string, byte[]> readFile)
    {
        json.AllowOnly("name", "purpose", "sha256", "file");
        JsonElement pin = json.Required("sha256");
        string sha256 = pin.Text().Replace(":", string.Empty).ToUpperInvariant();
        if (sha256.Length != 64 || !sha256.All(Uri.IsHexDigit))
        {
            throw pin.Error("is not a SHA-256 of 64 hexadecimal digits");
        }

        return new TrustAnchor(
            json.Required("name").Text(),
            json.Optional("purpose")?.Choice<TrustAnchorPurpose>() ?? TrustAnchorPurpose.Server,
            sha256,
            json.Optional("file") is { } file ? ReadAnchorFile(file, sha256, readFile) : null);
    }

    // A file may be a bundle: the pin says which of its certificates is meant.
    private static byte[] ReadAnchorFile(JsonElement json, string sha256, Func<string, byte[]> readFile)
    {
        IReadOnlyList<byte[]> certificates;
        try
        {
            certificates = CertificateFile.ReadCertificates(readFile(json.Text()), json.Text()).Certificates;
        }
        catch (Exception exception) when (exception is NaccsException or IOException or UnauthorizedAccessException
            or ArgumentException or NotSupportedException)
        {
            throw json.Error("does not lead to a certificate: " + exception.Message);
        }

        return certificates.FirstOrDefault(certificate => Fingerprint.Sha256(certificate) == sha256)
            ?? throw json.Error("leads to a certificate that does not match its sha256");
    }
}

using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;

namespace NaccsCert.Tests.Services;

/// <summary>A good definition with one thing wrong.</summary>
/// <param name="Path">The JSON path that the error must name.</param>
/// <param name="Change">What is wrong.</param>
/// <param name="SchemaCannotSay">Whether it takes more than a schema to find out.</param>
internal sealed record BadDefinition(string Path, Action<JsonObject> Change, bool SchemaCannotSay = false);

/// <summary>Everything that can be wrong with a definition, by a name for people.</summary>
internal static class BadDefinitions
{
    private const string GoodPin = "0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF";

    private static readonly string[] RequiredMembers =
        ["schemaVersion", "name", "displayName", "enrollment", "issuer", "validity", "renewalWindow", "hosts", "trustAnchors"];

    private static readonly Dictionary<string, (string Path, string[] Members)> RequiredInside = new()
    {
        ["enrollment"] = ("$.enrollment", ["protocol", "url", "user", "password"]),
        ["host"] = ("$.hosts[0]", ["role", "host", "port", "environment"]),
        ["maintenance"] = ("$.maintenance", ["weekOfMonth", "dayOfWeek", "start", "duration", "timeZone"]),
        ["anchor"] = ("$.trustAnchors[0]", ["name", "sha256"]),
        ["tool"] = ("$.officialTool", ["displayName", "installer"]),
    };

    public static IReadOnlyDictionary<string, BadDefinition> All { get; } =
        Missing().Concat(Null()).Concat(Unknown()).Concat(WrongType()).Concat(WrongValue())
            .ToDictionary(pair => pair.Name, pair => pair.Definition);

    /// <summary>A good definition, which every bad one departs from.</summary>
    public static JsonObject Good() => JsonNode.Parse(
        $$"""
        {
          "schemaVersion": 1,
          "name": "good",
          "displayName": "Good",
          "enrollment": { "protocol": "est", "url": "https://good.invalid/.well-known/est", "user": "{code1}", "password": "{code2}{code3}" },
          "issuer": "Good CA",
          "validity": "P5Y1M",
          "renewalWindow": "P28D",
          "hosts": [ { "role": "WebNaccs", "host": "good.invalid", "port": 443, "environment": "Production" } ],
          "maintenance": { "weekOfMonth": 3, "dayOfWeek": "Tuesday", "start": "22:00", "duration": "PT10H", "timeZone": "Asia/Tokyo" },
          "trustAnchors": [ { "name": "Root", "purpose": "server", "sha256": "{{GoodPin}}" } ],
          "network": { "proxy": "http://proxy.good.invalid:8080", "proxyAuthentication": "basic", "tlsInspection": "refuse" },
          "officialTool": { "displayName": "Good Tool", "installer": "GoodTool.msi" }
        }
        """)!.AsObject();

    private static IEnumerable<(string Name, BadDefinition Definition)> Missing() =>
        Members().Select(member => ($"missing {member.Path}", new BadDefinition(member.Path, json => member.In(json).Remove(member.Name))));

    private static IEnumerable<(string Name, BadDefinition Definition)> Null() =>
        Members().Select(member => ($"null {member.Path}", new BadDefinition(member.Path, json => member.In(json)[member.Name] = null)));

    private static IEnumerable<(string Name, BadDefinition Definition)> Unknown() =>
        new[] { "$", "$.enrollment", "$.hosts[0]", "$.maintenance", "$.trustAnchors[0]", "$.network", "$.officialTool" }.SelectMany(path =>
            new[] { "extra", "Name", "日本語", "a b" }.Select(name =>
                ($"unknown {path}.{name}", new BadDefinition($"{path}.{name}", json => ObjectAt(json, path)[name] = "x"))));

    private static IEnumerable<(string Name, BadDefinition Definition)> WrongType() =>
        Members().SelectMany(member => new (string Kind, JsonNode Value)[] { ("an object", new JsonObject()), ("true", JsonValue.Create(true)) }
            .Where(_ => member.Name != "hosts" && member.Name != "trustAnchors")
            .Select(wrong => (
                $"{wrong.Kind} as {member.Path}",
                new BadDefinition(
                    wrong.Kind == "an object" && member.Name == "enrollment" ? "$.enrollment.protocol" : member.Path,
                    json => member.In(json)[member.Name] = wrong.Value.DeepClone()))))
            .Concat(
            [
                ("text as $.hosts", new BadDefinition("$.hosts", json => json["hosts"] = "x")),
                ("text in $.hosts", new BadDefinition("$.hosts[0]", json => json["hosts"]![0] = "x")),
                ("text as $.trustAnchors", new BadDefinition("$.trustAnchors", json => json["trustAnchors"] = "x")),
                ("a number in $.trustAnchors", new BadDefinition("$.trustAnchors[0]", json => json["trustAnchors"]![0] = 1)),
                ("an array as $.maintenance", new BadDefinition("$.maintenance", json => json["maintenance"] = new JsonArray())),
                ("a text as the port", new BadDefinition("$.hosts[0].port", json => json["hosts"]![0]!["port"] = "443")),
            ]);

    private static IEnumerable<(string Name, BadDefinition Definition)> WrongValue() =>
    [
        .. Values("$.schemaVersion", 0, 2, "1"),
        .. Values("$.name", "", " ", "UPPER", "with blank", "a/b", "..", "名前", new string('a', 41)),
        .. Values("$.name", "con", "nul", "aux", "com1", "lpt9"),
        .. Values("$.displayName", "", "  ", "\t", "Good\u202Elive", "Good\u0007", "Good\u001B[2J", "Go\u200Bod", "Good\u2028", "\uFEFFGood"),
        .. Values("$.issuer", "", "  ", "Good\u200E CA"),
        .. Values("$.terminalAttribute", "", " ", "commonName", "OU ", "2", "2.", ".5", "2..5", "2.5.４", 2, true),
        .. Values("$.officialTool", "NACCS", true),
        .. Values("$.officialTool.displayName", "", " ", "Certificate\u202Eloot", 1),
        .. Values("$.officialTool.installer", "", "\t", 1),
        .. Values("$.enrollment.protocol", "", "EST", "SCEP", "cmp"),
        .. Values(
            "$.enrollment.url", "", "nonsense", "http://good.invalid", "ftp://good.invalid", "https://", "/relative",
            "https://user@good.invalid", "https://user:password@good.invalid", "https://good.invalid?query=1", "https://good.invalid/#fragment",
            "https://good.invalid:0", "https://good.invalid:00/.well-known/est", "https://good.invalid/\u202Etse"),
        .. Values("$.enrollment.user", "", " ", "{code4}", "{code1", "code1}", "{Code1}", "{{code1}}", "{code1}:{code2}"),
        .. Values("$.enrollment.password", "", " ", "{code0}", "{}"),
        .. Values("$.enrollment.challengePassword", "", " ", "{code0}", "{code1", 1, true),
        .. Values("$.validity", "", "5 years", "P", "PT", "P1W", "P1.5D", "-P1D", "P1Y1M1DT", "p5y", "P100Y", "P２８D", "P1D "),
        .. Values("$.renewalWindow", "", "28", "P28", "28D"),
        .. Values("$.hosts[0].role", "", " ", "Web\u2066Naccs"),
        .. Values("$.hosts[0].host", "", " ", "a b", "go\u200Dod.invalid", "good.invalid:443", "https://good.invalid", "good.invalid/path"),
        .. Values("$.hosts[0].port", 0, -1, 65536, 1.5),
        .. Values("$.hosts[0].environment", "", "prod", "PRODUCTION", "0"),
        .. Values("$.hosts[0].clientCertificate", "true", 1, ""),
        .. Values(
            "$.hosts[0].path", "", " ", "relative", "//elsewhere.invalid/", "/a b", "/a?query", "/a#fragment", "/%2", "/名前", "https://good.invalid/", true),
        .. Values("$.maintenance.weekOfMonth", 0, 5, -1, "3"),
        .. Values("$.maintenance.dayOfWeek", "", "Tues", "TUESDAY", "火曜日", "2"),
        .. Values("$.maintenance.start", "", "22", "24:00", "22:60", "8:00", "22:00:00", "２２:００"),
        .. Values("$.maintenance.duration", "", "10", "10:00"),
        .. Values("$.maintenance.timeZone", "", " ", "\0"),
        .. Beyond("$.maintenance.timeZone", "Asia", "Asia/Nowhere", "../../etc/passwd", "/etc/localtime"),
        .. Values("$.network.proxy", "", " ", "ftp://proxy", "https://proxy:8080", "http://", "http://user@proxy:8080", "http://user:password@proxy", "http://proxy/path", "http://proxy?q", "http://proxy:0"),
        .. Values("$.network.proxyAuthentication", "", "BASIC", "digest", "0"),
        .. Values("$.network.tlsInspection", "", "yes", "Allow"),
        .. Values("$.trustAnchors[0].name", "", " ", "Ro\u00ADot"),
        .. Values("$.trustAnchors[0].purpose", "", "any", "SERVER"),
        .. Values("$.trustAnchors[0].sha256", "", "AB", GoodPin + "0", GoodPin[1..] + "G", GoodPin.Replace('0', '０')),
        .. Values("$.trustAnchors[0].file", "", " "),
        .. Beyond("$.trustAnchors[0].file", "missing.pem", "garbage.pem", "empty.pem", "other.pem", "\0", "NUL", "roots/con.pem", "COM1 .pem"),
        ("no anchors", new BadDefinition("$.trustAnchors", json => json["trustAnchors"] = new JsonArray())),
        ("no anchor for servers", new BadDefinition("$.trustAnchors", json => json["trustAnchors"]![0]!["purpose"] = "client")),
    ];

    private static IEnumerable<(string Name, BadDefinition Definition)> Beyond(string path, params string[] values) =>
        values.Select(value => (
            $"{path} = {value}", new BadDefinition(path, json => SetAt(json, path, value), SchemaCannotSay: true)));

    private static IEnumerable<(string Name, BadDefinition Definition)> Values(string path, params object[] values) =>
        values.Select(value => (
            $"{path} = {value} ({value.GetType().Name})", new BadDefinition(path, json => SetAt(json, path, JsonValue.Create(value)))));

    private static IEnumerable<(string Path, string Name, Func<JsonObject, JsonObject> In)> Members() =>
        RequiredMembers.Select(name => ("$." + name, name, (Func<JsonObject, JsonObject>)(json => json)))
            .Concat(RequiredInside.Values.SelectMany(inside => inside.Members.Select(name => (
                $"{inside.Path}.{name}", name, (Func<JsonObject, JsonObject>)(json => ObjectAt(json, inside.Path))))));

    private static void SetAt(JsonObject json, string path, JsonNode? value) =>
        ObjectAt(json, path[..path.LastIndexOf('.')])[path[(path.LastIndexOf('.') + 1)..]] = value;

    private static JsonObject ObjectAt(JsonObject json, string path) => path switch
    {
        "$" => json,
        "$.hosts[0]" => json["hosts"]![0]!.AsObject(),
        "$.trustAnchors[0]" => json["trustAnchors"]![0]!.AsObject(),
        _ => json[path[2..]]!.AsObject(),
    };
}

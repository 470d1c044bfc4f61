using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using NaccsCert.Module.Tests.Commands.Support;
using NaccsCert.Module.Tests.Engine;
using Xunit;

namespace NaccsCert.Module.Tests.Commands;

/// <summary>Get-NaccsBrowserPolicy, as administrators call it.</summary>
public sealed class BrowserPolicyTests(PowerShellSession session, Sandboxes sandboxes) : CommandTests(session, sandboxes)
{
    private const string Policy = "AutoSelectCertificateForUrls";
    private const string Web = "https://web-prod.nac.naccs.jp";

    // What Chromium reads of the built-in definition.
    private static readonly string[] Entries =
    [
        """{"pattern":"https://uac21j0vvasdpv9j7.nac.naccs.jp","filter":{"ISSUER":{"CN":"NACCS Client CA"}}}""",
        """{"pattern":"https://acjh4icrfmdu4utg7.nac.naccs.jp","filter":{"ISSUER":{"CN":"NACCS Client CA"}}}""",
        """{"pattern":"https://web-prod.nac.naccs.jp","filter":{"ISSUER":{"CN":"NACCS Client CA"}}}""",
    ];

    private string Folder => Directory.CreateDirectory(Scratch.Member("managed")).FullName;

    [Fact]
    public void Each_browser_has_an_entry_for_each_host_that_takes_client_certificates()
    {
        SessionRun run = List("-Service naccs");
        Assert.Equal(["Edge", "Edge", "Edge", "Chrome", "Chrome", "Chrome"], run.Texts("Browser"));
        Assert.Equal([.. Entries, .. Entries], run.Texts("Value"));
        Assert.Equal([1, 2, 3, 1, 2, 3], run.Values("Number"));
        Assert.All(run.Texts("Status"), status => Assert.Equal("NotSet", status));
        Assert.Equal(["WebNaccs"], List("Chromium -Service naccs -Environment Production").Texts("Role").Skip(1));
        Assert.Empty(run.Warnings);
    }

    [Fact]
    public void A_pattern_has_the_port_that_is_not_usual_and_the_form_of_the_host_that_is_looked_up()
    {
        Redefine(json => json["hosts"] = Hosts(("\u30CA\u30C3\u30AF\u30B9.example", 443), ("::1", 8443), ("example.jp", 8443), ("example.jp", 8443)));
        Assert.Equal(["https://xn--pckua2a1a.example", "https://[::1]:8443", "https://example.jp:8443"], List("Edge").Texts("Pattern"));
    }

    [Theory]
    [InlineData("Computer", "HKEY_LOCAL_MACHINE", "device")]
    [InlineData("User", "HKEY_CURRENT_USER", "user")]
    public async Task A_file_for_the_registry_editor_and_one_for_Intune_have_the_same_entries(string scope, string hive, string target)
    {
        string script = $"Get-NaccsBrowserPolicy -Service naccs -Scope {scope} -PolicyPath '{Folder}' -StartNumber 5 -As";
        await FullPowerShell.RunAsync(
            $$"""
            {{script}} RegistryFile | Set-Content -LiteralPath '{{Scratch.Member("policy.reg")}}' -Encoding Unicode
            {{script}} IntuneJson | Set-Content -LiteralPath '{{Scratch.Member("policy.json")}}'
            """,
            Service,
            StoreName);
        byte[] bytes = File.ReadAllBytes(Scratch.Member("policy.reg"));
        Assert.Equal([0xFF, 0xFE], bytes[..2]);
        string[] lines = Encoding.Unicode.GetString(bytes[2..]).Split("\r\n").Select(line => line.TrimEnd()).ToArray();
        Assert.Equal("Windows Registry Editor Version 5.00", lines[0]);
        Assert.Equal(
            [$@"[{hive}\Software\Policies\Microsoft\Edge\{Policy}]", $@"[{hive}\Software\Policies\Google\Chrome\{Policy}]"],
            lines.Where(line => line.StartsWith('[')));
        Match[] values = [.. lines.Select(line => Regex.Match(line, "^\"(?<name>[0-9]+)\"=\"(?<text>.*)\"$")).Where(match => match.Success)];
        Assert.Equal(["5", "6", "7", "5", "6", "7"], values.Select(value => value.Groups["name"].Value));
        Assert.Equal([.. Entries, .. Entries], values.Select(value => Regex.Replace(value.Groups["text"].Value, @"\\(.)", "$1")));

        JsonNode profile = JsonNode.Parse(File.ReadAllText(Scratch.Member("policy.json")))!;
        Assert.Equal(("windows10", "mdm"), ((string)profile["platforms"]!, (string)profile["technologies"]!));
        JsonNode[] settings = [.. profile["settings"]!.AsArray().Select(setting => setting!["settingInstance"]!)];
        Assert.Equal(
            [
                $"{target}_vendor_msft_policy_config_microsoft_edge~policy~microsoft_edge~contentsettings_autoselectcertificateforurls",
                $"{target}_vendor_msft_policy_config_chromeintunev1~policy~googlechrome~contentsettings_autoselectcertificateforurls",
            ],
            settings.Select(setting => (string)setting["settingDefinitionId"]!));
        Assert.All(settings, setting => Assert.Equal($"{setting["settingDefinitionId"]}_1", (string)setting["choiceSettingValue"]!["value"]!));
        Assert.All(settings, setting => Assert.Equal(
            Entries,
            setting["choiceSettingValue"]!["children"]![0]!["simpleSettingCollectionValue"]!.AsArray().Select(value => (string)value!["value"]!)));
    }

    [Fact]
    public void What_was_put_into_a_managed_folder_is_found_there()
    {
        string text = Assert.Single(List("Chromium, Edge -Service naccs -As LinuxJson").OutputTexts());
        Assert.Equal(Entries, JsonNode.Parse(text)![Policy]!.AsArray().Select(entry => (string)entry!));
        Put("naccs.json", text);
        SessionRun run = List("Chrome -Service naccs");
        Assert.All(run.Texts("Status"), status => Assert.Equal("Set", status));
        Assert.Equal(Path.Combine(Folder, "naccs.json") + "[2]", run.Texts("Path")[2]);
    }

    [Theory]
    [InlineData("naccs.json", Web, "Another CA", "OtherFilter")]
    [InlineData("naccs.json", Web + ":443", "Another CA", "OtherFilter")]
    [InlineData("naccs.json", "web-prod.nac.naccs.jp", "Another CA", "OtherFilter")]
    [InlineData("naccs.json", "https://[*.]naccs.jp", "Another CA", "WiderPattern")]
    [InlineData("naccs.json", "*", "Another CA", "WiderPattern")]
    [InlineData("naccs.json", "https://*:443", "Another CA", "WiderPattern")]
    [InlineData("naccs.json.bak", "https://example.com", "Another CA", "OtherList")]
    [InlineData("naccs.json", "https://[*.]naccs.jp", "NACCS Client CA", "")]
    [InlineData("naccs.json", "https://*:8443", "Another CA", "")]
    [InlineData("naccs.json", "http://[*.]naccs.jp", "Another CA", "")]
    [InlineData("naccs.json", "https://[*.]accs.jp", "Another CA", "")]
    public void An_entry_of_others_is_found_where_it_is_about_the_host(string file, string pattern, string issuer, string conflict)
    {
        var entry = new JsonObject { ["pattern"] = pattern, ["filter"] = new JsonObject { ["ISSUER"] = new JsonObject { ["CN"] = issuer } } };
        Put(file, new JsonObject { [Policy] = new JsonArray(entry.ToJsonString()) }.ToJsonString());
        SessionRun run = Invoke(
            """
            Get-NaccsBrowserPolicy Edge -Service naccs -PolicyPath $path | Where-Object Role -eq WebNaccs |
                ForEach-Object { $_.Status; $_.Conflicts | ForEach-Object Kind }
            """,
            ("path", Folder));
        Assert.Equal(conflict.Length == 0 ? ["NotSet"] : ["Conflict", conflict], run.OutputTexts());
        SessionRun text = List("Edge -Service naccs -As LinuxJson");
        Assert.Equal(conflict.Length == 0 ? 0 : 1, text.Warnings.Distinct().Count());
        Assert.All(text.Warnings, warning => Assert.Contains(file, warning, StringComparison.Ordinal));
        Assert.Single(text.Output);
    }

    [Theory]
    [InlineData("{ \"AutoSelectCertificateForUrls\": [")]
    [InlineData("{ \"AutoSelectCertificateForUrls\": [ 1 ] }")]
    [InlineData("{ \"AutoSelectCertificateForUrls\": [ \"{\" ] }")]
    [InlineData("{ \"AutoSelectCertificateForUrls\": [ \"{\\\"pattern\\\":\\\"*\\\"}\" ] }")]
    public void What_browsers_cannot_read_is_told_of(string content)
    {
        Put("naccs.json", content);
        SessionRun run = Invoke("(Get-NaccsBrowserPolicy Chrome -Service naccs -PolicyPath $path)[0].Conflicts", ("path", Folder));
        Assert.Equal(["BrokenEntry"], run.Texts("Kind"));
        Assert.StartsWith(Path.Combine(Folder, "naccs.json"), run.Text("Path"), StringComparison.Ordinal);
    }

    // The sandbox names an issuer of its own, which has a common name; this one has none.
    [Theory]
    [InlineData("O=Example, OU=Client CA 7", "Client CA 7", "OU")]
    [InlineData("C=JP, O=Example Client CA", "Example Client CA", "O")]
    [InlineData("OU=Nobody", "Example Client CA", "CN")]
    public void Which_part_of_the_issuers_name_is_meant_is_told_by_an_installed_certificate(string issuer, string named, string attribute)
    {
        Redefine(json =>
        {
            json["issuer"] = named;
            json["hosts"] = Hosts(("example.jp", 443));
        });
        using (X509Certificate2 certificate = Issue(issuer))
        {
            using var store = new X509Store(StoreName, StoreLocation.CurrentUser);
            store.Open(OpenFlags.ReadWrite);
            store.Add(certificate);
        }

        JsonNode filter = JsonNode.Parse(List("Edge").Text("Value"))!["filter"]!["ISSUER"]!;
        Assert.Equal(new Dictionary<string, string> { [attribute] = named }, filter.AsObject().ToDictionary(part => part.Key, part => (string)part.Value!));
        Assert.Contains("\"O\":", List("Edge -IssuerAttribute O").Text("Value"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_definition_without_such_a_host_says_what_to_do()
    {
        Redefine(json =>
        {
            foreach (JsonNode? host in json["hosts"]!.AsArray())
            {
                host!["clientCertificate"] = false;
            }
        });
        SessionRun run = List("-As RegistryFile");
        Assert.Empty(run.Output);
        string warning = Assert.Single(run.Warnings);
        Assert.Contains("clientCertificate", warning, StringComparison.Ordinal);
        Assert.Contains("Test-NaccsServiceDefinition -Service ", warning, StringComparison.Ordinal);
    }

    private SessionRun List(string arguments) => Invoke($"Get-NaccsBrowserPolicy {arguments} -PolicyPath $path", ("path", Folder));

    private void Put(string name, string text) => File.WriteAllText(Path.Combine(Folder, name), text);

    private static JsonArray Hosts(params IEnumerable<(string Host, int Port)> hosts) =>
    [
        .. hosts.Select(host => new JsonObject
        {
            ["role"] = "WebNaccs",
            ["host"] = host.Host,
            ["port"] = host.Port,
            ["environment"] = "Production",
            ["clientCertificate"] = true,
        }),
    ];

    private static X509Certificate2 Issue(string issuer)
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=1FAKE01", key, HashAlgorithmName.SHA256);
        return request.Create(
            new X500DistinguishedName(issuer),
            X509SignatureGenerator.CreateForECDsa(key),
            DateTimeOffset.UtcNow.AddDays(-1),
            DateTimeOffset.UtcNow.AddDays(1),
            [1, 2, 3]);
    }
}

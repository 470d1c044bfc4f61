using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using NaccsCert.TestSupport.PowerShell;
using NaccsCert.TestSupport.Proxies;
using Xunit;

namespace NaccsCert.Module.Tests.Scripts;

/// <summary>
/// What would need an answer, in a session where somebody could give it: agents start scripts in that of the user. It is left out, and
/// the line says so. The standard input stays open, so that a question would wait until the test is ended.
/// </summary>
public sealed class LeftOutTests(FleetService service) : FleetTests(service)
{
    [Fact]
    public async Task A_root_that_is_not_pinned()
    {
        await EnrollAsync("-SkipRootCA");
        string service = PinningNoClientRoot();
        ProcessRun run = await RunAsync(ScriptAt("Intune/Remediate-NaccsCertificate.ps1"), "-Service", service);
        Expect("Renewed", 0, run);
        Assert.Equal(["root"], LeftOutOf(Answer(run)));
    }

    [Fact]
    public async Task Credentials_for_a_proxy()
    {
        await using var proxy = FakeProxy.ForUser("taro", "right");
        await EnrollAsync();
        string service = Through(proxy);
        ProcessRun run = await RunAsync(ScriptAt("Intune/Remediate-NaccsCertificate.ps1"), "-Service", service);
        Expect("Failed", 1, run);
        Assert.Equal(["credentials"], LeftOutOf(Answer(run)));
        Assert.Equal(0, proxy.Tunnels);
    }

    [Fact]
    public async Task Nothing_where_nothing_would_be_asked() =>
        Assert.Empty(LeftOutOf(Answer(await RunAsync(ScriptAt("Intune/Remediate-NaccsCertificate.ps1"), "-Service", Service))));

    [Fact]
    public async Task At_a_logon_as_well()
    {
        await using var proxy = FakeProxy.ForUser("taro", "right");
        await EnrollAsync();
        await RunAsync(ScriptAt("GroupPolicy/NaccsLogon.ps1"), "-Service", Through(proxy), "-AutoRenew");
        await RunAsync(ScriptAt("GroupPolicy/NaccsLogon.ps1"), "-Service", PinningNoClientRoot());
        string[] log = await File.ReadAllLinesAsync(
            Path.Combine(Home.FullPath, ".local/share/NaccsCert/logs/logon.jsonl"), TestContext.Current.CancellationToken);
        Assert.Equal(["credentials"], LeftOutOf(JsonNode.Parse(log[0])!));
        Assert.Empty(LeftOutOf(JsonNode.Parse(log[1])!));
    }

    private static string[] LeftOutOf(JsonNode line) => [.. line["leftOut"]!.AsArray().Select(kind => (string)kind!)];

    private string PinningNoClientRoot() => Redefined(definition => definition["trustAnchors"] = new JsonArray(
        [.. definition["trustAnchors"]!.AsArray().Where(anchor => (string)anchor!["purpose"]! == "server").Select(anchor => anchor!.DeepClone())]));

    private string Through(FakeProxy proxy) => Redefined(definition => definition["network"] = new JsonObject
    {
        ["proxy"] = proxy.Address.ToString(),
        ["proxyAuthentication"] = "Basic",
    });
}

using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using static NaccsCert.Harnesses.BrowserChoice.UserCertificate;

namespace NaccsCert.Harnesses.BrowserChoice;

/// <summary>The rows of the table.</summary>
/// <param name="policy">The policy that the command gives.</param>
internal sealed class BrowserRows(string policy)
{
    private const string Name = "AutoSelectCertificateForUrls";
    private const string Wide = "https://*";
    private const string ByCommand = "as the command gives it";

    /// <summary>Lists them.</summary>
    public IReadOnlyList<BrowserRow> List() =>
    [
        new("none", "old and new", BrowserRow.Asks) { Certificates = [Old, New] },
        Ours("old", Old.Name, Old),
        Ours("old, and new added while the browser is open", Old.Name, Old) with { Added = New },
        Ours("old and new", New.Name, Old, New),
        Ours("new, and old taken out", New.Name, Old, New) with { Removed = Old },
        Ours("old that ends later, and new", OldThatEndsLater.Name, OldThatEndsLater, New),
        Ours("old that ends later taken out, and new", New.Name, OldThatEndsLater, New) with { Removed = OldThatEndsLater },
        Ours("new, and one of another issuer", New.Name, New, OfAnotherIssuer),
        Prompting(BrowserRow.Asks, "old and new", Old, New),
        Prompting(New.Name, "new, and old taken out", Old, New) with { Removed = Old },
        With("and another filter for the same host", OfAnotherIssuer.Name, Entry(Pattern, OfAnotherIssuer.Issuer!)),
        With("and a wider pattern with another filter", New.Name, Entry(Wide, OfAnotherIssuer.Issuer!)),
        With("and an entry that is no JSON", New.Name, "{"),
        Both("a wider pattern with another filter alone", OfAnotherIssuer.Name) with
        {
            Files = new Dictionary<string, string> { ["wide.json"] = Document([Entry(Wide, OfAnotherIssuer.Issuer!)]) },
        },
        File("and a later file with another filter, whatever its extension", OfAnotherIssuer.Name, "zz.bak"),
        File("and an earlier file with another filter", New.Name, "aa.json"),
    ];

    private string Pattern => (string)JsonNode.Parse((string)Entries[0]!)!["pattern"]!;

    private JsonArray Entries => JsonNode.Parse(policy)![Name]!.AsArray();

    private BrowserRow Ours(string store, string expected, params IReadOnlyList<UserCertificate> certificates) =>
        new(ByCommand, store, expected) { Files = new Dictionary<string, string> { ["naccs.json"] = policy }, Certificates = certificates };

    // The browser asks wherever more than one certificate remains.
    private BrowserRow Prompting(string expected, string store, params IReadOnlyList<UserCertificate> certificates) =>
        Ours(store, expected, certificates) with
        {
            Policy = "and PromptOnMultipleMatchingCertificates",
            Files = new Dictionary<string, string>
            {
                ["naccs.json"] = policy,
                ["prompt.json"] = new JsonObject { ["PromptOnMultipleMatchingCertificates"] = true }.ToJsonString(),
            },
        };

    private BrowserRow With(string words, string expected, string entry) => Both(words, expected) with
    {
        Files = new Dictionary<string, string> { ["naccs.json"] = Document([.. Entries.Select(other => other!.DeepClone()), entry]) },
    };

    private BrowserRow File(string words, string expected, string name) => Both(words, expected) with
    {
        Files = new Dictionary<string, string> { ["naccs.json"] = policy, [name] = Document([Entry(Pattern, OfAnotherIssuer.Issuer!)]) },
    };

    private static BrowserRow Both(string words, string expected) =>
        new(words, "new, and one of another issuer", expected) { Certificates = [New, OfAnotherIssuer] };

    private static string Entry(string pattern, string issuer) =>
        JsonSerializer.Serialize(new { pattern, filter = new { ISSUER = new { CN = issuer } } });

    private static string Document(JsonArray entries) => new JsonObject { [Name] = entries }.ToJsonString();
}

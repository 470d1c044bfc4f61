using System.IO;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using NaccsCert.Services;
using NaccsCert.Tests.Support;
using NJsonSchema;
using Xunit;

namespace NaccsCert.Tests.Services;

/// <summary>The published schema says what the parser does.</summary>
public sealed class SchemaTests(SandboxFixture fixture)
{
    public static TheoryData<string> BadNames => [.. BadDefinitions.All.Keys];

    [Fact]
    public async Task The_built_in_definition_is_valid_and_names_the_schema()
    {
        using Stream resource = typeof(ServiceDefinitionSource).Assembly
            .GetManifestResourceStream("NaccsCert.Services.BuiltIn.naccs.json")!;
        string text = await new StreamReader(resource).ReadToEndAsync(TestContext.Current.CancellationToken);

        Assert.Empty((await LoadAsync()).Validate(text));
        Assert.Equal(
            (string?)JsonNode.Parse(await File.ReadAllTextAsync(SchemaPath, TestContext.Current.CancellationToken))!["$id"],
            (string?)JsonNode.Parse(text)!["$schema"]);
    }

    [Fact]
    public async Task The_definition_of_the_sandbox_is_valid() =>
        Assert.Empty((await LoadAsync()).Validate(
            await File.ReadAllTextAsync(fixture.Sandbox.ServiceDefinitionPath, TestContext.Current.CancellationToken)));

    [Fact]
    public async Task Optional_members_may_be_left_out_or_null()
    {
        JsonObject json = BadDefinitions.Good();
        Assert.Empty((await LoadAsync()).Validate(json.ToJsonString()));
        json["maintenance"] = null;
        json["network"] = new JsonObject { ["proxy"] = null, ["proxyAuthentication"] = null, ["tlsInspection"] = null };
        json["trustAnchors"]![0]!["purpose"] = null;
        json["hosts"]![0]!["clientCertificate"] = null;
        json["hosts"]![0]!["path"] = null;
        json["trustAnchors"]![0]!["file"] = null;
        json["terminalAttribute"] = null;
        json["officialTool"] = null;
        json["enrollment"]!["challengePassword"] = null;
        Assert.Empty((await LoadAsync()).Validate(json.ToJsonString()));
        json["enrollment"]!["challengePassword"] = "{code1}:{code2}{code3}";
        Assert.Empty((await LoadAsync()).Validate(json.ToJsonString()));
        json.Remove("maintenance");
        json["network"] = null;
        json["trustAnchors"]![0]!.AsObject().Remove("purpose");
        Assert.Empty((await LoadAsync()).Validate(json.ToJsonString()));
    }

    [Theory]
    [InlineData("CN")]
    [InlineData("ou")]
    [InlineData("serialNumber")]
    [InlineData("2.5.4.11")]
    public async Task An_attribute_that_names_terminals_is_a_name_or_an_object_identifier(string attribute)
    {
        JsonObject json = BadDefinitions.Good();
        json["terminalAttribute"] = attribute;
        Assert.Empty((await LoadAsync()).Validate(json.ToJsonString()));
    }

    [Theory]
    [MemberData(nameof(BadNames))]
    public async Task What_the_parser_refuses_the_schema_refuses_where_it_can_say_so(string name)
    {
        BadDefinition bad = BadDefinitions.All[name];
        JsonObject json = BadDefinitions.Good();
        bad.Change(json);

        bool isValid = (await LoadAsync()).Validate(json.ToJsonString()).Count == 0;

        Assert.Equal(bad.SchemaCannotSay, isValid);
    }

    [Fact]
    public async Task A_new_definition_is_valid_with_and_without_what_is_commented_out()
    {
        DefinitionDraft draft = new ServiceDefinitionSource([]).Draft(null, new DefinitionChanges("test"), "test.json");
        string text = Encoding.UTF8.GetString(draft.Content);
        string uncommented = Regex.Replace(text, "^  // (\".*)$", "  $1", RegexOptions.Multiline);

        Assert.NotEqual(text, uncommented);
        JsonSchema schema = await LoadAsync();
        Assert.All(new[] { text, uncommented }, json => Assert.Empty(schema.Validate(Node(json).ToJsonString())));
        ServiceDefinition definition = ServiceDefinitionParser.Parse(Encoding.UTF8.GetBytes(uncommented), "test", file => draft.Files[file]);
        Assert.NotNull(definition.TerminalAttribute);
        Assert.NotNull(definition.Network.Proxy);
    }

    [Fact]
    public void What_nobody_changes_stays_as_it_was_in_a_new_definition()
    {
        string path = fixture.Sandbox.ServiceDefinitionPath;
        DefinitionDraft draft = new ServiceDefinitionSource([]).Draft(path, new DefinitionChanges("sandbox") { DisplayName = "x" }, "test.json");
        JsonNode[] definitions = [Node(Encoding.UTF8.GetString(draft.Content)), Node(File.ReadAllText(path))];
        foreach (JsonNode definition in definitions)
        {
            Assert.All(new[] { "$schema", "name", "displayName" }, name => definition.AsObject().Remove(name));
        }

        Assert.True(JsonNode.DeepEquals(definitions[0], definitions[1]), definitions[0].ToJsonString());
    }

    private static JsonNode Node(string json) =>
        JsonNode.Parse(json, null, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip })!;

    private static string SchemaPath => Path.Combine(System.AppContext.BaseDirectory, "service-definition.schema.json");

    private static Task<JsonSchema> LoadAsync() => JsonSchema.FromFileAsync(SchemaPath, TestContext.Current.CancellationToken);
}

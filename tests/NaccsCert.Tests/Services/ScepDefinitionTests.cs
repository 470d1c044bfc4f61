using System;
using System.IO;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using NaccsCert.Services;
using NJsonSchema;
using Xunit;

namespace NaccsCert.Tests.Services;

/// <summary>What a definition says of a service that speaks SCEP; the parser and the published schema agree.</summary>
public sealed class ScepDefinitionTests
{
    private const string Pin = "0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF";

    [Fact]
    public async Task It_has_a_challenge_password_and_says_what_is_allowed()
    {
        JsonObject json = Scep("https://good.invalid/scep", ("caIdentifier", "CA 2"), ("legacyAlgorithms", "allow"));

        EnrollmentEndpoint endpoint = Parse(json).Enrollment;

        Assert.Equal(
            new EnrollmentEndpoint(EnrollmentProtocol.Scep, new Uri("https://good.invalid/scep"))
            {
                ChallengePasswordTemplate = "{code1}{code2}{code3}",
                CAIdentifier = "CA 2",
                AllowsLegacyAlgorithms = true,
            },
            endpoint);
        Assert.Empty((await SchemaAsync()).Validate(json.ToJsonString()));
    }

    [Fact]
    public async Task Without_TLS_no_server_needs_a_root()
    {
        JsonObject json = Scep("http://good.invalid:8080/scep", ("plainHttp", "allow"));
        json["trustAnchors"]!.AsArray().RemoveAt(0);

        Assert.True(Parse(json).Enrollment.IsPlain);
        Assert.Empty((await SchemaAsync()).Validate(json.ToJsonString()));
    }

    [Theory]
    [InlineData("$.enrollment.url", "url", "http://good.invalid/scep")]
    [InlineData("$.enrollment.url", "url", "https://good.invalid/scep?operation=GetCACert")]
    [InlineData("$.enrollment.user", "user", "{code1}")]
    [InlineData("$.enrollment.challengePassword", "challengePassword", null)]
    [InlineData("$.enrollment.challengePassword", "challengePassword", "{code4}")]
    [InlineData("$.enrollment.plainHttp", "plainHttp", "yes")]
    [InlineData("$.enrollment.legacyAlgorithms", "legacyAlgorithms", "SHA-1")]
    [InlineData("$.enrollment.caIdentifier", "caIdentifier", " ")]
    public async Task What_is_wrong_is_told_with_its_place(string path, string member, string? value)
    {
        JsonObject json = Scep("https://good.invalid/scep", (member, value));

        NaccsException error = Assert.Throws<NaccsException>(() => Parse(json));

        Assert.Contains(path, error.Message, StringComparison.Ordinal);
        Assert.NotEmpty((await SchemaAsync()).Validate(json.ToJsonString()));
    }

    [Theory]
    [InlineData("server")]
    [InlineData("client")]
    public void Both_a_root_for_servers_and_one_for_the_CA_are_needed(string left)
    {
        JsonObject json = Scep("https://good.invalid/scep");
        json["trustAnchors"]!.AsArray().RemoveAt(left == "server" ? 1 : 0);

        Assert.Contains("$.trustAnchors", Assert.Throws<NaccsException>(() => Parse(json)).Message, StringComparison.Ordinal);
    }

    private static JsonObject Scep(string url, params (string Name, string? Value)[] members)
    {
        JsonObject json = BadDefinitions.Good();
        var enrollment = new JsonObject { ["protocol"] = "scep", ["url"] = url, ["challengePassword"] = "{code1}{code2}{code3}" };
        foreach ((string name, string? value) in members)
        {
            enrollment[name] = value;
        }

        json["enrollment"] = enrollment;
        json["trustAnchors"]!.AsArray().Add(new JsonObject { ["name"] = "CA", ["purpose"] = "client", ["sha256"] = Pin });
        return json;
    }

    private static ServiceDefinition Parse(JsonObject json) =>
        ServiceDefinitionParser.Parse(Encoding.UTF8.GetBytes(json.ToJsonString()), "test.json", _ => []);

    private static Task<JsonSchema> SchemaAsync() => JsonSchema.FromFileAsync(
        Path.Combine(AppContext.BaseDirectory, "service-definition.schema.json"), TestContext.Current.CancellationToken);
}

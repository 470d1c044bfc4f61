using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using NaccsCert.IO.Json;
using NaccsCert.Services;
using NaccsCert.Tests.Support;
using NaccsCert.TestSupport;
using Xunit;

namespace NaccsCert.Tests.Services;

/// <summary>New definitions, with comments, that the parser takes; see <c>SchemaTests</c> for the schema.</summary>
public sealed class DefinitionTemplateTests
{
    private const string Target = "new.json";
    private const string Url = "https://est.example.co.jp:8443/.well-known/est/Test";

    private static readonly JsonDocumentOptions WithComments = new() { CommentHandling = JsonCommentHandling.Skip };

    [Theory]
    [InlineData("en-US", @"// The name for -Service: ")]
    [InlineData("ja-JP", @"// -Service に指定する名前")]
    public void That_of_NACCS_becomes_one_of_another_service_with_comments_in_the_language_of_the_session(string culture, string comment) =>
        Cultures.Run(culture, () =>
        {
            DefinitionDraft draft = Draft(null, new DefinitionChanges("test") { EnrollmentUrl = Url, Issuer = "試験 \"CA\"", SchemaAddress = "file:///x" });
            string text = Encoding.UTF8.GetString(draft.Content);
            ServiceDefinition definition = Read(draft);

            Assert.Contains(comment, text, StringComparison.Ordinal);
            Assert.Equal(("test", "test", Url, "試験 \"CA\""), (definition.Name, definition.DisplayName, definition.Enrollment.Url.AbsoluteUri, definition.Issuer));
            Assert.Equal(("est.example.co.jp", 8443), HostOf(definition, "CertificateService"));
            Assert.Equal(("web-prod.nac.naccs.jp", 443), HostOf(definition, "WebNaccs"));
            Assert.Equal(2, definition.TrustAnchors.Count(anchor => anchor.Certificate is not null));
            Assert.Equal("file:///x", (string?)Node(draft)["$schema"]);
        });

    [Theory]
    [InlineData("https://ca.example.co.jp/scep", false)]
    [InlineData("http://ca.example.co.jp/scep", true)]
    public void For_another_protocol_the_codes_take_their_places_and_a_root_is_left_to_be_entered(string url, bool isPlain)
    {
        DefinitionDraft draft = Draft(null, new DefinitionChanges("test") { EnrollmentUrl = url, Protocol = EnrollmentProtocol.Scep, Issuer = "Test CA" });
        ServiceDefinition made = Read(draft);

        Assert.Equal(
            new EnrollmentEndpoint(EnrollmentProtocol.Scep, new Uri(url)) { ChallengePasswordTemplate = "{code1}:{code2}{code3}" },
            made.Enrollment);
        Assert.Equal((isPlain, true), (made.Enrollment.IsPlain, draft.HasUnknownRoot));
        TrustAnchor root = Assert.Single(made.AnchorsFor(TrustAnchorPurpose.Client));
        Assert.Equal(("Test CA", new string('0', 64)), (root.Name, root.Sha256));
        Assert.All(
            ["\"challengePassword\"", "\"plainHttp\"", "\"legacyAlgorithms\""],
            member => Assert.Matches("// [^\n]+\n +" + member, Encoding.UTF8.GetString(draft.Content)));

        using var folder = new ScratchDirectory();
        File.WriteAllBytes(folder.Member("scep.json"), draft.Content);
        Assert.All(draft.Files, file => File.WriteAllBytes(folder.Member(file.Key), file.Value));
        DefinitionDraft same = Draft(folder.Member("scep.json"), new DefinitionChanges("test") { Protocol = EnrollmentProtocol.Scep });
        Assert.Equal(made.Enrollment, Read(same).Enrollment);
        EnrollmentEndpoint back = Read(Draft(
            folder.Member("scep.json"), new DefinitionChanges("test") { Protocol = EnrollmentProtocol.Est, EnrollmentUrl = Url })).Enrollment;
        Assert.Equal(
            (EnrollmentProtocol.Est, Url, "{code1}", "{code2}{code3}", null),
            (back.Protocol, back.Url.AbsoluteUri, back.UserTemplate, back.PasswordTemplate, back.ChallengePasswordTemplate));
    }

    [Fact]
    public void One_that_is_made_can_be_made_from_again()
    {
        using var folder = new ScratchDirectory();
        DefinitionDraft first = Draft(null, new DefinitionChanges("first"));
        File.WriteAllBytes(folder.Member("first.json"), first.Content);
        foreach (KeyValuePair<string, byte[]> file in first.Files)
        {
            File.WriteAllBytes(folder.Member(file.Key), file.Value);
        }

        DefinitionDraft second = Draft(folder.Member("first.json"), new DefinitionChanges("first"));
        Assert.Equal(Encoding.UTF8.GetString(first.Content), Encoding.UTF8.GetString(second.Content));
        Assert.Equal(first.Files.Keys, second.Files.Keys);
    }

    [Theory]
    [InlineData("No Name", Url, "$.name")]
    [InlineData("test", "http://est.example.co.jp", "$.enrollment.url")]
    [InlineData("test", "no address", "$.enrollment.url")]
    [InlineData("test", "https://taro:secret@est.example.co.jp", "$.enrollment.url")]
    public void What_cannot_be_used_is_found_before_anything_is_written(string name, string url, string place)
    {
        NaccsException error = Assert.Throws<NaccsException>(() => Draft(null, new DefinitionChanges(name) { EnrollmentUrl = url }));
        Assert.Equal((ErrorId.ServiceDefinitionInvalid, Target), (error.ErrorId, error.Target));
        Assert.Contains(place, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ /* a */ \"a\" // b\n : /* c */ 1 /* d */ } // e", true)]
    [InlineData("{ \"a\": \"// no comment\" }", true)]
    [InlineData("{ \"a\": 1 /* }", false)]
    [InlineData("{ \"a\": 1 / }", false)]
    [InlineData("{ \"a\": 1 # no\n }", false)]
    public void Comments_are_those_of_JSONC_and_no_other_file_of_the_module_has_any(string text, bool isTaken)
    {
        Assert.Equal(isTaken, Takes(text, JsonNotation.WithComments));
        Assert.Equal(isTaken && text.IndexOf("/*", StringComparison.Ordinal) < 0, Takes(text, JsonNotation.Strict));
    }

    private static bool Takes(string text, JsonNotation notation)
    {
        try
        {
            NaccsCert.IO.Json.JsonDocument.Parse(Encoding.UTF8.GetBytes(text), notation: notation);
            return true;
        }
        catch (JsonFormatException)
        {
            return false;
        }
    }

    private static DefinitionDraft Draft(string? from, DefinitionChanges changes) => new ServiceDefinitionSource([]).Draft(from, changes, Target);

    private static ServiceDefinition Read(DefinitionDraft draft) =>
        ServiceDefinitionParser.Parse(draft.Content, Target, file => draft.Files[file]);

    private static JsonNode Node(DefinitionDraft draft) => JsonNode.Parse(draft.Content, null, WithComments)!;

    private static (string Host, int Port) HostOf(ServiceDefinition definition, string role) =>
        definition.Hosts.Where(host => host.Role == role).Select(host => (host.Host, host.Port)).Single();
}

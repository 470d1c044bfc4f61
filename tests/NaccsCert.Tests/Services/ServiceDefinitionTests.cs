using System;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json.Nodes;
using NaccsCert.IO;
using NaccsCert.Services;
using NaccsCert.Tests.Support;
using NaccsCert.TestSupport;
using NaccsCert.TestSupport.Certificates;
using NaccsCert.Windows;
using Xunit;

namespace NaccsCert.Tests.Services;

/// <summary>A definition is read whole and well, or refused with the place that is wrong.</summary>
public sealed class ServiceDefinitionTests
{
    public static TheoryData<string> BadNames => [.. BadDefinitions.All.Keys];

    [Theory]
    [MemberData(nameof(BadNames))]
    public void A_definition_with_one_thing_wrong_is_refused_with_its_place(string name)
    {
        BadDefinition bad = BadDefinitions.All[name];
        JsonObject json = BadDefinitions.Good();
        bad.Change(json);

        NaccsException error = Assert.Throws<NaccsException>(() => Parse(json.ToJsonString()));

        Assert.Equal(ErrorId.ServiceDefinitionInvalid, error.ErrorId);
        Assert.Contains(" " + bad.Path + " ", error.Message, StringComparison.Ordinal);
        Assert.NotEmpty(error.RecommendedAction);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("{")]
    [InlineData("{} {}")]
    [InlineData("{}}")]
    [InlineData("{\"name\":1}]}")]
    [InlineData("{\"a\":}")]
    [InlineData("<html></html>")]
    [InlineData("{\"schemaVersion\": 1, \"schemaVersion\": 1}")]
    [InlineData("\u0000")]
    public void What_is_no_JSON_object_is_refused(string text)
    {
        NaccsException error = Assert.Throws<NaccsException>(() => Parse(text));

        Assert.Equal(ErrorId.ServiceDefinitionInvalid, error.ErrorId);
        Assert.Contains("$", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_that_are_no_text_and_documents_beyond_all_bounds_are_refused()
    {
        byte[][] documents =
        [
            [0xFF, 0xFE, 0x00, 0x80],
            [0xEF, 0xBB, 0xBF],
            [.. Encoding.ASCII.GetBytes("{\"name\":\""), 0xC3, 0x28, .. Encoding.ASCII.GetBytes("\"}")],
            Encoding.ASCII.GetBytes(new string('[', 100_000)),
            Encoding.ASCII.GetBytes("{\"name\":\"" + new string('a', 1024 * 1024) + "\"}"),
        ];

        Assert.All(documents, document => Assert.Equal(
            ErrorId.ServiceDefinitionInvalid,
            Assert.Throws<NaccsException>(() => ServiceDefinitionParser.Parse(document, "test", _ => [])).ErrorId));
    }

    [Fact]
    public void A_good_definition_is_read_as_it_stands_with_or_without_a_byte_order_mark()
    {
        string text = BadDefinitions.Good().ToJsonString();

        foreach (byte[] document in new[] { Encoding.UTF8.GetBytes(text), [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(text)] })
        {
            ServiceDefinition definition = ServiceDefinitionParser.Parse(document, "test", _ => []);
            Assert.Equal("good", definition.Name);
            Assert.Equal(61, definition.Validity.Months);
            Assert.Equal(new ServiceHost("WebNaccs", "good.invalid", 443, ServiceEnvironment.Production), Assert.Single(definition.Hosts));
            Assert.Equal(new TimeSpan(22, 0, 0), definition.Maintenance!.Start);
        }
    }

    [Fact]
    public void Optional_members_may_be_left_out_or_null()
    {
        JsonObject json = BadDefinitions.Good();
        json["$schema"] = "anything";
        json["maintenance"] = null;
        json["trustAnchors"]![0]!["purpose"] = null;
        json["trustAnchors"]![0]!["file"] = null;

        ServiceDefinition definition = Parse(json.ToJsonString());

        Assert.Null(definition.Maintenance);
        Assert.Equal(TrustAnchorPurpose.Server, Assert.Single(definition.TrustAnchors).Purpose);
    }

    [Theory]
    [InlineData("ja-JP")]
    [InlineData("th-TH")]
    [InlineData("ar-SA")]
    [InlineData("tr-TR")]
    public void The_built_in_definition_is_the_same_in_every_culture(string culture) => Cultures.Run(culture, () =>
    {
        ServiceDefinition definition = new ServiceDefinitionSource([]).Load(null);

        Assert.Equal("https://cert.nac.naccs.jp/.well-known/est/NACCSClientCA", definition.Enrollment.Url.AbsoluteUri);
        Assert.Equal(4, definition.Hosts.Count);
        Assert.Equal(DayOfWeek.Tuesday, definition.Maintenance!.DayOfWeek);
        Assert.Equal(2, definition.TrustAnchors.Count(anchor => anchor.Certificate is not null));
    });

    [Fact]
    public void A_missing_anchor_file_is_a_fault_of_the_definition_that_names_it()
    {
        using var folder = new ScratchDirectory();
        JsonObject json = BadDefinitions.Good();
        json["trustAnchors"]![0]!["file"] = "missing.pem";
        File.WriteAllText(folder.Member("bad.json"), json.ToJsonString());

        NaccsException error = Assert.Throws<NaccsException>(() => new ServiceDefinitionSource([]).Load(folder.Member("bad.json")));

        Assert.Equal(ErrorId.ServiceDefinitionInvalid, error.ErrorId);
        Assert.Contains("$.trustAnchors[0].file", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_earlier_in_the_list_wins_and_unknown_names_list_the_known_ones()
    {
        using var folder = new ScratchDirectory();
        JsonObject json = BadDefinitions.Good();
        DefinitionFolder[] folders =
            [.. new[] { "missing", "first", "second" }.Select(name => folder.Member(Path.Combine(name, "services"))).Select(FolderAt)];
        foreach (DefinitionFolder found in folders.Skip(1))
        {
            json["displayName"] = found.Path;
            File.WriteAllText(Path.Combine(Directory.CreateDirectory(found.Path).FullName, "good.json"), json.ToJsonString());
        }

        var source = new ServiceDefinitionSource(folders);

        Assert.Equal(folders[1].Path, source.Load("good").DisplayName);
        NaccsException error = Assert.Throws<NaccsException>(() => source.Load("other"));
        Assert.Equal(ErrorId.ServiceDefinitionNotFound, error.ErrorId);
        Assert.Contains("naccs", error.Message, StringComparison.Ordinal);
        Assert.Equal(
            ErrorId.ServiceDefinitionNotFound,
            Assert.Throws<NaccsException>(() => source.Load(folder.Member("other.json"))).ErrorId);
    }

    private static DefinitionFolder FolderAt(string path) => new(path, FileOwner.User, FilePermissions.OfThisPlatform);

    private static ServiceDefinition Parse(string json) => ServiceDefinitionParser.Parse(Encoding.UTF8.GetBytes(json), "test", ReadFile);

    private static byte[] ReadFile(string name) => name switch
    {
        "garbage.pem" => Encoding.ASCII.GetBytes("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"),
        "empty.pem" => [],
        "other.pem" => AnyCertificate(),
        _ => File.ReadAllBytes(name == "\0" ? name : Path.Combine("nowhere", name)),
    };

    private static byte[] AnyCertificate()
    {
        using var authority = new TestAuthority("Other");
        return authority.Certificate.RawData;
    }
}

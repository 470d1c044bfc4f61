using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json.Nodes;
using NaccsCert.IO;
using NaccsCert.Services;
using NaccsCert.Tests.Support;
using NaccsCert.TestSupport;
using NaccsCert.Windows;
using Xunit;

namespace NaccsCert.Tests.Services;

/// <summary>All that is wrong with a definition is told at once, each with its place.</summary>
public sealed class DefinitionCheckTests
{
    public static TheoryData<string> BadNames => [.. BadDefinitions.All.Keys];

    [Theory]
    [MemberData(nameof(BadNames))]
    public void An_error_is_told_with_line_and_column(string name)
    {
        JsonObject json = BadDefinitions.Good();
        BadDefinitions.All[name].Change(json);
        ServiceDefinitionTestResult[] results = [.. Check(json.ToJsonString())];
        Assert.Contains(results, result => result.Location == BadDefinitions.All[name].Path);
        Assert.All(results, result => Assert.Equal(CheckStatus.Failed, result.Status));
        Assert.All(results, result => Assert.True(result is { LineNumber: > 0, ColumnNumber: > 0 }));
    }

    [Fact]
    public void All_errors_are_told_in_the_order_of_the_text()
    {
        const string text = """
            {
              "schemaVersion": 2,
              "name": "Bad Name",
              "displayName": "Good",
              "enrolment": {},
              "enrollment": {
                "protocol": "post", "url": "http://good.invalid",
                "user": "{code4}", "password": "a"
              },
              "issuer": "",
              "validity": "5 years", "renewalWindow": "P28D",
              "hosts": [
                { "role": "WebNaccs", "host": "good.invalid", "prot": 443, "environment": "Production" },
                7
              ],
              "trustAnchors": [ { "name": "Root", "sha256": "AB" } ]
            }
            """;
        Assert.Equal(
            [
                "2:20 $.schemaVersion", "3:11 $.name", "5:3 $.enrolment (enrollment)", "7:17 $.enrollment.protocol", "7:32 $.enrollment.url",
                "8:13 $.enrollment.user", "10:13 $.issuer", "11:15 $.validity", "13:5 $.hosts[0].port", "13:51 $.hosts[0].prot (port)",
                "14:5 $.hosts[1]", "16:49 $.trustAnchors[0].sha256",
            ],
            Check(text).Select(result => $"{result.LineNumber}:{result.ColumnNumber} {result.Location}"
                + (result.Suggestion is { } suggestion ? $" ({suggestion})" : string.Empty)));
    }

    [Theory]
    [InlineData("displayname", "displayName")]
    [InlineData("truststAnchors", "trustAnchors")]
    [InlineData("renewal_window", "renewalWindow")]
    [InlineData("isseur", "issuer")]
    [InlineData("hotss", "hosts")]
    [InlineData("color", null)]
    public void A_misspelt_name_is_told_with_the_one_that_was_meant(string written, string? meant)
    {
        JsonObject json = BadDefinitions.Good();
        json[written] = "x";
        ServiceDefinitionTestResult result = Assert.Single(Check(json.ToJsonString()));
        Assert.Equal(meant, result.Suggestion);
        Assert.True(meant is null || result.Reason.Contains(meant, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("{\n  \"name\": oops\n}", 2, 11)]
    [InlineData("{\n  \"name\": \"x\",\n}", 3, 1)]
    [InlineData("{", 1, 2)]
    public void What_is_no_JSON_is_told_with_its_place(string text, int line, int column)
    {
        ServiceDefinitionTestResult result = Assert.Single(Check(text));
        Assert.Equal((CheckStatus.Failed, line, column), (result.Status, result.LineNumber, result.ColumnNumber));
    }

    [Fact]
    public void A_good_definition_is_said_to_be_good()
    {
        ServiceDefinitionTestResult result = Assert.Single(Check(BadDefinitions.Good().ToJsonString()));
        Assert.Equal((CheckStatus.Passed, null), (result.Status, result.LineNumber));
        Assert.Contains("good.invalid", result.Reason, StringComparison.Ordinal);
        Assert.Equal(CheckStatus.Passed, Assert.Single(new ServiceDefinitionSource([]).Check(null)).Status);
    }

    [Theory]
    [InlineData("\u043Facc\u0441.example")]
    [InlineData("xn--acc-5cd3e.example")]
    public void A_host_of_other_letters_is_shown_in_both_forms(string host)
    {
        JsonObject json = BadDefinitions.Good();
        json["hosts"]![0]!["host"] = host;
        ServiceDefinitionTestResult[] results = [.. Check(json.ToJsonString())];
        Assert.Equal([CheckStatus.Warning, CheckStatus.Passed], results.Select(result => result.Status));
        Assert.Contains("xn--", results[0].Reason, StringComparison.Ordinal);
        Assert.Contains(results[0].Reason, character => character is >= '\u0400' and <= '\u04FF');
    }

    [Fact]
    public void An_error_of_a_command_has_the_place_too() => Cultures.Run("en-US", () =>
    {
        NaccsException error = Assert.Throws<NaccsException>(() => ServiceDefinitionParser.Parse("{\n \"nam\": 1 }"u8.ToArray(), "test", _ => []));
        Assert.Contains("$.nam is not known; name is probably meant (line 2, column 2)", error.Message, StringComparison.Ordinal);
    });

    [Theory]
    [InlineData("con")]
    [InlineData("NUL")]
    [InlineData("naccs:stream")]
    [InlineData("com1.json")]
    public void A_name_that_Windows_takes_for_something_else_is_that_of_no_definition(string name)
    {
        using var folder = new ScratchDirectory();
        foreach (string file in new[] { "con.json", "NUL.json", "naccs:stream.json", "com1.json" }.Where(_ => Path.DirectorySeparatorChar == '/'))
        {
            File.WriteAllText(folder.Member(file), BadDefinitions.Good().ToJsonString());
        }

        var source = new ServiceDefinitionSource([new DefinitionFolder(folder.FullPath, FileOwner.User, FilePermissions.OfThisPlatform)]);
        Assert.Equal(ErrorId.ServiceDefinitionNotFound, Assert.Throws<NaccsException>(() => source.Load(name)).ErrorId);
    }

    private static IReadOnlyList<ServiceDefinitionTestResult> Check(string text) =>
        ServiceDefinitionCheck.Run(Encoding.UTF8.GetBytes(text), "test", name => File.ReadAllBytes(Path.Combine("nowhere", name)));
}

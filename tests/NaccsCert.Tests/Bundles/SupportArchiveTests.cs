using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Text;
using System.Text.Json;
using NaccsCert.Resources;
using NaccsCert.Support;
using Xunit;

namespace NaccsCert.Tests.Bundles;

/// <summary>A bundle is made of what can be had, and says what cannot.</summary>
public sealed class SupportArchiveTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 29, 9, 30, 0, TimeSpan.FromHours(9));

    private static readonly SupportIndex Index = new("PC01", @"NACCS\佐藤", "1.2.3", Now);

    [Theory]
    [InlineData("en", "Could not be collected:", "Versions, languages, time zone and clock of this session")]
    [InlineData("ja", "取得できなかったもの:", "バージョン、言語、タイムゾーン、時刻")]
    public void A_part_that_fails_is_named_with_its_reason_and_keeps_no_other_out(string language, string missing, string title)
    {
        IReadOnlyList<CollectedPart> parts = SupportArchive.Collect(
        [
            SupportPart.Of("environment.json", StringId.SupportEnvironment, () => "x"),
            SupportPart.Of("policy.json", StringId.SupportPolicy, () => throw new IOException("the\u001B disk is gone")),
            SupportPart.Of("account.json", StringId.SupportAccount, () => 1),
        ]);
        Assert.Equal([true, false, true], parts.Select(part => part.Content is not null));

        byte[] index = Index.Compose(parts, language);
        Assert.Equal(Encoding.UTF8.GetPreamble(), index.Take(3));
        string[] lines = Encoding.UTF8.GetString(index).Split("\r\n");
        Assert.Contains("PC01", lines[0], StringComparison.Ordinal);
        int heading = Array.IndexOf(lines, missing);
        Assert.Equal("  policy.json", lines[heading + 1]);
        Assert.Equal("      the disk is gone", lines[heading + 3]);
        Assert.Equal("      " + title, lines[Array.IndexOf(lines, "  environment.json") + 1]);
        Assert.All(["2026-11-29 09:30:00 +09:00", @"NACCS\佐藤", "1.2.3"], text => Assert.Contains(lines, line => line.Contains(text, StringComparison.Ordinal)));
    }

    [Fact]
    public void An_index_without_failures_speaks_of_none() => Assert.DoesNotContain(
        "Could not", Encoding.UTF8.GetString(Index.Compose(SupportArchive.Collect([]), "en")), StringComparison.Ordinal);

    [Fact]
    public void Records_are_JSON_that_people_and_programs_read()
    {
        byte[] document = RecordJson.Document(new KeyValuePair<string, object?>[]
        {
            new("text", "a \"b\" \\ 東京\u001B"),
            new("nothing", null),
            new("moment", Now),
            new("checks", new[] { new Check("Chain", CheckStatus.Passed, "ok") { Duration = TimeSpan.FromSeconds(2) } }),
            new("empty", Array.Empty<string>()),
        });
        using var json = JsonDocument.Parse(document.AsMemory(3));
        JsonElement root = json.RootElement;
        Assert.Equal("a \"b\" \\ 東京", root.GetProperty("text").GetString());
        Assert.Equal(JsonValueKind.Null, root.GetProperty("nothing").ValueKind);
        Assert.Equal("2026-11-29T00:30:00Z", root.GetProperty("moment").GetString());
        Assert.Equal(("Passed", "00:00:02"), (root.GetProperty("checks")[0].GetProperty("Status").GetString(), root.GetProperty("checks")[0].GetProperty("Duration").GetString()));
        Assert.Equal(0, root.GetProperty("empty").GetArrayLength());
    }

    [Fact]
    public void The_archive_is_one_that_others_open()
    {
        using var zip = new ZipArchive(new MemoryStream(SupportArchive.Compose([("log/a.jsonl", "x"u8.ToArray()), ("b.txt", [])], Now)));
        Assert.Equal(["log/a.jsonl", "b.txt"], zip.Entries.Select(entry => entry.FullName));
        using var reader = new StreamReader(zip.Entries[0].Open());
        Assert.Equal("x", reader.ReadToEnd());
    }
}

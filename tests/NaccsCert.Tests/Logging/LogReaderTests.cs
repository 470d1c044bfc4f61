using System;
using System.Collections.Generic;
using System.Diagnostics.Tracing;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Resources;
using System.Text;
using System.Text.RegularExpressions;
using NaccsCert.Diagnostics;
using NaccsCert.Logging;
using NaccsCert.Tests.Support;
using NaccsCert.TestSupport;
using Xunit;

namespace NaccsCert.Tests.Logging;

/// <summary>The log is read back whatever has become of its files, and told in sentences.</summary>
public sealed class LogReaderTests : IDisposable
{
    private static readonly ResourceManager Texts = new(typeof(LogText));

    private readonly ScratchDirectory _scratch = new();

    public static TheoryData<string> Events =>
    [
        .. typeof(NaccsCertEventSource).GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(method => method.GetCustomAttribute<EventAttribute>() is not null)
            .Select(method => method.Name),
    ];

    public void Dispose() => _scratch.Dispose();

    [Theory]
    [MemberData(nameof(Events))]
    public void An_event_has_a_sentence_in_both_languages_that_speaks_of_the_same_fields(string name)
    {
        string[] sentences = [.. new[] { "en", "ja" }.Select(language => Texts.GetString(name, CultureInfo.GetCultureInfo(language))!)];
        Assert.All(sentences, Assert.NotNull);
        Assert.NotEqual(sentences[0], sentences[1]);
        Assert.Equal(Fields(sentences[0]), Fields(sentences[1]));
        Assert.NotEmpty(Fields(sentences[0]));

        static IEnumerable<string> Fields(string sentence) => Regex.Matches(sentence, @"\{\d\}").Select(match => match.Value).Distinct().Order();
    }

    [Fact]
    [InEnglish]
    public void What_is_broken_or_only_begun_is_skipped_and_counted_and_the_rest_is_read()
    {
        string whole = Line(1, "EntryReserving", "aaaa1111", ("enrollmentId", "naccs-x-aaaa1111"));
        (IReadOnlyList<NaccsLogEntry> entries, int unreadable) = Read(
            "\uFEFF" + whole + "\r\n", "{}\n", "[1]\n", "\0\0\0\n", "{\"time\":\"yesterday\",\"level\":\"Error\",\"event\":\"X\"}\n", "not JSON\n\n",
            Line(3, "EnrollmentFailed", "aaaa1111", ("errorId", "CodesRefused"), ("reason", "no")) + "\n",
            Line(2, "Novelty", null, ("answer", "42")) + "\n", whole[..^5]);

        Assert.Equal(5, unreadable);
        Assert.Equal(
            [
                "An enrollment ID is about to be reserved: naccs-x-aaaa1111.",
                "Novelty answer=42",
                "The enrollment or renewal has failed (CodesRefused): no",
            ],
            entries.Select(entry => entry.Message));
        Assert.Equal(["naccs-x-aaaa1111", null, "naccs-x-aaaa1111"], entries.Select(entry => entry.EnrollmentId));
        Assert.Equal([null, null, ErrorId.CodesRefused], entries.Select(entry => entry.Error));
        Assert.Equal([1, 2, 3], entries.Select(entry => entry.Time.Second));
    }

    [Fact]
    public void Files_are_read_in_the_order_of_their_age_and_one_that_got_older_meanwhile_only_once()
    {
        string[] lines = [.. Enumerable.Range(1, 4).Select(second => Line(second, "EntryReserving", null, ("enrollmentId", "x")) + "\n")];
        Write("naccscert.jsonl", lines[2]);
        Write("naccscert.1.jsonl", lines[2], lines[3]);
        Write("naccscert.2.jsonl", lines[0], lines[1]);
        var files = new LogFiles(ScratchFolders.At(_scratch.FullPath));

        Assert.Equal(["naccscert.2.jsonl", "naccscert.jsonl"], files.Read().Select(file => file.Name));
        Assert.Equal([1, 2, 3, 4], LogReader.Read(files.Read().Select(file => file.Content)).Entries.Select(entry => entry.Time.Second));
    }

    [Fact]
    public void A_file_is_read_while_it_is_written()
    {
        Write("naccscert.jsonl", Line(1, "EntryReserving", null, ("enrollmentId", "x")) + "\n");
        using FileStream writer = new(_scratch.Member("naccscert.jsonl"), FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);

        Assert.Single(LogReader.Read(new LogFiles(ScratchFolders.At(_scratch.FullPath)).Read().Select(file => file.Content)).Entries);
    }

    private void Write(string name, params string[] lines) => File.WriteAllText(_scratch.Member(name), string.Concat(lines));

    private static (IReadOnlyList<NaccsLogEntry> Entries, int Unreadable) Read(params string[] parts) =>
        LogReader.Read([Encoding.UTF8.GetBytes(string.Concat(parts))]);

    private static string Line(int second, string name, string? mark, params (string Name, string Value)[] fields) => LogLine.Compose(
        new DateTimeOffset(2026, 11, 29, 0, 0, second, TimeSpan.Zero),
        EventLevel.Informational,
        name,
        mark,
        7,
        fields.Select(field => new KeyValuePair<string, object?>(field.Name, field.Value)));
}

using System;
using System.IO;
using System.Linq;
using System.Text;
using NaccsCert.Enrollment.Journal;
using NaccsCert.IO.Json;
using NaccsCert.Messages;
using NaccsCert.Messages.Est;
using NaccsCert.Messages.Files;
using NaccsCert.Tests.Fuzzing.Parsers;
using NaccsCert.TestSupport;
using NaccsCert.Time;
using Xunit;

namespace NaccsCert.Tests.Fuzzing;

/// <summary>What fuzzing and the properties have found, each as the smallest input that shows it.</summary>
public sealed class FoundTests
{
    [Theory]
    [InlineData("{}}")]
    [InlineData("[]]")]
    [InlineData("{\"a\":1}}}")]
    [InlineData("1 2")]
    public void A_bracket_too_many_is_no_JSON(string text) =>
        Assert.Throws<JsonFormatException>(() => JsonDocument.Parse(Encoding.UTF8.GetBytes(text)));

    [Theory]
    [InlineData("definition", "{\"name\":\"", "\\u0001", "\"}")]
    [InlineData("journal", "{\"answer\":\"", "\\/", "\"}")]
    public void Escapes_in_a_long_string_cost_no_more_than_their_share(string parser, string begin, string escape, string end)
    {
        string text = begin + string.Concat(Enumerable.Repeat(escape, 150_000)) + end;
        Assert.Null(Limits.Check(ParserSet.Named(parser), Encoding.ASCII.GetBytes(text)));
    }

    [Fact]
    public void A_blank_friendly_name_does_not_make_an_entry_unreadable()
    {
        JournalEntry entry = TextSamples.JournalEntry with { FriendlyName = " " };
        Assert.Equal(" ", JournalEntryFormat.Read(JournalEntryFormat.Write(entry)).FriendlyName);
    }

    [Theory]
    [InlineData(new byte[0])]
    [InlineData(new byte[] { 0x30, 0x00 })]
    [InlineData(new byte[] { 0x30, 0x06, 0x30, 0x00, 0x30, 0x00, 0x03, 0x00 })]
    [InlineData(new byte[] { 0x01, 0x02, 0x03 })]
    public void An_entry_whose_request_is_none_is_damaged_even_if_its_digest_fits(byte[] request)
    {
        byte[] written = JournalEntryFormat.Write(TextSamples.JournalEntry with { CertificationRequest = request });
        Assert.Throws<JsonFormatException>(() => JournalEntryFormat.Read(written));
    }

    [Fact]
    public void An_entry_that_names_the_folder_of_another_is_set_aside()
    {
        using var folder = new ScratchDirectory();
        var journal = new EnrollmentJournal(folder.FullPath);
        journal.Write(TextSamples.JournalEntry);
        string copy = Directory.CreateDirectory(folder.Member("copy")).FullName;
        File.Copy(folder.Member(TextSamples.JournalEntry.Id + "/entry.json"), Path.Combine(copy, "entry.json"));

        JournalRecord aside = Assert.Single(journal.Records(), record => record.Entry is null);

        Assert.Equal("copy", aside.Id);
        Assert.Single(journal.Read());
    }

    [Fact]
    public void Wishes_without_number_are_refused()
    {
        byte[] wish = MessageSamples.CsrAttributes[1][4..];
        byte[] many = [.. Enumerable.Repeat(wish, 1000).SelectMany(piece => piece)];
        byte[] content = [0x30, 0x83, (byte)(many.Length >> 16), (byte)(many.Length >> 8), (byte)many.Length, .. many];
        Assert.Throws<MessageFormatException>(() => CsrAttributesMessage.Parse(content));
    }

    [Fact]
    public void A_file_of_empty_armour_is_no_certificate()
    {
        byte[] file = Encoding.ASCII.GetBytes("-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----\n");
        NaccsException error = Assert.Throws<NaccsException>(() => CertificateFile.Read(file, "file"));
        Assert.Equal(ErrorId.CertificateFileDamaged, error.ErrorId);
    }

    [Fact]
    public void A_certificate_that_never_ends_has_a_moment_at_which_its_renewal_opens()
    {
        Assert.True(CalendarPeriod.TryParse("P28D", out CalendarPeriod? period));
        Assert.Equal(DateTimeOffset.MinValue, period!.Before(new DateTimeOffset(1, 1, 1, 0, 0, 0, TimeSpan.Zero)));
        Assert.Equal(DateTimeOffset.MaxValue, period.After(new DateTimeOffset(9999, 12, 31, 23, 59, 59, TimeSpan.Zero)));
    }
}

using System;
using System.Collections.Generic;
using System.Linq;
using FsCheck.Fluent;
using NaccsCert.Enrollment.Journal;
using NaccsCert.Messages;
using NaccsCert.Messages.Est;
using NaccsCert.Tests.Fuzzing.Inputs;
using NaccsCert.Tests.Fuzzing.Parsers;
using NaccsCert.Time;
using Xunit;

namespace NaccsCert.Tests.Fuzzing;

public sealed class RoundTripTests
{
    private const int MaxResponseBytes = 1024 * 1024;

    [Fact]
    public void A_journal_entry_comes_back_as_it_was_written() =>
        FsCheck.Check.One(FuzzSettings.With(2000), Prop.ForAll(Numbers(), number =>
        {
            JournalEntry entry = EntrySource.Make(new Random(number));
            return EntrySource.Same(entry, JournalEntryFormat.Read(JournalEntryFormat.Write(entry)));
        }));

    [Theory]
    [InlineData(0x00)]
    [InlineData(0xFF)]
    public void A_journal_entry_holds_the_largest_answer_and_the_largest_CA_certificates(byte filling)
    {
        byte[] largest = [.. Enumerable.Repeat(filling, MaxResponseBytes)];
        JournalEntry entry = TextSamples.JournalEntry with { Response = largest, CACertificates = [largest] };
        byte[] written = JournalEntryFormat.Write(entry);
        var reading = new Parser("journal", Shape.Json, content => JournalEntryFormat.Read(content), []);

        Assert.Null(Limits.Check(reading, written));
        Assert.True(EntrySource.Same(entry, JournalEntryFormat.Read(written)));
    }

    [Fact]
    public void What_is_encoded_for_the_wire_is_decoded_from_it() =>
        FsCheck.Check.One(FuzzSettings.With(1000), Prop.ForAll(Numbers(), number =>
        {
            byte[] content = new byte[number % 3000];
            new Random(number).NextBytes(content);
            return content.SequenceEqual(TransferEncoding.Decode(EnrollmentRequestBody.Encode(content)));
        }));

    [Fact]
    public void A_message_gives_back_its_certificates()
    {
        FsCheck.Check.One(FuzzSettings.With(200), Prop.ForAll(Numbers(), number =>
        {
            var random = new Random(number);
            byte[][] certificates = [.. Enumerable.Range(0, 1 + random.Next(64)).Select(_ => Pick(random))];
            IReadOnlyList<byte[]> read = CertsOnlyMessage.Parse(CertsOnlyMessage.Build(certificates));
            return Sorted(certificates).SequenceEqual(Sorted(read));
        }));

        static byte[] Pick(Random random) => MessageSamples.Certificates[random.Next(MessageSamples.Certificates.Count)];
        static IEnumerable<string> Sorted(IEnumerable<byte[]> all) =>
            all.Select(Convert.ToBase64String).Order(StringComparer.Ordinal);
    }

    [Fact]
    public void A_period_leads_to_a_moment_from_every_moment_of_the_calendar() =>
        FsCheck.Check.One(FuzzSettings.With(2000), Prop.ForAll(Numbers(), number =>
        {
            var random = new Random(number);
            Assert.True(CalendarPeriod.TryParse(
                FormattableString.Invariant($"P{random.Next(100)}Y{random.Next(1000)}M{random.Next(100_000)}DT{random.Next(10_000)}H"),
                out CalendarPeriod? period));
            var moment = new DateTimeOffset(random.NextInt64(DateTimeOffset.MaxValue.Ticks), TimeSpan.Zero);
            return period!.Before(moment) <= moment && moment <= period.After(moment);
        }));

    private static FsCheck.Arbitrary<int> Numbers() => Arb.From(Gen.Choose(0, 1 << 30));
}

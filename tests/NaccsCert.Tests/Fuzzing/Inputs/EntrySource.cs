using System;
using System.Collections.Generic;
using System.Linq;
using NaccsCert.Enrollment.Journal;
using NaccsCert.Tests.Fuzzing.Parsers;
using NaccsCert.Transport;

namespace NaccsCert.Tests.Fuzzing.Inputs;

/// <summary>Journal entries of every kind that can be written, with the texts that users and definitions may give.</summary>
internal static class EntrySource
{
    private static readonly string[] Texts =
    [
        "a", " ", "\t", "見本", "\u0001", "\0", "\"\\/", "\uD83D\uDD10", "\uD800", "x\uDC00", "\uFFFE", "\u2028", "</a>", "&amp;", "{}", "null",
        new string('x', 5000), "__type", "\uFEFF", "e\u0301",
    ];

    private static readonly byte[] Nothing = [];

    public static JournalEntry Make(Random random)
    {
        bool hasCodes = random.Next(2) == 0;
        return new()
        {
            Id = "sample-" + random.Next(),
            Service = "sample",
            Operation = Any<EnrollmentOperation>(random),
            State = Any<EnrollmentStage>(random),
            Created = Moment(random),
            KeyProvider = "x" + Text(random),
            KeyName = "NaccsCert-sample",
            KeyAlgorithm = Any<KeyAlgorithm>(random),
            CertificationRequest = SampleAuthority.CertificationRequest,
            Message = random.Next(2) == 0 ? null : new EnrollmentMessage("0A1B", Bytes(random)),
            StoreName = Text(random),
            FriendlyName = random.Next(3) == 0 ? string.Empty : Text(random),
            CodeFingerprint = hasCodes ? "0F1E" : null,
            CodeUse = hasCodes ? Any<CodeUse>(random) : null,
            PreviousThumbprint = random.Next(2) == 0 ? null : SampleAuthority.Client.Thumbprint,
            Attempts = random.Next(),
            LastError = random.Next(2) == 0 ? null : Any<ErrorId>(random),
            NextAttempt = random.Next(2) == 0 ? null : Moment(random),
            CACertificates = [.. Enumerable.Range(0, random.Next(4)).Select(_ => Bytes(random))],
            Response = random.Next(2) == 0 ? null : Bytes(random),
        };
    }

    /// <summary>Whether two entries are equal, their lists and bytes included.</summary>
    public static bool Same(JournalEntry one, JournalEntry other) =>
        WithoutBytes(one) == WithoutBytes(other) && BytesOf(one).SequenceEqual(BytesOf(other));

    private static JournalEntry WithoutBytes(JournalEntry entry) =>
        entry with { CertificationRequest = Nothing, CACertificates = [], Response = null, Message = null };

    private static IEnumerable<string?> BytesOf(JournalEntry entry) =>
        new[] { entry.CertificationRequest, entry.Response, entry.Message?.Content }
            .Concat(entry.CACertificates)
            .Select(bytes => bytes is null ? null : Convert.ToBase64String(bytes))
            .Append(entry.Message?.TransactionId);

    private static T Any<T>(Random random)
        where T : struct, Enum
    {
        T[] values = Enum.GetValues<T>();
        return values[random.Next(values.Length)];
    }

    private static string Text(Random random) =>
        string.Concat(Enumerable.Range(0, 1 + random.Next(3)).Select(_ => Texts[random.Next(Texts.Length)]));

    private static DateTimeOffset Moment(Random random) =>
        new DateTimeOffset(1, 1, 1, 0, 0, 0, TimeSpan.Zero).AddSeconds(random.NextInt64(315_537_897_599));

    private static byte[] Bytes(Random random)
    {
        byte[] bytes = new byte[1 + random.Next(300)];
        random.NextBytes(bytes);
        return bytes;
    }
}

using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using NaccsCert.Enrollment.Journal;
using NaccsCert.Messages;
using NaccsCert.Services;

namespace NaccsCert.Tests.Fuzzing.Parsers;

/// <summary>Texts that the parsers take.</summary>
internal static class TextSamples
{
    /// <summary>The file that the sample definition names.</summary>
    public const string RootFile = "root.cer";

    private static readonly string DefinitionText =
        $$"""
        {
          "schemaVersion": 1,
          "name": "sample-1",
          "displayName": "見本 \u65E5\u672C",
          "enrollment": {
            "protocol": "est",
            "url": "https://[::1]:8443/.well-known/est/label",
            "user": "{code1}",
            "password": "{code2}{code3}"
          },
          "issuer": "{{SampleAuthority.Name}}",
          "validity": "P5Y1M",
          "renewalWindow": "P28DT1H2M3S",
          "hosts": [
            { "role": "CertificateService", "host": "127.0.0.1", "port": 443, "environment": "Test" }
          ],
          "maintenance": {
            "weekOfMonth": 3, "dayOfWeek": "Tuesday", "start": "22:00", "duration": "PT10H", "timeZone": "Asia/Tokyo"
          },
          "trustAnchors": [
            { "name": "root", "sha256": "{{Fingerprint.Sha256(SampleAuthority.Root.RawData)}}", "file": "{{RootFile}}" },
            { "name": "root", "sha256": "{{Fingerprint.Sha256(SampleAuthority.Root.RawData)}}", "purpose": "client" }
          ]
        }
        """;

    private static readonly string ScepDefinitionText = DefinitionText
        .Replace("\"est\"", "\"scep\"").Replace("https://[::1]:8443/.well-known/est/label", "http://[::1]:8080/scep")
        .Replace("\"user\": \"{code1}\",", "\"challengePassword\": \"{code1}-{code2}{code3}\",")
        .Replace(
            "\"password\": \"{code2}{code3}\"",
            "\"caIdentifier\": \"CA \\u65E5\", \"plainHttp\": \"allow\", \"legacyAlgorithms\": \"allow\"");

    /// <summary>The sample definition, read.</summary>
    public static ServiceDefinition Definition { get; } =
        ServiceDefinitionParser.Parse(Utf8(DefinitionText), "sample", _ => SampleAuthority.Root.RawData);

    /// <summary>Service definitions as files.</summary>
    public static IReadOnlyList<byte[]> Definitions { get; } =
    [
        Utf8(DefinitionText),
        [0xEF, 0xBB, 0xBF, .. Utf8(DefinitionText)],
        [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(DefinitionText)],
        Utf8(ScepDefinitionText),
        Utf8("// one\n/* two */" + DefinitionText + "// three"),
    ];

    /// <summary>A journal entry with everything in it.</summary>
    public static JournalEntry JournalEntry { get; } = new()
    {
        Id = "sample-1-20260615T120000Z-0123abcd",
        Service = "sample-1",
        Operation = EnrollmentOperation.Enroll,
        State = EnrollmentStage.Pending,
        Created = new DateTimeOffset(2026, 6, 15, 12, 0, 0, TimeSpan.Zero),
        KeyProvider = "KeyFile",
        KeyName = "NaccsCert-sample-1-20260615T120000Z-0123abcd",
        KeyAlgorithm = KeyAlgorithm.Rsa2048,
        CertificationRequest = SampleAuthority.CertificationRequest,
        StoreName = "My",
        FriendlyName = "見本 \"1\"\\",
        CodeFingerprint = "0F1E",
        CodeUse = CodeUse.Unknown,
        PreviousThumbprint = SampleAuthority.Client.Thumbprint,
        Attempts = 2,
        LastError = ErrorId.ConnectionFailed,
        NextAttempt = new DateTimeOffset(2026, 6, 15, 13, 0, 0, TimeSpan.Zero),
        CACertificates = [SampleAuthority.Root.RawData],
        Response = MessageSamples.Cms[0],
    };

    /// <summary>Journal entries as files.</summary>
    public static IReadOnlyList<byte[]> JournalEntries { get; } =
    [
        JournalEntryFormat.Write(JournalEntry),
        JournalEntryFormat.Write(JournalEntry with { Response = null, NextAttempt = null, LastError = null, CACertificates = [] }),
    ];

    /// <summary>Values of the Retry-After field.</summary>
    public static IReadOnlyList<byte[]> RetryAfter { get; } = Ascii(
        "0", "120", "99999999999999999999", "Mon, 15 Jun 2026 13:00:00 GMT", "Monday, 15-Jun-26 13:00:00 GMT",
        "Mon Jun 15 13:00:00 2026", "-1", "1e3");

    /// <summary>Periods.</summary>
    public static IReadOnlyList<byte[]> Periods { get; } = Ascii(
        "P5Y1M", "P28D", "PT10H", "P99Y999M99999DT9999H9999M9999S", "P1Y2M3DT4H5M6S");

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[][] Ascii(params string[] texts) => [.. texts.Select(Encoding.ASCII.GetBytes)];
}

using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using NaccsCert.Enrollment.Journal;
using NaccsCert.Messages;
using NaccsCert.Messages.Est;
using NaccsCert.Messages.Revocation;
using NaccsCert.Services;
using NaccsCert.Time;
using NaccsCert.Transport;
using NaccsCert.Validation;

namespace NaccsCert.Tests.Fuzzing.Parsers;

/// <summary>Every parser of what comes from a service, from a file or from disk.</summary>
internal static partial class ParserSet
{
    private static readonly DateTimeOffset Now = new(2026, 6, 15, 12, 0, 0, TimeSpan.Zero);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Parser> All { get; } =
    [
        new("cms", Shape.Asn1, content => CertsOnlyMessage.Parse(content), MessageSamples.Cms),
        new("csrattrs", Shape.Asn1, ReadAttributes, MessageSamples.CsrAttributes),
        new("transfer-encoding", Shape.Asn1, Decode, [.. MessageSamples.Cms, .. MessageSamples.CsrAttributes]),
        new("retry-after", Shape.Text, content => RetryAfter.Parse(Latin1(content), Now), TextSamples.RetryAfter),
        new("period", Shape.Text, ReadPeriod, TextSamples.Periods),
        new("definition", Shape.Json, ReadDefinition, TextSamples.Definitions),
        new("journal", Shape.Json, ReadJournal, TextSamples.JournalEntries),
        new("crl", Shape.Asn1, ReadRevocationList, MessageSamples.RevocationLists),
        new("ocsp", Shape.Asn1, ReadResponse, OcspSamples.Responses),
        new("ocsp-signed", Shape.Asn1, ReadSignedResponse, OcspSamples.ResponseData),
        new("self-signature", Shape.Asn1, content => CertificateSignature.IsSelfSigned(content), MessageSamples.Certificates),
        .. OfScep,
        .. WithThePlatform,
    ];

    /// <summary>The parser of a name.</summary>
    public static Parser Named(string name) => All.Single(parser => parser.Name == name);

    // Header fields and definitions are texts; every byte is a character of Latin-1, so that none is lost.
    private static string Latin1(byte[] content) => Encoding.Latin1.GetString(content);

    private static void ReadAttributes(byte[] content)
    {
        foreach (byte[] extension in CsrAttributesMessage.Parse(content).Extensions)
        {
            CertificateExtension.IdentifierOf(extension);
        }
    }

    private static void Decode(byte[] content)
    {
        try
        {
            TransferEncoding.Decode(content);
        }
        catch (FormatException)
        {
            // What it says of itself; the message parsers that call it turn it into their own error.
        }
    }

    private static void ReadPeriod(byte[] content)
    {
        if (CalendarPeriod.TryParse(Latin1(content), out CalendarPeriod? period))
        {
            period!.After(Now);
            period.Before(Now);
        }
    }

    private static void ReadDefinition(byte[] content)
    {
        ServiceDefinition definition = ServiceDefinitionParser.Parse(content, "file", ReadFile);
        definition.RenewalOpens(Now);
        if (definition.Maintenance is { } rule)
        {
            MaintenanceCalendar.Current(rule, Now);
            MaintenanceCalendar.Next(rule, Now);
        }
    }

    private static byte[] ReadFile(string name) =>
        name == TextSamples.RootFile ? SampleAuthority.Root.RawData : throw new FileNotFoundException(name);

    private static void ReadJournal(byte[] content)
    {
        JournalEntry entry = JournalEntryFormat.Read(content);
        JournalEntryFormat.Read(JournalEntryFormat.Write(entry));
        IssuedCertificate.CarriesKeyOf(SampleAuthority.Client.RawData, entry.CertificationRequest);
        if (entry.Response is { } answer)
        {
            IssuedCertificate.Verify(answer, entry.CertificationRequest, entry.CACertificates, TextSamples.Definition, Now);
        }
    }

    private static void ReadRevocationList(byte[] content)
    {
        RevocationList list = RevocationList.Parse(content, SampleAuthority.Root.RawData);
        _ = (list.ThisUpdate, list.NextUpdate);
        list.Find(SampleAuthority.Client.SerialNumber);
    }

    private static void ReadResponse(byte[] content) =>
        OcspResponse.Parse(content, OcspSamples.Request, SampleAuthority.Root.RawData, Now).IsCurrentAt(Now);

    // Behind a signature that is right lies what no bent message reaches.
    private static void ReadSignedResponse(byte[] content)
    {
        byte[] response;
        try
        {
            response = SampleAuthority.Responder.Sign(content);
        }
        catch (ArgumentException)
        {
            // What is no single value cannot be put into a response.
            return;
        }

        ReadResponse(response);
    }
}

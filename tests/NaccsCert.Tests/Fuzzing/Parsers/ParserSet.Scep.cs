using System.Collections.Generic;
using NaccsCert.Messages;
using NaccsCert.Messages.Scep;
using NaccsCert.Transport.Scep;

namespace NaccsCert.Tests.Fuzzing.Parsers;

/// <content>Those of SCEP (RFC 8894).</content>
internal static partial class ParserSet
{
    private static Parser[] OfScep =>
    [
        new("scep-reply", Shape.Asn1, ReadReply, ScepSamples.Replies),
        new("scep-attributes", Shape.Asn1, ReadReply, ScepSamples.Attributes) { MessageOf = ScepSamples.Sign },
        new("scep-envelope", Shape.Asn1, OpenEnvelope, ScepSamples.Envelopes),
        new("scep-authorities", Shape.Asn1, ReadAuthorities, ScepSamples.Authorities),
        new("scep-capabilities", Shape.Text, ReadCapabilities, ScepSamples.Capabilities),
    ];

    private static ScepAuthorities TrustedAuthorities => new([ScepSamples.Anchor], "host");

    private static void ReadReply(byte[] content)
    {
        IReadOnlyList<byte[]> authorities = TrustedAuthorities.Require(CACertReply.Parse(ScepSamples.Authorities[0]), Now);
        var reader = new ScepReplyReader("host", allowsLegacy: true, ScepSamples.Sent, text => text);
        if (reader.Read(content, authorities) is { Status: PkiStatus.Success } granted)
        {
            reader.Open(granted, ScepSamples.Decrypt);
        }
    }

    private static void OpenEnvelope(byte[] content)
    {
        try
        {
            CertsOnlyMessage.Parse(EnvelopedMessage.Open(content, ScepSamples.Decrypt, allowsLegacy: true));
        }
        catch (WeakAlgorithmException)
        {
            // The caller turns it into an error with an identity.
        }
    }

    private static void ReadAuthorities(byte[] content)
    {
        IReadOnlyList<byte[]> all = TrustedAuthorities.WithRoots(CACertReply.Parse(content));
        IReadOnlyList<byte[]> trusted = TrustedAuthorities.Require(all, Now);
        ScepAuthorities.IssuerOf(trusted);
        TrustedAuthorities.RecipientOf(trusted);
    }

    private static void ReadCapabilities(byte[] content)
    {
        var capabilities = CACapabilities.Parse(content);
        ScepAlgorithms.Choose(capabilities, allowsLegacy: true);
        _ = (capabilities.Renewal, capabilities.Post, capabilities.ToString());
    }
}

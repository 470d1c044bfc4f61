using System;
using System.Security.Cryptography.X509Certificates;
using NaccsCert.Messages;
using NaccsCert.Messages.Revocation;
using NaccsCert.TestSupport.Certificates;
using Xunit;

namespace NaccsCert.Tests.Desktop;

/// <summary>What OCSP responses and revocation lists are believed, without the service that the tests for .NET ask.</summary>
public sealed class RevocationMessageTests : IDisposable
{
    private readonly TestAuthority _authority = new("CA");
    private readonly TestAuthority _stranger = new("CA");
    private readonly X509Certificate2 _certificate;
    private readonly OcspRequest _request;

    public RevocationMessageTests()
    {
        _certificate = _authority.IssueWithKey();
        _request = OcspRequest.For(_certificate.SerialNumber, _authority.Certificate.RawData, new byte[32]);
    }

    public void Dispose()
    {
        _certificate.Dispose();
        _authority.Dispose();
        _stranger.Dispose();
    }

    [Fact]
    public void A_good_answer_is_good_and_current()
    {
        OcspResponse response = Read(new OcspReply());

        Assert.Equal(OcspStatus.Good, response.Status);
        Assert.True(response.RepeatsNonce);
        Assert.True(response.IsCurrentAt(DateTimeOffset.UtcNow));
        Assert.False(response.IsCurrentAt(DateTimeOffset.UtcNow.AddHours(2)));
    }

    [Fact]
    public void A_revocation_has_its_date_and_reason()
    {
        var since = new DateTimeOffset(2026, 6, 15, 12, 0, 0, TimeSpan.Zero);

        OcspResponse response = Read(new OcspReply { State = OcspReply.Revoked, RevokedAt = since });

        Assert.Equal(OcspStatus.Revoked, response.Status);
        Assert.Equal(new RevocationEntry(since, "keyCompromise"), response.Revocation);
    }

    [Fact]
    public void An_answer_that_anybody_else_signed_or_that_was_changed_is_none()
    {
        byte[] changed = _authority.AsResponder().Sign(new OcspReply(), _request.Encoded);
        changed[changed.Length - 1] ^= 1;

        Assert.Throws<MessageFormatException>(() => Read(new OcspReply(), _stranger));
        Assert.Throws<MessageFormatException>(() => Read(new OcspReply { Serial = [0x42] }));
        Assert.Throws<MessageFormatException>(() => Read(new OcspReply { CriticalExtension = "1.2.3.4" }));
        Assert.Throws<MessageFormatException>(() => Read(changed));
    }

    [Fact]
    public void A_list_tells_of_what_is_on_it_and_only_if_the_issuer_signed_it()
    {
        using X509Certificate2 other = _authority.IssueWithKey();
        DateTimeOffset tomorrow = DateTimeOffset.UtcNow.AddDays(1);
        byte[] content = _authority.SignRevocationList(tomorrow, _certificate);

        var list = RevocationList.Parse(content, _authority.Certificate.RawData);

        Assert.Equal("keyCompromise", list.Find(_certificate.SerialNumber)!.Reason);
        Assert.Null(list.Find(other.SerialNumber));
        Assert.Throws<MessageFormatException>(() => RevocationList.Parse(content, _stranger.Certificate.RawData));
    }

    private OcspResponse Read(OcspReply answer, TestAuthority? responder = null) =>
        Read((responder ?? _authority).AsResponder().Sign(answer, _request.Encoded));

    private OcspResponse Read(byte[] response) =>
        OcspResponse.Parse(response, _request, _authority.Certificate.RawData, DateTimeOffset.UtcNow);
}

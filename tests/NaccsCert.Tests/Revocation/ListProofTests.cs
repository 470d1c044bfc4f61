using System;
using System.Collections.Generic;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using NaccsCert.Messages;
using NaccsCert.Messages.Revocation;
using NaccsCert.TestSupport.Certificates;
using Xunit;

namespace NaccsCert.Tests.Revocation;

/// <summary>What revocation lists prove about a certificate, and what they do not (RFC 5280, section 6.3.3).</summary>
public sealed class ListProofTests : IDisposable
{
    private const string Address = "http://127.0.0.1/list.crl";

    private static readonly byte[] Unknown = [0x05, 0x00];

    // What a list is, and why it proves nothing; null where it proves that the certificate is not revoked.
    private static readonly Dictionary<string, (ListDoubt? Doubt, ListMaker List)> Silent = new()
    {
        ["whole"] = (null, new ListMaker()),
        ["for users"] = (null, new ListMaker { Extensions = [ListMaker.Number, ListMaker.Scope(0x81, 0x01, 0xFF)] }),
        ["for its address"] = (null, new ListMaker { Extensions = [ListMaker.Number, Place(Address)] }),
        ["of changes"] = (ListDoubt.DeltaList, new ListMaker
        {
            Extensions = [ListMaker.Number, new X509Extension("2.5.29.27", [0x02, 0x01, 0x01], critical: true)],
        }),
        ["for CAs"] = (ListDoubt.OtherScope, new ListMaker { Extensions = [ListMaker.Number, ListMaker.Scope(0x82, 0x01, 0xFF)] }),
        ["for attributes"] = (ListDoubt.OtherScope, new ListMaker { Extensions = [ListMaker.Number, ListMaker.Scope(0x85, 0x01, 0xFF)] }),
        ["for another address"] = (ListDoubt.OtherDistributionPoint, new ListMaker { Extensions = [ListMaker.Number, Place(Address + "2")] }),
        ["with an unknown condition"] = (ListDoubt.UnknownCriticalExtension, new ListMaker
        {
            Extensions = [ListMaker.Number, new X509Extension("1.2.3.4", Unknown, critical: true)],
        }),
        ["with an entry under an unknown condition"] = (ListDoubt.UnknownCriticalExtension, new ListMaker
        {
            Entries = [([0x11], [new X509Extension("1.2.3.4", Unknown, critical: true)])],
        }),
        ["of the future"] = (ListDoubt.NotCurrent, new ListMaker { ThisUpdate = DateTimeOffset.UtcNow.AddHours(1) }),
        ["of the past"] = (ListDoubt.NotCurrent, new ListMaker { NextUpdate = DateTimeOffset.UtcNow.AddMinutes(-10) }),
        ["without an end"] = (ListDoubt.NotCurrent, new ListMaker { NextUpdate = null }),
        ["without a number"] = (ListDoubt.WithoutNumber, new ListMaker { Extensions = [] }),
        ["signed with SHA-1"] = (ListDoubt.WeakSignature, new ListMaker { Hash = HashAlgorithmName.SHA1 }),
    };

    private readonly TestAuthority _authority = new(TestAuthority.ClientCA);
    private readonly X509Certificate2 _certificate;

    public ListProofTests() => _certificate = _authority.Issue(
        TestAuthority.KeyOf(TestAuthority.NewRequest()), new ClientProfile { RevocationList = new Uri(Address) });

    public static TheoryData<string> Names => [.. Silent.Keys];

    private byte[] Serial => CertificateParts.Parse(_certificate.RawData).SerialNumber;

    public void Dispose()
    {
        _certificate.Dispose();
        _authority.Dispose();
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void What_a_list_says_about_a_certificate_that_is_not_on_it(string kind)
    {
        ListProof proof = Prove(Silent[kind].List);

        Assert.Equal(Silent[kind].Doubt, proof.Doubt);
        Assert.Null(proof.Entry);
        Assert.Equal(Silent[kind].Doubt is null ? RevocationReasons.All : RevocationReasons.None, proof.Reasons);
    }

    [Fact]
    public void A_list_of_some_reasons_proves_no_more_than_those()
    {
        ListProof proof = Prove(new ListMaker { Extensions = [ListMaker.Number, ListMaker.Scope(0x83, 0x02, 0x06, 0x40)] });

        Assert.Null(proof.Doubt);
        Assert.Equal(RevocationReasons.KeyCompromise, proof.Reasons);
    }

    [Fact]
    public void Who_is_on_a_list_is_revoked_also_when_the_list_has_ended()
    {
        ListMaker list = Listing(Reason(1));

        Assert.Equal("keyCompromise", Prove(list).Entry?.ToEntry().Reason);
        Assert.NotNull(Prove(list with { NextUpdate = DateTimeOffset.UtcNow.AddMinutes(-10) }).Entry);
        Assert.NotNull(Prove(list with { Extensions = [] }).Entry);
    }

    [Fact]
    public void An_entry_that_takes_the_certificate_off_proves_nothing() =>
        Assert.Equal(ListDoubt.RemovedFromList, Prove(Listing(Reason(8))).Doubt);

    [Fact]
    public void An_entry_about_another_CA_does_not_revoke()
    {
        using var other = new TestAuthority("Another CA");
        byte[] name = other.Certificate.SubjectName.RawData;
        byte[] names = [0xA4, (byte)name.Length, .. name];
        var issuer = new X509Extension("2.5.29.29", [0x30, (byte)names.Length, .. names], critical: true);

        ListProof proof = Prove(Listing(issuer) with { Extensions = [ListMaker.Number, ListMaker.Scope(0x84, 0x01, 0xFF)] });

        Assert.Null(proof.Entry);
        Assert.Equal(RevocationReasons.All, proof.Reasons);
    }

    [Theory]
    [InlineData("80")]
    [InlineData("FF01")]
    [InlineData("00F1")]
    [InlineData("7F5555555555555555555555555555555555555555555555555555555555555555555555")]
    public void Serial_numbers_are_compared_as_octets(string serial)
    {
        byte[] list = new ListMaker { Entries = [(Convert.FromHexString(serial), [])] }.Sign(_authority.Certificate);

        RevocationList read = RevocationList.Parse(list, _authority.Certificate.RawData);

        Assert.NotNull(read.Find(serial));
        Assert.Null(read.Find("00" + serial));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\uFEFF")]
    [InlineData("Certificate Revocation List (CRL):\n    発行者 = NACCS\n")]
    public void A_list_is_read_through_armour_with_text_before_it(string before)
    {
        byte[] list = new ListMaker().Sign(_authority.Certificate);
        byte[] content = Encoding.UTF8.GetBytes(before + PemEncoding.WriteString("X509 CRL", list) + "\n");

        Assert.Null(RevocationList.Parse(content, _authority.Certificate.RawData).Find("42"));
    }

    private static X509Extension Reason(byte number) => new("2.5.29.21", [0x0A, 0x01, number], critical: false);

    private static X509Extension Place(string address)
    {
        byte[] name = [0x86, (byte)address.Length, .. Encoding.ASCII.GetBytes(address)];
        byte[] full = [0xA0, (byte)name.Length, .. name];
        return ListMaker.Scope([0xA0, (byte)full.Length, .. full]);
    }

    private ListMaker Listing(params X509Extension[] extensions) => new() { Entries = [(Serial, [.. extensions])] };

    private ListProof Prove(ListMaker list)
    {
        byte[] issuer = _authority.Certificate.RawData;
        return ListProof.Of(
            RevocationList.Parse(list.Sign(_authority.Certificate), issuer),
            CertificateParts.Parse(issuer),
            CertificateParts.Parse(_certificate.RawData),
            DateTimeOffset.UtcNow);
    }
}

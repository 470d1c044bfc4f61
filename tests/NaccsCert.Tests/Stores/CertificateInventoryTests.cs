using System;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using NaccsCert.Renewal;
using NaccsCert.Services;
using NaccsCert.Tests.Support;
using NaccsCert.TestSupport.Certificates;
using Xunit;

namespace NaccsCert.Tests.Stores;

/// <summary>What is found in a real store, and what it is said to be good for.</summary>
public sealed class CertificateInventoryTests : IDisposable
{
    private readonly TestAuthority _authority = new(TestAuthority.ClientCA);
    private readonly ScratchUser _user = new();

    private ServiceDefinition Definition => new DefinitionBuilder(new Uri("https://any.invalid"))
        .Pin("server", _authority.Certificate).Pin("client", _authority.Certificate).Build();

    public void Dispose()
    {
        _user.Dispose();
        _authority.Dispose();
    }

    public static TheoryData<int, int, CertificateStatus> Windows => new()
    {
        { -1, 29, CertificateStatus.Valid },
        { -1, 27, CertificateStatus.RenewalDue },
        { -30, -1, CertificateStatus.Expired },
        { 1, 40, CertificateStatus.NotYetValid },
    };

    [Theory]
    [MemberData(nameof(Windows))]
    public void The_status_follows_the_validity(int fromDay, int toDay, CertificateStatus expected)
    {
        Install(new ClientProfile { NotBefore = Day(fromDay), NotAfter = Day(toDay) });

        NaccsCertificate record = Assert.Single(List());

        Assert.Equal(expected, record.Status);
        Assert.NotEmpty(record.Reason);
        Assert.Equal("1FAKE01", record.Terminal);
        Assert.Equal("ECDSA P-256", record.KeyAlgorithm);
        Assert.Equal(record.NotAfter.AddDays(-28), record.RenewalOpens);
        Assert.Equal(TimeSpan.Zero, record.NotAfter.Offset);
        Assert.Equal(expected == CertificateStatus.Expired ? -2 : toDay - 1, record.DaysLeft);
    }

    [Fact]
    public void A_certificate_without_its_key_is_shown_as_such_and_cannot_be_renewed()
    {
        using X509Certificate2 joined = _authority.IssueWithKey();
        using X509Certificate2 bare = X509CertificateLoader.LoadCertificate(joined.RawData);
        _user.Store("My").Add(bare);

        NaccsCertificate record = Assert.Single(List());

        Assert.Equal(CertificateStatus.KeyMissing, record.Status);
        Assert.Empty(record.KeyProvider);
        Assert.Equal(
            ErrorId.CertificateKeyUnusable,
            Assert.Throws<NaccsException>(() => RenewalPolicy.Evaluate(record, force: true)).ErrorId);
    }

    [Fact]
    public void A_certificate_with_a_key_that_no_TLS_knows_is_not_the_service_s()
    {
        using DSA dsa = DSA.Create(1024);
        using X509Certificate2 bare = _authority.Issue(new PublicKey(dsa));
        using X509Certificate2 joined = bare.CopyWithPrivateKey(dsa);
        _user.Store("My").Add(joined);

        Assert.Equal(CertificateStatus.Unverified, Assert.Single(List()).Status);
    }

    [Fact]
    public void A_public_key_that_cannot_be_read_is_named_by_its_kind_and_hides_no_other_certificate()
    {
        var unreadable = new PublicKey(new Oid("1.2.840.113549.1.1.1"), new AsnEncodedData([5, 0]), new AsnEncodedData([0x30, 0]));
        using X509Certificate2 odd = _authority.Issue(unreadable, new ClientProfile { NotBefore = Day(-2), NotAfter = Day(29) });
        _user.Store("My").Add(odd);
        Install(new ClientProfile { NotBefore = Day(-9), NotAfter = Day(29) });

        Assert.Equal(
            [("RSA", CertificateStatus.Unverified), ("ECDSA P-256", CertificateStatus.Valid)],
            List().Select(record => (record.KeyAlgorithm, record.Status)));
    }

    [Fact]
    public void Certificates_of_other_issuers_are_not_listed()
    {
        using var other = new TestAuthority("Some Other CA");
        using X509Certificate2 alien = other.IssueWithKey();
        _user.Store("My").Add(alien);
        Install(new ClientProfile());

        Assert.Equal(TestAuthority.ClientCA, Assert.Single(List()).Issuer);
    }

    [Fact]
    public void A_newer_certificate_of_the_same_terminal_takes_the_place_of_the_older_ones()
    {
        string first = Install(new ClientProfile { NotBefore = Day(-9) });
        string second = Install(new ClientProfile { NotBefore = Day(-5) });
        string other = Install(new ClientProfile { NotBefore = Day(-7), Terminal = "1OTHER1" });

        Assert.Equal(
            [(second, CertificateStatus.RenewalDue), (other, CertificateStatus.RenewalDue), (first, CertificateStatus.Superseded)],
            List().Select(record => (record.Thumbprint, record.Status)));
        Assert.Contains(second, List()[2].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_newer_certificate_that_does_not_work_takes_nobodys_place()
    {
        Install(new ClientProfile { NotBefore = Day(-9) });
        Install(new ClientProfile { NotBefore = Day(-8), NotAfter = Day(-1) });
        Install(new ClientProfile { NotBefore = Day(1) });
        using X509Certificate2 withKey = _authority.IssueWithKey(new ClientProfile { NotBefore = Day(-7) });
        using X509Certificate2 bare = X509CertificateLoader.LoadCertificate(withKey.RawData);
        _user.Store("My").Add(bare);

        Assert.Equal(
            [CertificateStatus.KeyMissing, CertificateStatus.RenewalDue, CertificateStatus.NotYetValid, CertificateStatus.Superseded],
            List().Select(record => record.Status));
    }

    [Fact]
    public void Listing_is_the_same_in_every_culture()
    {
        Install(new ClientProfile { NotBefore = Day(-1), NotAfter = Day(29) });
        NaccsCertificate expected = Assert.Single(List()) with { Reason = string.Empty };

        foreach (string culture in new[] { "ja-JP", "th-TH", "ar-SA", "tr-TR" })
        {
            Cultures.Run(culture, () => Assert.Equal(expected, Assert.Single(List()) with { Reason = string.Empty }));
        }
    }

    private static DateTimeOffset Day(int offset) => DateTimeOffset.UtcNow.AddDays(offset);

    private string Install(ClientProfile profile)
    {
        using X509Certificate2 certificate = _authority.IssueWithKey(profile);
        _user.Store("My").Add(certificate);
        return certificate.Thumbprint;
    }

    private List<NaccsCertificate> List() => [.. _user.Certificates(Definition).Select(certificate => certificate.Record)];
}

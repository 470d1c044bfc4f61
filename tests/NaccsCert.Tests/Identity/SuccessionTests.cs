using System;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography.X509Certificates;
using NaccsCert.Messages;
using NaccsCert.Renewal;
using NaccsCert.Services;
using NaccsCert.Stores;
using NaccsCert.Tests.Support;
using NaccsCert.TestSupport.Certificates;
using NaccsCert.Validation.Installed;
using NaccsCert.Validation.Origin;
using Xunit;

namespace NaccsCert.Tests.Identity;

/// <summary>Which certificate takes the place of which, at services that name and date as they like.</summary>
public sealed class SuccessionTests : IDisposable
{
    private static readonly DateTimeOffset Now = DateTimeOffset.UtcNow;

    private readonly TestAuthority _authority = new(TestAuthority.ClientCA);
    private readonly ScratchUser _user = new();

    private ServiceDefinition Definition => new DefinitionBuilder(new Uri("https://any.invalid"))
        .Pin("server", _authority.Certificate).Pin("client", _authority.Certificate).Build();

    public void Dispose()
    {
        _user.Dispose();
        _authority.Dispose();
    }

    [Theory]
    [InlineData("1SAME01, OU=Tokyo", "1SAME01, OU=Osaka")]
    [InlineData("1SAME01, O=One", "1SAME01, O=Two")]
    [InlineData("1SAME01, SERIALNUMBER=1", "1SAME01, SERIALNUMBER=2")]
    public void Terminals_that_share_a_part_of_their_names_never_replace_each_other(string one, string other)
    {
        string first = Install(new ClientProfile { Terminal = one, NotAfter = Now.AddDays(10) });
        string second = Install(new ClientProfile { Terminal = other, NotAfter = Now.AddDays(400) });

        Dictionary<string, CertificateStatus> found = List();

        Assert.Equal(CertificateStatus.RenewalDue, found[first]);
        Assert.Equal(CertificateStatus.Valid, found[second]);
        using InstalledCertificates installed = _user.Inventory.List("My", Definition);
        Assert.Equal(2, new RenewalPlanner(Reminders.Certificates.Manual, Now, TimeZoneInfo.Utc)
            .Plan(installed.Certificates.Select(certificate => certificate.Record)).Count);
    }

    [Fact]
    public void Terminals_that_differ_in_the_subject_alternative_name_alone_never_replace_each_other()
    {
        string first = Install(new ClientProfile { Extension = Names("one.example"), NotAfter = Now.AddDays(10) });
        Install(new ClientProfile { Extension = Names("two.example"), NotAfter = Now.AddDays(400) });

        Assert.Equal(CertificateStatus.RenewalDue, List()[first]);
    }

    [Fact]
    public void With_equal_dates_exactly_one_certificate_of_a_terminal_is_current()
    {
        DateTimeOffset midnight = new(Now.UtcDateTime.Date, TimeSpan.Zero);
        var profile = new ClientProfile { NotBefore = midnight, NotAfter = midnight.AddDays(10) };
        string[] all = [Install(profile), Install(profile), Install(profile), Install(profile)];

        Dictionary<string, CertificateStatus> found = List();

        Assert.Equal(4, all.Length);
        Assert.Single(found.Values, status => status == CertificateStatus.RenewalDue);
        Assert.Equal(3, found.Values.Count(status => status == CertificateStatus.Superseded));
        Assert.Equal(found, List());
    }

    [Fact]
    public void With_equal_dates_what_was_seen_renewed_decides_against_serial_numbers()
    {
        DateTimeOffset midnight = new(Now.UtcDateTime.Date, TimeSpan.Zero);
        var profile = new ClientProfile { NotBefore = midnight, NotAfter = midnight.AddDays(10) };
        foreach (int turn in new[] { 0, 1 })
        {
            string one = Install(profile with { Terminal = $"1TURN0{turn}" });
            string other = Install(profile with { Terminal = $"1TURN0{turn}" });
            (string previous, string renewed) = turn == 0 ? (one, other) : (other, one);
            Remember(renewed, previous);

            Assert.Equal(CertificateStatus.RenewalDue, List()[renewed]);
            Assert.Equal(CertificateStatus.Superseded, List()[previous]);
        }
    }

    [Fact]
    public void What_was_seen_renewed_is_of_the_same_terminal_even_under_a_new_name()
    {
        string before = Install(new ClientProfile { Terminal = "1BEFORE", NotAfter = Now.AddDays(10) });
        string after = Install(new ClientProfile { Terminal = "1AFTER1", NotAfter = Now.AddDays(400) });
        Remember(after, before);

        Assert.Equal(CertificateStatus.Superseded, List()[before]);
    }

    [Fact]
    public void A_replaced_certificate_stays_replaced_when_it_expires()
    {
        string old = Install(new ClientProfile { NotBefore = Now.AddDays(-40), NotAfter = Now.AddDays(-1) });
        Install(new ClientProfile { NotBefore = Now.AddDays(-20), NotAfter = Now.AddDays(400) });

        using InstalledCertificates installed = _user.Inventory.List("My", Definition);
        NaccsCertificate record = installed.Certificates.Single(certificate => certificate.Record.Thumbprint == old).Record;

        Assert.Equal(CertificateStatus.Superseded, record.Status);
        Assert.Equal(EnrollmentStatus.NotDue, RenewalPolicy.Evaluate(record, force: false)!.Status);
    }

    [Fact]
    public void A_later_certificate_whose_key_is_gone_replaces_nothing_that_still_works()
    {
        string works = Install(new ClientProfile { NotAfter = Now.AddDays(10) });
        using (X509Certificate2 joined = _authority.IssueWithKey(new ClientProfile { NotAfter = Now.AddDays(400) }))
        using (X509Certificate2 bare = X509CertificateLoader.LoadCertificate(joined.RawData))
        {
            _user.Store("My").Add(bare);
        }

        Assert.Equal(CertificateStatus.RenewalDue, List()[works]);
    }

    [Theory]
    [InlineData("01", "02")]
    [InlineData("7F", "0080")]
    [InlineData("FF", "0100")]
    public void Serial_numbers_are_compared_as_numbers(string lower, string higher)
    {
        CertificateFacts one = Facts.Of(Now.AddDays(-1), Now.AddDays(9), sha256: "A") with { SerialNumber = lower, Place = 1 };
        CertificateFacts other = Facts.Of(Now.AddDays(-1), Now.AddDays(9), sha256: "B") with { SerialNumber = higher, Place = 0 };
        var succession = new Succession([other, one]);

        Assert.Same(other, succession.SuccessorOf(one, Now));
        Assert.Null(succession.SuccessorOf(other, Now));
    }

    [Theory]
    [InlineData(null, "CN=1TEST01, OU=Osaka", "1TEST01")]
    [InlineData("2.5.4.11", "CN=1TEST01, OU=Osaka", "Osaka")]
    [InlineData("2.5.4.11", "CN=1TEST01", "1TEST01")]
    [InlineData(null, "OU=1TEST01, O=Company", "1TEST01")]
    public void The_terminal_is_named_by_the_rule_or_the_common_name_or_what_tells_certificates_apart(
        string? attribute, string subject, string expected)
    {
        using X509Certificate2 named = SelfSigned(subject);
        using X509Certificate2 other = SelfSigned("OU=1OTHER1, O=Company");

        Assert.Equal(expected, new TerminalName(attribute, [named, other]).Of(named));
    }

    private static X509Certificate2 SelfSigned(string subject)
    {
        using System.Security.Cryptography.ECDsa key = TestAuthority.NewKey();
        return new CertificateRequest(subject, key, System.Security.Cryptography.HashAlgorithmName.SHA256)
            .CreateSelfSigned(Now.AddDays(-1), Now.AddDays(1));
    }

    private static X509Extension Names(string name)
    {
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(name);
        return names.Build();
    }

    private void Remember(string thumbprint, string previous)
    {
        using DisposableList<X509Certificate2> stored = _user.Store("My").Read();
        string Sha256(string wanted) => Fingerprint.Sha256(stored.Single(certificate => certificate.Thumbprint == wanted).RawData);
        EnrollmentHistoryFile histories = _user.Environment.Histories;
        var enrolled = new EnrolledCertificate(
            Sha256(thumbprint), Sha256(previous), Fingerprint.Sha256(_authority.Certificate.RawData), Now);
        histories.Write(Definition.Name, histories.Read(Definition.Name).With(enrolled, []));
    }

    private string Install(ClientProfile profile)
    {
        using X509Certificate2 certificate = _authority.IssueWithKey(profile);
        _user.Store("My").Add(certificate);
        return certificate.Thumbprint;
    }

    private Dictionary<string, CertificateStatus> List()
    {
        using InstalledCertificates installed = _user.Inventory.List("My", Definition);
        return installed.Certificates.ToDictionary(certificate => certificate.Record.Thumbprint, certificate => certificate.Record.Status);
    }
}

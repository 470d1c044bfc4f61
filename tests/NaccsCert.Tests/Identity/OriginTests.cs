using System;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography.X509Certificates;
using NaccsCert.Messages;
using NaccsCert.Renewal;
using NaccsCert.Services;
using NaccsCert.Tests.Support;
using NaccsCert.TestSupport.Certificates;
using NaccsCert.Validation.Installed;
using NaccsCert.Validation.Origin;
using Xunit;

namespace NaccsCert.Tests.Identity;

/// <summary>What only bears the name of the service's issuer counts for nothing.</summary>
public sealed class OriginTests : IDisposable
{
    private readonly TestAuthority _service = new(TestAuthority.ClientCA);
    private readonly TestAuthority _impostor = new(TestAuthority.ClientCA);
    private readonly ScratchUser _user = new();

    private ServiceDefinition Pinned => new DefinitionBuilder(new Uri("https://any.invalid"))
        .Pin("server", _service.Certificate).Pin("client", _service.Certificate).Build();

    private ServiceDefinition Unpinned => new DefinitionBuilder(new Uri("https://any.invalid"))
        .Pin("server", _service.Certificate).Build();

    public void Dispose()
    {
        _user.Dispose();
        _impostor.Dispose();
        _service.Dispose();
    }

    [Fact]
    public void A_certificate_of_an_impostor_is_unverified_and_supersedes_nothing()
    {
        string real = Install(_service, new ClientProfile { NotAfter = Day(10) });
        string forged = Install(_impostor, new ClientProfile { NotBefore = Day(-1).AddHours(1), NotAfter = Day(3000) });

        Dictionary<string, CertificateStatus> found = List(Pinned);

        Assert.Equal(CertificateStatus.RenewalDue, found[real]);
        Assert.Equal(CertificateStatus.Unverified, found[forged]);
    }

    [Fact]
    public void A_certificate_of_an_impostor_makes_no_other_one_safe_to_remove()
    {
        string real = Install(_service, new ClientProfile { NotAfter = Day(10) });
        Install(_impostor, new ClientProfile { NotAfter = Day(3000) });
        using InstalledCertificates installed = _user.Inventory.List("My", Pinned);
        StoredCertificate current = installed.Certificates.Single(certificate => certificate.Record.Thumbprint == real);
        var remover = new CertificateRemover(_user.Store, _user.Environment.Histories);

        NaccsException error = Assert.Throws<NaccsException>(() => remover.Remove(current, installed, force: false));

        Assert.Equal(ErrorId.LastUsableCertificate, error.ErrorId);
        Assert.Contains(real, List(Pinned).Keys);
    }

    [Fact]
    public void What_is_unverified_is_not_renewed_without_force()
    {
        Install(_impostor, new ClientProfile { NotAfter = Day(10) });
        using InstalledCertificates installed = _user.Inventory.List("My", Pinned);
        NaccsCertificate record = Assert.Single(installed.Certificates).Record;

        Assert.Equal(
            ErrorId.CertificateUnverified,
            Assert.Throws<NaccsException>(() => RenewalPolicy.Evaluate(record, force: false)).ErrorId);
        Assert.Null(RenewalPolicy.Evaluate(record, force: true));
    }

    [Fact]
    public void Without_a_pinned_root_a_root_that_this_computer_trusts_counts_and_is_named_by_its_SHA_256()
    {
        string known = Install(_service, new ClientProfile());
        Install(_impostor, new ClientProfile { Terminal = "1OTHER1" });
        _user.Store("Root").Add(_service.Certificate);
        using InstalledCertificates installed = _user.Inventory.List("My", Unpinned);

        StoredCertificate verified = installed.Certificates.Single(certificate => certificate.Facts.Origin.IsVerified);
        Assert.Equal(known, verified.Record.Thumbprint);
        Assert.Equal(OriginEvidence.TrustedRoot, verified.Facts.Origin.Evidence);
        Assert.Contains(
            Fingerprint.Sha256(_service.Certificate.RawData), OriginCheck.Evaluate(verified.Facts.Origin).Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void A_trusted_root_does_not_count_where_the_definition_pins_another_one()
    {
        string forged = Install(_impostor, new ClientProfile());
        _user.Store("Root").Add(_impostor.Certificate);

        Assert.Equal(CertificateStatus.Unverified, List(Pinned)[forged]);
    }

    [Fact]
    public void A_trusted_root_that_another_service_brought_says_nothing_about_this_one()
    {
        string rehearsed = Install(_service, new ClientProfile());
        _user.Store("Root").Add(_service.Certificate);
        Remember("rehearsal", "00", previous: null);

        Assert.Equal(CertificateStatus.Unverified, List(Unpinned)[rehearsed]);
    }

    [Fact]
    public void What_the_module_enrolled_needs_no_chain_and_what_chains_to_its_root_is_verified_too()
    {
        string enrolled = Install(_service, new ClientProfile());
        string sibling = Install(_service, new ClientProfile { Terminal = "1OTHER1" });
        Remember(Unpinned.Name, Sha256(enrolled), previous: null);

        using InstalledCertificates installed = _user.Inventory.List("My", Unpinned);

        Assert.Equal(OriginEvidence.Enrolled, Find(installed, enrolled).Facts.Origin.Evidence);
        Assert.Equal(OriginEvidence.EnrolledRoot, Find(installed, sibling).Facts.Origin.Evidence);
    }

    [Fact]
    public void A_damaged_record_of_enrollments_leaves_the_judgement_to_chains()
    {
        string real = Install(_service, new ClientProfile());
        Remember(Pinned.Name, Sha256(real), previous: null);
        System.IO.File.WriteAllText(System.IO.Path.Combine(_user.HistoryFolder, Pinned.Name + ".json"), "{ no json");

        Assert.NotEqual(CertificateStatus.Unverified, List(Pinned)[real]);
    }

    private static StoredCertificate Find(InstalledCertificates installed, string thumbprint) =>
        installed.Certificates.Single(certificate => certificate.Record.Thumbprint == thumbprint);

    private void Remember(string service, string sha256, string? previous)
    {
        EnrollmentHistoryFile histories = _user.Environment.Histories;
        var enrolled = new EnrolledCertificate(
            sha256, previous, Fingerprint.Sha256(_service.Certificate.RawData), DateTimeOffset.UtcNow);
        histories.Write(service, histories.Read(service).With(enrolled, [_service.Certificate.RawData]));
    }

    private string Sha256(string thumbprint)
    {
        using NaccsCert.Stores.DisposableList<X509Certificate2> stored = _user.Store("My").Read();
        return Fingerprint.Sha256(stored.Single(certificate => certificate.Thumbprint == thumbprint).RawData);
    }

    private string Install(TestAuthority authority, ClientProfile profile)
    {
        using X509Certificate2 certificate = authority.IssueWithKey(profile);
        _user.Store("My").Add(certificate);
        return certificate.Thumbprint;
    }

    private Dictionary<string, CertificateStatus> List(ServiceDefinition definition)
    {
        using InstalledCertificates installed = _user.Inventory.List("My", definition);
        return installed.Certificates.ToDictionary(certificate => certificate.Record.Thumbprint, certificate => certificate.Record.Status);
    }

    private static DateTimeOffset Day(int offset) => DateTimeOffset.UtcNow.AddDays(offset);
}

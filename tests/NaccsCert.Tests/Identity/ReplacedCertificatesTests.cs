using System;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography.X509Certificates;
using NaccsCert.Messages;
using NaccsCert.Services;
using NaccsCert.Stores;
using NaccsCert.Tests.Support;
using NaccsCert.TestSupport.Certificates;
using NaccsCert.Validation.Installed;
using NaccsCert.Validation.Origin;
using Xunit;

namespace NaccsCert.Tests.Identity;

/// <summary>Only what a renewal of this module has replaced for good is archived, and only that is removed after a time.</summary>
public sealed class ReplacedCertificatesTests : IDisposable
{
    private static readonly DateTimeOffset Now = DateTimeOffset.UtcNow;
    private static readonly ClientProfile Due = new() { NotAfter = Now.AddDays(10) };
    private static readonly ClientProfile Fresh = new() { NotAfter = Now.AddDays(400) };

    private readonly TestAuthority _authority = new(TestAuthority.ClientCA);
    private readonly ScratchUser _user = new();

    private ServiceDefinition Definition => new DefinitionBuilder(new Uri("https://any.invalid"))
        .Pin("server", _authority.Certificate).Pin("client", _authority.Certificate).Build();

    private UserCertificateStore Store => _user.Store("My");

    public void Dispose()
    {
        _user.Dispose();
        _authority.Dispose();
    }

    [Fact]
    public void What_was_seen_renewed_is_archived_and_another_terminal_is_left_alone()
    {
        string old = Install(Due);
        string other = Install(Due with { Terminal = "1OTHER1" });
        Renew(old, Install(Fresh));
        Install(Fresh with { Terminal = "1OTHER1" });

        Assert.Equal([old], Archive());

        Assert.Equal([old], Records().Where(record => record.Archived).Select(record => record.Thumbprint));
        Assert.Equal(CertificateStatus.Superseded, Records().Single(record => record.Thumbprint == other).Status);
        Assert.DoesNotContain(_user.Environment.Histories.Read(Definition.Name).Certificates, enrolled => enrolled.ArchivesPrevious);
    }

    [Fact]
    public void A_name_alone_proves_no_renewal()
    {
        Install(Due);
        Install(Fresh);

        Assert.Contains(Records(), record => record.Status == CertificateStatus.Superseded);
        Assert.Empty(Archive());
    }

    [Fact]
    public void Nothing_is_archived_whose_successor_is_gone_or_cannot_be_used_and_it_is_later()
    {
        string old = Install(Due);
        Renew(old, Install(Fresh with { NotBefore = Now.AddDays(2) }));
        Assert.Empty(Archive());

        // The day has come.
        SettableClock clock = new(Now.AddDays(3));
        Assert.Equal([old], new CertificateArchive(_user.Store, _user.Environment.Histories, clock).ArchiveReplaced("My", Definition));

        string keyless = Install(Due with { Terminal = "1KEYLESS" });
        Renew(keyless, Install(Fresh with { Terminal = "1KEYLESS" }, withKey: false));
        string lonely = Install(Due with { Terminal = "1LONELY" });
        string gone = Install(Fresh with { Terminal = "1LONELY" });
        Renew(lonely, gone);
        Remove(gone);
        Assert.Empty(Archive());
    }

    [Fact]
    public void What_is_archived_is_removed_when_its_days_are_over_and_not_a_moment_before()
    {
        string old = Install(Due);
        Renew(old, Install(Fresh));
        Archive();

        Assert.Empty(Removable(30, Now.AddDays(30).AddSeconds(-1)));
        Assert.Equal([old], Removable(30, Now.AddDays(30)));

        SetArchived(old, isArchived: false);
        Assert.Empty(Removable(30, Now.AddDays(31)));
    }

    [Fact]
    public void Nothing_is_removed_while_what_came_of_it_is_archived_or_gone()
    {
        string old = Install(Due);
        string renewed = Install(Fresh);
        Renew(old, renewed);
        Archive();

        SetArchived(renewed, isArchived: true);
        Assert.Empty(Removable(1, Now.AddDays(9)));
        SetArchived(renewed, isArchived: false);
        Assert.Equal([old], Removable(1, Now.AddDays(9)));
        Assert.Empty(Removable(1, Now.AddDays(401)));
        Remove(renewed);
        Assert.Empty(Removable(1, Now.AddDays(9)));
    }

    [Fact]
    public void A_line_of_renewals_rests_on_its_last_certificate()
    {
        string first = Install(Due);
        string second = Install(new ClientProfile { NotAfter = Now.AddDays(20) });
        Renew(first, second);
        Renew(second, Install(Fresh));

        Assert.Equal(new[] { first, second }.Order(), Archive().Order());
        Assert.Equal(new[] { first, second }.Order(), Removable(1, Now.AddDays(2)).Order());
    }

    [Fact]
    public void An_archived_certificate_is_no_substitute_for_the_last_one_in_use()
    {
        string archived = Install(Due);
        string current = Install(Fresh);
        SetArchived(archived, isArchived: true);
        using InstalledCertificates installed = _user.Inventory.List("My", Definition);
        StoredCertificate last = installed.Certificates.Single(certificate => certificate.Record.Thumbprint == current);
        var remover = new CertificateRemover(_user.Store, _user.Environment.Histories);

        NaccsException error = Assert.Throws<NaccsException>(() => remover.Remove(last, installed, force: false));

        Assert.Equal(ErrorId.LastUsableCertificate, error.ErrorId);
        Assert.Equal(2, Records().Length);
    }

    [Fact]
    public void What_leaves_the_store_is_in_use_again_when_it_comes_back()
    {
        using X509Certificate2 certificate = _authority.IssueWithKey(Due);
        Store.Add(certificate);
        Store.SetArchived(certificate, isArchived: true);
        Assert.Empty(Store.Read());
        Assert.True(Store.IsArchived(certificate));

        Store.Remove(certificate);
        Store.Add(certificate);

        Assert.Single(Store.Read());
    }

    [Fact]
    public void What_is_not_in_the_store_cannot_be_archived()
    {
        using X509Certificate2 certificate = _authority.IssueWithKey(Due);
        Assert.Equal(
            ErrorId.StoreUnavailable,
            Assert.Throws<NaccsException>(() => Store.SetArchived(certificate, isArchived: true)).ErrorId);
        Assert.False(Store.IsArchived(certificate));
    }

    private IReadOnlyCollection<string> Archive() =>
        new CertificateArchive(_user.Store, _user.Environment.Histories, _user.Environment.Clock).ArchiveReplaced("My", Definition);

    private string[] Removable(int days, DateTimeOffset now)
    {
        EnrollmentHistoryFile histories = _user.Environment.Histories;
        using InstalledCertificates installed =
            new CertificateInventory(_user.Store, histories, new SettableClock(now)).List("My", Definition);
        return
        [
            .. new ReplacedCertificates(installed, histories.Read(Definition.Name), now).ToRemove(days)
                .Select(certificate => certificate.Record.Thumbprint),
        ];
    }

    private NaccsCertificate[] Records()
    {
        using InstalledCertificates installed = _user.Inventory.List("My", Definition);
        return [.. installed.Certificates.Select(certificate => certificate.Record)];
    }

    private void SetArchived(string thumbprint, bool isArchived) =>
        With(thumbprint, certificate => Store.SetArchived(certificate, isArchived));

    private void Remove(string thumbprint) => With(thumbprint, Store.Remove);

    private void With(string thumbprint, Action<X509Certificate2> action)
    {
        using DisposableList<X509Certificate2> stored = Store.ReadAll();
        action(stored.Single(certificate => certificate.Thumbprint == thumbprint));
    }

    private void Renew(string previous, string renewed)
    {
        using DisposableList<X509Certificate2> stored = Store.ReadAll();
        string Sha256(string wanted) => Fingerprint.Sha256(stored.Single(certificate => certificate.Thumbprint == wanted).RawData);
        EnrollmentHistoryFile histories = _user.Environment.Histories;
        var enrolled = new EnrolledCertificate(
            Sha256(renewed), Sha256(previous), Fingerprint.Sha256(_authority.Certificate.RawData), Now)
        {
            ArchivesPrevious = true,
        };
        histories.Write(Definition.Name, histories.Read(Definition.Name).With(enrolled, []));
    }

    private string Install(ClientProfile profile, bool withKey = true)
    {
        using X509Certificate2 certificate = _authority.IssueWithKey(profile);
        using X509Certificate2 bare = X509CertificateLoader.LoadCertificate(certificate.RawData);
        Store.Add(withKey ? certificate : bare);
        return certificate.Thumbprint;
    }
}

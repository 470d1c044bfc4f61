using System;
using System.IO;
using System.Management.Automation;
using System.Security.Cryptography.X509Certificates;
using System.Threading.Tasks;
using NaccsCert.Module.Tests.Commands.Support;
using NaccsCert.Module.Tests.Engine;
using Xunit;

namespace NaccsCert.Module.Tests.Commands;

/// <summary>Files with certificate and key, as the browser procedure yields them.</summary>
public sealed class ImportPkcs12Tests(PowerShellSession session, Sandboxes sandboxes)
    : CommandTests(session, sandboxes)
{
    private const string Terminal = "1P12001";

    private readonly ClientAuthority _authority = new();

    /// <inheritdoc/>
    public override ValueTask DisposeAsync()
    {
        _authority.Dispose();
        return base.DisposeAsync();
    }

    private string Browsed => Scratch.Member("browser.p12");

    [Fact]
    public void Certificate_key_and_chain_go_where_they_belong()
    {
        using X509Certificate2 certificate = _authority.Issue(Terminal);
        PSObject result = Import(Pkcs12.Of(certificate, _authority.Issuer, _authority.Root)).Result();
        Assert.Equal("Imported", result.Properties["Status"].Value.ToString());
        Assert.Equal("Import", result.Properties["Operation"].Value.ToString());
        Assert.Equal(Terminal, result.Properties["Terminal"].Value);
        Assert.Equal(true, result.Properties["Changed"].Value);
        Assert.Equal("Installed", result.Properties["RootCA"].Value.ToString());
        Assert.Equal([certificate.Thumbprint], UserStores.Thumbprints(StoreName));
        Assert.True(UserStores.Signs(StoreName, certificate.Thumbprint));
        Assert.Contains(_authority.Issuer.Thumbprint, UserStores.Thumbprints("CA"));
        Assert.Contains(_authority.Root.Thumbprint, UserStores.Thumbprints("Root"));
    }

    [Fact]
    public void A_second_import_changes_nothing()
    {
        using X509Certificate2 certificate = _authority.Issue(Terminal);
        byte[] content = Pkcs12.Of(certificate, _authority.Issuer);
        Import(content).Result();
        Assert.Equal(false, Import(content).Result().Properties["Changed"].Value);
        Assert.Equal([certificate.Thumbprint], UserStores.Thumbprints(StoreName));
    }

    [Fact]
    public void A_certificate_that_lost_its_key_gets_it_back()
    {
        using X509Certificate2 certificate = _authority.Issue(Terminal);
        using X509Certificate2 bare = X509CertificateLoader.LoadCertificate(certificate.RawData);
        using (var store = new X509Store(StoreName, StoreLocation.CurrentUser))
        {
            store.Open(OpenFlags.ReadWrite);
            store.Add(bare);
        }

        Assert.Equal(true, Import(Pkcs12.Of(certificate, _authority.Issuer)).Result().Properties["Changed"].Value);
        Assert.True(UserStores.Signs(StoreName, certificate.Thumbprint));
    }

    [Fact]
    public void Of_several_certificates_the_one_that_lasts_longest_is_taken()
    {
        using X509Certificate2 ended = _authority.Issue(Terminal, days: -1);
        using X509Certificate2 current = _authority.Issue(Terminal);
        Assert.Equal(current.Thumbprint, Import(Pkcs12.Of(ended, current, _authority.Issuer)).Text("Thumbprint"));
        Assert.Equal([current.Thumbprint], UserStores.Thumbprints(StoreName));
    }

    [Fact]
    public void The_root_can_be_left_out()
    {
        using X509Certificate2 certificate = _authority.Issue(Terminal);
        Assert.Null(Import(Pkcs12.Of(certificate, _authority.Issuer, _authority.Root), "-SkipRootCA").Result().Properties["RootCA"].Value);
        Assert.DoesNotContain(_authority.Root.Thumbprint, UserStores.Thumbprints("Root"));
    }

    [Fact]
    public void A_certificate_of_a_namesake_with_a_root_of_its_own_is_refused()
    {
        using var another = new ClientAuthority();
        using X509Certificate2 certificate = another.Issue(Terminal);
        AssertRefused(Import(Pkcs12.Of(certificate, another.Issuer, another.Root)))
            .Error("CertificateUnverified", ErrorCategory.InvalidOperation, certificate.Thumbprint);
        Assert.DoesNotContain(another.Root.Thumbprint, UserStores.Thumbprints("Root"));
    }

    [Theory]
    [InlineData("-Password wrong")]
    [InlineData("")]
    public void A_wrong_password_is_refused(string password)
    {
        using X509Certificate2 certificate = _authority.Issue(Terminal);
        AssertRefused(Import(Pkcs12.Of(certificate, _authority.Issuer, _authority.Root), password: password))
            .Error("ImportPasswordWrong", ErrorCategory.AuthenticationError, Browsed);
    }

    [Fact]
    public void A_certificate_without_its_key_is_refused()
    {
        using X509Certificate2 certificate = _authority.Issue(Terminal);
        using X509Certificate2 bare = X509CertificateLoader.LoadCertificate(certificate.RawData);
        AssertRefused(Import(Pkcs12.Of(bare, _authority.Issuer, _authority.Root)))
            .Error("ImportKeyMissing", ErrorCategory.InvalidData, Browsed);
    }

    [Fact]
    public void An_expired_certificate_is_refused()
    {
        using X509Certificate2 certificate = _authority.Issue(Terminal, days: -1);
        AssertRefused(Import(Pkcs12.Of(certificate, _authority.Issuer, _authority.Root)))
            .Error("CertificateExpired", ErrorCategory.InvalidOperation, certificate.Thumbprint);
    }

    [Fact]
    public void A_certificate_of_a_foreign_issuer_is_refused()
    {
        using var foreign = new ClientAuthority("Another CA");
        using X509Certificate2 certificate = foreign.Issue(Terminal);
        AssertRefused(Import(Pkcs12.Of(certificate, _authority.Issuer, _authority.Root)))
            .Error("ImportForeignCertificate", ErrorCategory.InvalidData, Browsed);
    }

    [Fact]
    public void A_certificate_with_the_key_of_another_is_taken_out_again()
    {
        using X509Certificate2 certificate = _authority.Issue(Terminal);
        AssertRefused(Import(Pkcs12.WithAlienKey(certificate), "-Force"))
            .Error("CertificateInstallFailed", ErrorCategory.WriteError, certificate.Thumbprint);
    }

    private SessionRun Import(byte[] content, string options = "", string password = "-Password $password")
    {
        Redefine(_authority.Pin(Scratch.Member("root.pem")));
        File.WriteAllBytes(Browsed, content);
        SessionRun run = Invoke($"Import-NaccsCertificate $path {password} {options}", ("path", Browsed), ("password", Pkcs12.Password));
        Assert.DoesNotContain(Pkcs12.Password, Streams.Everything(run), StringComparison.OrdinalIgnoreCase);
        return run;
    }

    private SessionRun AssertRefused(SessionRun run)
    {
        Assert.Empty(run.Output);
        Assert.Empty(UserStores.Thumbprints(StoreName));
        Assert.DoesNotContain(_authority.Issuer.Thumbprint, UserStores.Thumbprints("CA"));
        Assert.DoesNotContain(_authority.Root.Thumbprint, UserStores.Thumbprints("Root"));
        return run;
    }
}

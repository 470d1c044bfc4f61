using System;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Security.Cryptography.X509Certificates;
using System.Threading.Tasks;
using NaccsCert.Module.Tests.Commands.Support;
using NaccsCert.Module.Tests.Engine;
using NaccsCert.TestSupport.PowerShell;
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

    [Fact]
    public void A_wrong_password_is_refused()
    {
        using X509Certificate2 certificate = _authority.Issue(Terminal);
        AssertRefused(Import(Pkcs12.Of(certificate, _authority.Issuer, _authority.Root), password: "-Password wrong"))
            .Error("ImportPasswordWrong", ErrorCategory.AuthenticationError, Browsed);
    }

    [Fact]
    public void A_password_that_is_needed_is_asked_for_masked_three_times_at_most()
    {
        ReadInEnglish();
        using X509Certificate2 certificate = _authority.Issue(Terminal);
        Session.Answer(Pkcs12.Password);
        SessionRun run = Import(Pkcs12.Of(certificate, _authority.Issuer), password: string.Empty);
        Assert.Equal("Imported", run.Text("Status"));
        Assert.Contains($"{Browsed} is protected by a password.", run.Shown, StringComparison.Ordinal);

        Session.Answer("wrong", "wrong", Pkcs12.Password);
        SessionRun third = Import(Pkcs12.Of(certificate), password: string.Empty);
        Assert.Equal("Imported", third.Text("Status"));
        Assert.Contains("The password is wrong. Enter it again (attempt 3 of 3).", third.Shown, StringComparison.Ordinal);
        Session.Answer("wrong", "wrong", "wrong", Pkcs12.Password);
        Import(Pkcs12.Of(certificate), password: string.Empty).Error("ImportPasswordWrong", ErrorCategory.AuthenticationError, Browsed);
        Session.Answer(string.Empty, string.Empty, string.Empty);
        Import(Pkcs12.Of(certificate), password: string.Empty).Error("ImportPasswordRequired", ErrorCategory.AuthenticationError, Browsed);
    }

    [Fact]
    public async Task Where_nobody_can_answer_a_missing_password_is_not_called_a_wrong_one()
    {
        using X509Certificate2 certificate = _authority.Issue(Terminal);
        File.WriteAllBytes(Browsed, Pkcs12.Of(certificate));
        ProcessRun run = await PowerShellProcess.RunAsync(
            string.Empty,
            [
                "-NonInteractive", "-Command",
                $"Import-Module '{BuildPaths.StagedModule}'; Import-NaccsCertificate '{Browsed}' -Service '{Service}' -ErrorVariable problem -ErrorAction SilentlyContinue; $problem[0].FullyQualifiedErrorId",
            ],
            TestContext.Current.CancellationToken);
        Assert.StartsWith("ImportPasswordRequired,", run.Output.Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_without_a_password_needs_none()
    {
        using X509Certificate2 certificate = _authority.Issue(Terminal);
        Assert.Equal("Imported", Import(Pkcs12.Open(certificate, _authority.Issuer), password: string.Empty).Text("Status"));
    }

    [Fact]
    public void Of_several_terminals_every_one_gives_a_result_or_an_error_and_the_rest_is_named()
    {
        ReadInEnglish();
        using var foreign = new ClientAuthority("Another CA");
        using X509Certificate2 one = _authority.Issue(Terminal);
        using X509Certificate2 older = _authority.Issue(Terminal, days: 5);
        using X509Certificate2 other = _authority.Issue("1P12002");
        using X509Certificate2 ended = _authority.Issue("1P12003", days: -1);
        using X509Certificate2 keyless = X509CertificateLoader.LoadCertificate(_authority.Issue("1P12004").RawData);
        using X509Certificate2 alien = foreign.Issue("1P12005");

        SessionRun run = Import(Pkcs12.Of(one, older, other, ended, keyless, alien, _authority.Issuer, _authority.Root, foreign.Root));

        Assert.Equal([Terminal, "1P12002"], run.Texts("Terminal").Order(StringComparer.Ordinal));
        Assert.Equal(["Imported", "Imported"], run.Texts("Status"));
        run.Error("CertificateExpired", ErrorCategory.InvalidOperation, ended.Thumbprint);
        Assert.Equal(
            new[] { one.Thumbprint, other.Thumbprint }.Order(StringComparer.Ordinal),
            UserStores.Thumbprints(StoreName).Order(StringComparer.Ordinal));
        Assert.All([one, other], certificate => Assert.True(UserStores.Signs(StoreName, certificate.Thumbprint)));
        Assert.Equal(4, run.Warnings.Count);
        Assert.All(
            [(older, "valid longer"), (keyless, "does not contain its private key"), (alien, "not issued by the issuer"), (foreign.Root, "belongs to no chain")],
            named => Assert.Contains(run.Warnings, warning =>
                warning.Contains(named.Item1.Thumbprint, StringComparison.Ordinal) && warning.Contains(named.Item2, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("DSA", "DSA 1024")]
    [InlineData("Ed25519", "Ed25519")]
    [InlineData("brainpool", "ECDSA brainpoolP256r1")]
    public void A_key_of_a_kind_that_cannot_be_used_is_named_and_does_not_keep_others_out(string kind, string name)
    {
        (byte[] certificate, byte[] key) = OddKeys.Issue(_authority, kind);
        SessionRun alone = Import(Pkcs12.Of([(certificate, key)]));
        Assert.Contains(name, AssertRefused(alone).Error("ImportKeyUnsupported", ErrorCategory.InvalidData, Browsed).ToString(), StringComparison.Ordinal);

        using X509Certificate2 usable = _authority.Issue("1P12009");
        using System.Security.Cryptography.ECDsa? usableKey = usable.GetECDsaPrivateKey();
        SessionRun both = Import(Pkcs12.Of([(certificate, key), (usable.RawData, usableKey!.ExportPkcs8PrivateKey()), (_authority.Issuer.RawData, null)]));
        Assert.Equal("1P12009", both.Text("Terminal"));
        both.Error("ImportKeyUnsupported", ErrorCategory.InvalidData, Browsed);
    }

    [Fact]
    public void What_the_file_is_protected_with_is_said_with_how_to_export_it_again()
    {
        using X509Certificate2 certificate = _authority.Issue(Terminal);
        ErrorRecord error = AssertRefused(Import(Pkcs12.WithMacOfSha3(certificate)))
            .Error("ImportEncryptionUnsupported", ErrorCategory.InvalidData, Browsed);
        Assert.Contains("SHA3-256", error.ToString(), StringComparison.Ordinal);
        Assert.Contains("openssl pkcs12 -export", error.Remedy(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_cut_off_is_damaged()
    {
        using X509Certificate2 certificate = _authority.Issue(Terminal);
        AssertRefused(Import(Pkcs12.Of(certificate)[..^200])).Error("CertificateFileDamaged", ErrorCategory.InvalidData, Browsed);
    }

    [Fact]
    public void What_is_no_file_to_read_is_called_what_it_is()
    {
        string folder = Directory.CreateDirectory(Scratch.Member("folder.p12")).FullName;
        Invoke("Import-NaccsCertificate $path", ("path", folder)).Error("FileIsFolder", ErrorCategory.InvalidArgument, folder);
        Invoke("Import-NaccsCertificate $path", ("path", Browsed)).Error("FileNotFound", ErrorCategory.ObjectNotFound, Browsed);
        File.WriteAllBytes(Browsed, new byte[(1024 * 1024) + 1]);
        Invoke("Import-NaccsCertificate $path", ("path", Browsed)).Error("FileTooLarge", ErrorCategory.LimitsExceeded, Browsed);
        using (new FileStream(Browsed, FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
            Invoke("Import-NaccsCertificate $path", ("path", Browsed)).Error("FileUnreadable", ErrorCategory.ReadError, Browsed);
        }
    }

    [Fact]
    public void A_file_that_the_account_may_not_read_is_said_to_be_one()
    {
        // Written to, never read: also root is refused.
        const string WriteOnly = "/proc/sys/vm/compact_memory";
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux has /proc.");
        Invoke("Import-NaccsCertificate $path", ("path", WriteOnly)).Error("FileAccessDenied", ErrorCategory.PermissionDenied, WriteOnly);
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
        SessionRun run = Invoke($"Import-NaccsCertificate $path {password} {options} -WarningAction Continue", ("path", Browsed), ("password", Pkcs12.Password));
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

using System;
using System.Threading.Tasks;
using NaccsCert.Module.Tests.Commands.Support;
using NaccsCert.Module.Tests.Engine;
using Xunit;

namespace NaccsCert.Module.Tests.Commands;

public sealed class TestCertificateTests(PowerShellSession session, Sandboxes sandboxes) : CommandTests(session, sandboxes)
{
    // Whether the roots for servers are trusted depends on what other tests have installed.
    private const string Checks = "(Test-NaccsCertificate $t).Checks | Where-Object Name -ne TrustAnchors | ForEach-Object { \"$($_.Name) $($_.Status)\" }";

    [Fact]
    public void A_certificate_that_is_due_works_and_warns()
    {
        ReadInEnglish();
        string thumbprint = Enrolled();
        SessionRun run = Invoke("Get-NaccsCertificate | Test-NaccsCertificate");
        Assert.Equal("Warning", run.Text("Status"));
        Assert.Equal(thumbprint, run.Text("Thumbprint"));
        Assert.Equal("False", run.Text("Changed"));
        Assert.StartsWith("Renew it now", run.Text("Reason"), StringComparison.Ordinal);
        Assert.Equal(
            ["Window Warning", "Key Passed", "Chain Passed", "Revocation Skipped", "Reminder Skipped", "Origin Passed"],
            Invoke(Checks, ("t", thumbprint)).OutputTexts());
    }

    [Fact]
    public void An_expired_certificate_of_an_unknown_root_fails()
    {
        string thumbprint = Seed.Expired(StoreName, "1EXPIRED");
        Assert.Equal("Failed", Invoke("Test-NaccsCertificate").Text("Status"));
        Assert.Equal(
            ["Window Failed", "Key Passed", "Chain Failed", "Revocation Skipped", "Reminder Skipped", "Origin Passed"],
            Invoke(Checks, ("t", thumbprint)).OutputTexts());
    }

    [Fact]
    public void A_certificate_without_its_key_fails()
    {
        string thumbprint = Seed.WithoutKey(StoreName, "1KEYLESS");
        SessionRun run = Invoke("Test-NaccsCertificate");
        Assert.Equal("Failed", run.Text("Status"));
        Assert.Equal("KeyMissing", run.Text("CertificateStatus"));
        Assert.Contains("Key Failed", Invoke(Checks, ("t", thumbprint)).OutputTexts());
    }

    [Fact]
    public void A_site_is_signed_in_to_only_where_that_is_asked_for()
    {
        const string signIn = "(Test-NaccsCertificate -SignIn -Environment $e).Checks | Where-Object Name -eq SignIn";
        Enrolled();
        Assert.Empty(Invoke("(Test-NaccsCertificate).Checks | Where-Object Name -eq SignIn").OutputTexts());

        SessionRun run = Invoke(signIn, ("e", "Test"));
        Assert.Equal("Passed", run.Text("Status"));
        Assert.Equal("127.0.0.1", run.Text("HostName"));
        Assert.Equal("Skipped", Invoke(signIn, ("e", "Production")).Text("Status"));
    }

    [Fact]
    public async Task A_revoked_certificate_fails_where_revocation_is_asked_for()
    {
        ReadInEnglish();
        string thumbprint = Enrolled();
        const string ask = "(Test-NaccsCertificate -CheckRevocation).Checks | Where-Object Name -eq Revocation";
        Assert.Equal("Passed", Invoke(ask).Text("Status"));

        string serial = Invoke("Get-NaccsCertificate").Text("SerialNumber");
        await Sandbox.RevokeAsync(serial, TestContext.Current.CancellationToken);
        SessionRun run = Invoke("Test-NaccsCertificate $t -CheckRevocation", ("t", thumbprint));
        Assert.Equal("Failed", run.Text("Status"));
        Assert.Matches(@"^It was revoked on \d{4}-\d\d-\d\d \d\d:\d\d\. Apply in NSS for a re-issue\.$", run.Text("Reason"));
        Assert.Equal("Warning", Invoke("Test-NaccsCertificate").Text("Status"));
    }

    [Fact]
    public void What_nobody_can_tell_about_revocation_is_a_warning()
    {
        Seed.Expired(StoreName, "1ORPHAN");
        Assert.Equal(
            "Warning",
            Invoke("(Test-NaccsCertificate -CheckRevocation).Checks | Where-Object Name -eq Revocation").Text("Status"));
    }

    [Fact]
    public void A_thumbprint_that_is_not_there_is_an_error()
    {
        string missing = new('0', 40);
        Invoke("Test-NaccsCertificate $t", ("t", missing))
            .Error("CertificateNotFound", System.Management.Automation.ErrorCategory.ObjectNotFound, missing);
    }
}

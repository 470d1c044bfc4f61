using System;
using System.Management.Automation;
using NaccsCert.Module.Tests.Commands.Support;
using NaccsCert.Module.Tests.Engine;
using Xunit;

namespace NaccsCert.Module.Tests.Commands;

public sealed class NotDueTests(PowerShellSession session, Sandboxes sandboxes)
    : CommandTests(session, sandboxes, SandboxKind.LongLived)
{
    [Fact]
    public void Before_its_window_opens_a_renewal_says_when_to_come_back()
    {
        ReadInEnglish();
        string thumbprint = Enrolled();
        SessionRun run = Invoke("Update-NaccsCertificate");
        PSObject result = run.Result();
        Assert.Equal("NotDue", result.Properties["Status"].Value.ToString());
        Assert.Equal(false, result.Properties["Changed"].Value);
        Assert.Equal(thumbprint, result.Properties["Thumbprint"].Value);
        Assert.StartsWith("Not due yet. It can be renewed from ", (string)result.Properties["Reason"].Value, StringComparison.Ordinal);
        var notAfter = (DateTimeOffset)result.Properties["NotAfter"].Value;
        Assert.Equal(notAfter.AddDays(-28), result.Properties["NextAttempt"].Value);
        Assert.Empty(Exchanges.In(run));
    }

    [Fact]
    public void With_Force_the_service_has_the_last_word()
    {
        string thumbprint = Enrolled();
        SessionRun run = Invoke("Update-NaccsCertificate -Force");
        ErrorRecord error = run.Error("RequestForbidden", ErrorCategory.PermissionDenied, "127.0.0.1");
        Assert.Contains("the renewal window opens on", error.ToString(), StringComparison.Ordinal);
        Assert.Equal("POST simplereenroll: 403", Exchanges.In(run)[^1]);
        Assert.Empty(Invoke("Get-NaccsEnrollment").Output);
        Assert.Equal(thumbprint, Invoke("Get-NaccsCertificate -Status Valid").Text("Thumbprint"));
    }

    [Fact]
    public void A_certificate_in_its_prime_passes_its_test_and_is_due_later()
    {
        Enrolled();
        PSObject result = Invoke("Test-NaccsCertificate").Result();
        Assert.Equal(
            ["Passed", "Passed", "Passed", "Skipped", "Skipped", "Passed"],
            Invoke("(Test-NaccsCertificate).Checks | Where-Object Name -ne TrustAnchors | ForEach-Object Status").OutputTexts());
        Assert.Equal("Valid", result.Properties["CertificateStatus"].Value.ToString());
        Assert.NotNull(result.Properties["NextAttempt"].Value);
    }
}

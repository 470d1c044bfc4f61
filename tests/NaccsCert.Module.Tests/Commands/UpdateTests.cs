using System;
using System.IO;
using System.Linq;
using System.Management.Automation;
using NaccsCert.Module.Tests.Commands.Support;
using NaccsCert.Module.Tests.Engine;
using Xunit;

namespace NaccsCert.Module.Tests.Commands;

public sealed class UpdateTests(PowerShellSession session, Sandboxes sandboxes) : CommandTests(session, sandboxes)
{
    [Fact]
    public void A_renewed_certificate_is_superseded_by_one_of_the_same_terminal_with_a_new_key()
    {
        string old = Enrolled();
        PSObject result = Invoke("Get-NaccsCertificate | Update-NaccsCertificate").Result();
        Assert.Equal("Renewed", result.Properties["Status"].Value.ToString());
        Assert.Equal(true, result.Properties["Changed"].Value);
        Assert.Equal(old, result.Properties["PreviousThumbprint"].Value);
        Assert.Equal(result.Properties["RenewalOpens"].Value, result.Properties["NextAttempt"].Value);

        SessionRun shown = Invoke("Get-NaccsCertificate -IncludeArchived");
        Assert.Equal(["RenewalDue", "Superseded"], shown.Texts("Status"));
        Assert.Equal([(string)result.Properties["Thumbprint"].Value, old], shown.Texts("Thumbprint"));
        Assert.Single(shown.Texts("Terminal").Distinct());
        Assert.Equal(["ECDSA P-256", "ECDSA P-256"], shown.Texts("KeyAlgorithm"));
    }

    [Fact]
    public void What_was_listed_under_one_service_is_never_sent_to_another()
    {
        Enrolled();
        SessionRun run = Invoke(
            "$PSDefaultParameterValues.Remove('*-Naccs*:Service'); Get-NaccsCertificate -Service $service | Update-NaccsCertificate");
        Assert.Empty(run.Output);
        Assert.Equal(["ServiceDefinitionNotFound"], run.ErrorIds);
        Assert.Equal(ServiceName, run.Errors[0].TargetObject);
        Assert.Equal(["RenewalDue"], Invoke("Get-NaccsCertificate").Texts("Status"));
    }

    [Fact]
    public void A_leftover_that_cannot_be_removed_keeps_nothing_from_being_renewed()
    {
        Enrolled();
        string leftover = Directory.CreateDirectory(UserData.EntryOf($"{ServiceName}-20260101T000000Z-00000000")).FullName;
        File.WriteAllText(Path.Combine(leftover, "provider"), "Nowhere");
        SessionRun run = Invoke("Update-NaccsCertificate");
        Assert.Empty(run.Errors);
        Assert.Equal(["Renewed"], run.Texts("Status"));
        Assert.True(Directory.Exists(leftover));
        Directory.Delete(leftover, recursive: true);
    }

    [Fact]
    public void The_old_certificate_still_signs_after_its_renewal()
    {
        string old = Enrolled();
        Invoke("Update-NaccsCertificate").Result();
        SessionRun run = Invoke("(Test-NaccsCertificate $old).Checks | Where-Object Name -eq Key", ("old", old));
        Assert.Equal("Passed", run.Text("Status"));
    }

    [Fact]
    public void Without_a_thumbprint_every_certificate_that_is_due_is_renewed()
    {
        string[] old = [Enrolled(), Enrolled()];
        SessionRun run = Invoke("Update-NaccsCertificate");
        Assert.Empty(run.Errors);
        Assert.Equal(["Renewed", "Renewed"], run.Texts("Status"));
        Assert.Equal(old.Order(), run.Texts("PreviousThumbprint").Order());
    }

    [Fact]
    public void With_a_thumbprint_only_that_certificate_is_renewed()
    {
        string[] old = [Enrolled(), Enrolled()];
        Assert.Equal(old[0], Invoke("Update-NaccsCertificate -Thumbprint $t", ("t", old[0])).Text("PreviousThumbprint"));
        Assert.Equal("RenewalDue", Invoke("Get-NaccsCertificate $t", ("t", old[1])).Text("Status"));
    }

    [Fact]
    public void A_certificate_that_was_renewed_is_not_renewed_again()
    {
        ReadInEnglish();
        string old = Enrolled();
        string renewed = Invoke("Update-NaccsCertificate $t", ("t", old)).Text("Thumbprint");
        PSObject again = Invoke("Update-NaccsCertificate $t", ("t", old)).Result();
        Assert.Equal("NotDue", again.Properties["Status"].Value.ToString());
        Assert.Equal(false, again.Properties["Changed"].Value);
        Assert.Equal(old, again.Properties["Thumbprint"].Value);
        Assert.Equal(
            $"It was replaced by the newer certificate {renewed} of the same terminal. It is archived: browsers do not offer it.",
            again.Properties["Reason"].Value);
    }

    [Fact]
    public void An_expired_certificate_is_an_error_and_the_next_is_renewed()
    {
        ReadInEnglish();
        string expired = Seed.Expired(StoreName, "1EXPIRED");
        string due = Enrolled();
        SessionRun run = Invoke("$expired, $due | Update-NaccsCertificate", ("expired", expired), ("due", due));
        ErrorRecord error = run.Error("CertificateExpired", ErrorCategory.InvalidOperation, expired);
        Assert.Contains("re-issue", error.Remedy(), StringComparison.Ordinal);
        Assert.Equal("Renewed", run.Text("Status"));
        Assert.Equal(due, run.Text("PreviousThumbprint"));
    }

    [Fact]
    public void A_certificate_without_its_key_is_an_error_and_the_next_is_renewed()
    {
        string keyless = Seed.WithoutKey(StoreName, "1KEYLESS");
        Enrolled();
        SessionRun run = Invoke("Update-NaccsCertificate");
        run.Error("CertificateKeyUnusable", ErrorCategory.InvalidOperation, keyless);
        Assert.Equal("Renewed", run.Text("Status"));
    }

    [Fact]
    public void A_certificate_that_begins_later_is_not_due_until_then()
    {
        Seed.NotYetValid(StoreName, "1LATER");
        PSObject result = Invoke("Update-NaccsCertificate").Result();
        Assert.Equal("NotDue", result.Properties["Status"].Value.ToString());
        Assert.Equal(result.Properties["NotBefore"].Value, result.Properties["NextAttempt"].Value);
    }

    [Fact]
    public void A_thumbprint_that_is_not_there_is_an_error()
    {
        string missing = new('0', 40);
        Invoke("Update-NaccsCertificate $t", ("t", missing)).Error("CertificateNotFound", ErrorCategory.ObjectNotFound, missing);
    }

    [Fact]
    public void An_empty_store_is_nothing_to_do()
    {
        SessionRun run = Invoke("Update-NaccsCertificate -WarningAction Continue");
        Assert.Empty(run.Output);
        Assert.Empty(run.Errors);
    }

    [Fact]
    public void Another_kind_of_key_can_be_chosen()
    {
        Enrolled();
        Invoke("Update-NaccsCertificate -KeyAlgorithm EcdsaP384").Result();
        Assert.Equal(["ECDSA P-384", "ECDSA P-256"], Invoke("Get-NaccsCertificate -IncludeArchived").Texts("KeyAlgorithm"));
    }

    [Fact]
    public void Debug_messages_tell_that_no_code_was_needed()
    {
        Enrolled();
        Assert.Equal(["GET cacerts: 200", "GET csrattrs: 200", "POST simplereenroll: 200"], Exchanges.In(Invoke("Update-NaccsCertificate")));
    }
}

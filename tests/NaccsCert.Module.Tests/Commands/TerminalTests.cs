using System;
using System.Linq;
using System.Management.Automation;
using NaccsCert.Module.Tests.Commands.Support;
using NaccsCert.Module.Tests.Engine;
using NaccsCert.TestSupport;
using Xunit;

namespace NaccsCert.Module.Tests.Commands;

/// <summary>Certificates are named by their terminals, as people name them.</summary>
public sealed class TerminalTests(PowerShellSession session, Sandboxes sandboxes) : CommandTests(session, sandboxes)
{
    [Theory]
    [InlineData("Get-NaccsCertificate -Terminal $name")]
    [InlineData("Get-NaccsCertificate -Terminal $name.ToLower()")]
    [InlineData("Get-NaccsCertificate -Terminal \"$name*\", 'nowhere*'")]
    [InlineData("Get-NaccsCertificate | Get-NaccsCertificate -Terminal $name")]
    [InlineData("Test-NaccsCertificate -Terminal $name")]
    [InlineData("Update-NaccsCertificate -Terminal $name -KeyAlgorithm EcdsaP256")]
    public void A_terminal_picks_its_certificate_alone(string command)
    {
        (string name, _) = EnrollTerminal();
        EnrollTerminal();
        SessionRun run = Invoke(command, ("name", name));
        Assert.Empty(run.Errors);
        Assert.Equal(name, run.Text("Terminal"));
    }

    [Theory]
    [InlineData("Get-NaccsCertificate -Terminal nowhere, $name", 1)]
    [InlineData("Get-NaccsCertificate | Test-NaccsCertificate -Terminal nowhere, $name", 1)]
    [InlineData("Update-NaccsCertificate -Terminal nowhere", 0)]
    [InlineData("Remove-NaccsCertificate -Terminal nowhere -Confirm:$false", 0)]
    public void An_exact_terminal_that_is_not_there_is_one_error_and_the_others_are_found(string command, int count)
    {
        (string name, _) = EnrollTerminal();
        EnrollTerminal();
        SessionRun run = Invoke(command, ("name", name));
        run.Error("TerminalNotFound", ErrorCategory.ObjectNotFound, "nowhere");
        Assert.Equal(count, run.Output.Count);
    }

    [Fact]
    public void Objects_name_certificates_by_thumbprint_although_they_have_a_terminal()
    {
        (string name, string old) = EnrollTerminal();
        Invoke("Update-NaccsCertificate -KeyAlgorithm EcdsaP256").Result();
        SessionRun run = Invoke("Get-NaccsCertificate -Terminal $name -Status Superseded | Get-NaccsCertificate", ("name", name));
        Assert.Equal(old, run.Text("Thumbprint"));
    }

    [Fact]
    public void A_superseded_certificate_is_not_renewed_by_the_name_of_its_terminal()
    {
        (string name, string old) = EnrollTerminal();
        string renewed = Invoke("Update-NaccsCertificate -Terminal $name -KeyAlgorithm EcdsaP256", ("name", name)).Text("Thumbprint");
        SessionRun again = Invoke("Update-NaccsCertificate -Terminal $name -KeyAlgorithm EcdsaP256", ("name", name));
        Assert.Equal(renewed, again.Text("PreviousThumbprint"));
        Assert.NotEqual(old, renewed);
    }

    [Fact]
    public void Terminals_are_completed_each_once_with_state_and_date_in_the_list()
    {
        (string name, _) = EnrollTerminal();
        Invoke("Update-NaccsCertificate -KeyAlgorithm EcdsaP256").Result();
        SessionRun run = Invoke(
            "(TabExpansion2 $line $line.Length).CompletionMatches",
            ("line", $"Remove-NaccsCertificate -Service '{Service}' -StoreName {StoreName} -Terminal {name[..^1]}"));
        PSObject completed = run.Result();
        Assert.Equal(name, ((string)completed.Properties["CompletionText"].Value).Trim('\''));
        Assert.Matches(
            $@"^{name} \((Renewal due|更新時期)\) \d{{4}}-\d\d-\d\d \d\d:\d\d$", (string)completed.Properties["ListItemText"].Value);
    }

    [Fact]
    public void What_was_replaced_or_has_expired_is_cleaned_up_and_named()
    {
        ReadInEnglish();
        (string name, string old) = EnrollTerminal();
        string renewed = Invoke("Update-NaccsCertificate -KeyAlgorithm EcdsaP256").Text("Thumbprint");
        string expired = Seed.Expired(StoreName, "1GONE01");

        SessionRun run = Invoke("Remove-NaccsCertificate -Superseded -Confirm:$false");
        Assert.Empty(run.Errors);
        Assert.Empty(run.Output);
        Assert.Contains($"Removed: {name} ({old})", run.Verbose);
        Assert.Equal($"Certificates removed with their private keys: 1 ({name} ({old})).", $"{Assert.Single(run.Information)}");
        Assert.Equal(new[] { renewed, expired }.Order(), UserStores.Thumbprints(StoreName).Order());

        run = Invoke("Remove-NaccsCertificate -Superseded -Expired -Confirm:$false");
        Assert.Equal($"Certificates removed with their private keys: 1 (1GONE01 ({expired})).", $"{Assert.Single(run.Information)}");
        Assert.Equal([renewed], UserStores.Thumbprints(StoreName));

        run = Invoke("Remove-NaccsCertificate -Expired -Confirm:$false");
        Assert.Equal("There is nothing to remove.", $"{Assert.Single(run.Information)}");
        Assert.Empty(run.Warnings);
    }

    [Fact]
    public void Cleaning_up_asks_and_keeps_the_last_usable_certificate()
    {
        (string name, string old) = EnrollTerminal();
        string renewed = Invoke("Update-NaccsCertificate -KeyAlgorithm EcdsaP256").Text("Thumbprint");
        Session.Answer("n");
        Assert.Contains(old, Invoke("Remove-NaccsCertificate -Superseded").Shown, StringComparison.Ordinal);
        Assert.Equal(2, UserStores.Thumbprints(StoreName).Count);

        Assert.Empty(Invoke("Remove-NaccsCertificate -Terminal $name -Expired -Superseded -Confirm:$false", ("name", name)).Errors);
        Assert.Equal([renewed], UserStores.Thumbprints(StoreName));
        Invoke("Remove-NaccsCertificate -Terminal $name -Confirm:$false", ("name", name))
            .Error("LastUsableCertificate", ErrorCategory.InvalidOperation, renewed);
    }

    private (string Name, string Thumbprint) EnrollTerminal()
    {
        CodeSet codes = TakeCodes();
        return (codes.Terminal, Enroll(codes).Text("Thumbprint"));
    }
}

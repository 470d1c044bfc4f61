using System;
using System.Management.Automation;
using NaccsCert.Module.Tests.Commands.Support;
using NaccsCert.Module.Tests.Engine;
using Xunit;

namespace NaccsCert.Module.Tests.Commands;

public sealed class RemoveCertificateTests(PowerShellSession session, Sandboxes sandboxes) : CommandTests(session, sandboxes)
{
    private const string Remove = "Remove-NaccsCertificate $thumbprint -Confirm:$false ";

    [Fact]
    public void The_only_usable_certificate_of_a_terminal_goes_only_by_force()
    {
        string thumbprint = Enrolled();
        ErrorRecord error = Invoke(Remove, ("thumbprint", thumbprint))
            .Error("LastUsableCertificate", ErrorCategory.InvalidOperation, thumbprint);
        Assert.Contains("-Force", error.Remedy(), StringComparison.Ordinal);
        Assert.True(UserStores.Signs(StoreName, thumbprint));

        SessionRun forced = Invoke(Remove + "-Force", ("thumbprint", thumbprint));
        Assert.Empty(forced.Errors);
        Assert.Empty(UserStores.Thumbprints(StoreName));
        Assert.Empty(UserData.OfService(ServiceName));
    }

    [Fact]
    public void A_superseded_certificate_goes_without_force_and_its_successor_stays()
    {
        string old = Enrolled();
        string renewed = Invoke("Update-NaccsCertificate -KeyAlgorithm EcdsaP256").Text("Thumbprint");
        Assert.Empty(Invoke(Remove, ("thumbprint", old)).Errors);
        Assert.Equal([renewed], UserStores.Thumbprints(StoreName));
        Assert.True(UserStores.Signs(StoreName, renewed));
    }

    [Fact]
    public void Of_two_certificates_of_a_terminal_not_both_go_without_force()
    {
        Enrolled();
        string renewed = Invoke("Update-NaccsCertificate -KeyAlgorithm EcdsaP256").Text("Thumbprint");
        Invoke(Remove, ("thumbprint", "*")).Error("LastUsableCertificate", ErrorCategory.InvalidOperation, renewed);
        Assert.Equal([renewed], UserStores.Thumbprints(StoreName));
    }

    [Fact]
    public void The_certificate_of_another_terminal_does_not_stand_in()
    {
        string thumbprint = Enrolled();
        Enrolled();
        Invoke(Remove, ("thumbprint", thumbprint)).Error("LastUsableCertificate", ErrorCategory.InvalidOperation, thumbprint);
    }

    [Fact]
    public void What_is_not_usable_goes_without_force()
    {
        Seed.Expired(StoreName, "1GONE01");
        Seed.WithoutKey(StoreName, "1GONE02");
        Assert.Empty(Invoke(Remove, ("thumbprint", "*")).Errors);
        Assert.Empty(UserStores.Thumbprints(StoreName));
    }

    [Fact]
    public void Removal_asks_first_and_even_force_does_not_keep_it_from_asking()
    {
        ReadInEnglish();
        string thumbprint = Enrolled();
        Session.Answer("n");
        SessionRun kept = Invoke("Get-NaccsCertificate | Remove-NaccsCertificate -Force");
        Assert.Contains("Remove the certificate and its private key", kept.Shown, StringComparison.Ordinal);
        Assert.Contains(thumbprint, kept.Shown, StringComparison.Ordinal);
        Assert.True(UserStores.Signs(StoreName, thumbprint));

        Session.Answer("y");
        Assert.Empty(Invoke("Get-NaccsCertificate | Remove-NaccsCertificate -Force").Errors);
        Assert.Empty(UserStores.Thumbprints(StoreName));
    }

    [Fact]
    public void Under_WhatIf_nothing_is_removed()
    {
        string thumbprint = Enrolled();
        Assert.Empty(Invoke(Remove + "-Force -WhatIf", ("thumbprint", thumbprint)).Errors);
        Assert.True(UserStores.Signs(StoreName, thumbprint));
    }

    [Fact]
    public void Certificates_of_others_are_not_found()
    {
        Seed.SelfSigned(StoreName, "CN=Somebody else");
        string other = Assert.Single(UserStores.Thumbprints(StoreName));
        Invoke(Remove + "-Force", ("thumbprint", other)).Error("CertificateNotFound", ErrorCategory.ObjectNotFound, other);
        Assert.Equal([other], UserStores.Thumbprints(StoreName));
    }
}

using System;
using System.Linq;
using System.Management.Automation;
using NaccsCert.Module.Tests.Commands.Support;
using NaccsCert.Module.Tests.Engine;
using NaccsCert.TestSupport;
using Xunit;

namespace NaccsCert.Module.Tests.Commands;

/// <summary>The commands with a definition that names SCEP: it is all that tells them apart.</summary>
public sealed class ScepTests(PowerShellSession session, Sandboxes sandboxes) : CommandTests(session, sandboxes, SandboxKind.Scep)
{
    private const string Request = "Request-NaccsCertificate $codes.Code1 $codes.Code2 $codes.Code3 ";

    [Fact]
    public void A_rehearsal_uses_no_code_a_request_uses_them_and_its_certificate_is_renewed_and_passes_all_checks()
    {
        CodeSet codes = TakeCodes();
        SessionRun rehearsed = Invoke(Request + "-WhatIf", ("codes", codes));
        Assert.Empty(rehearsed.Errors);
        Assert.Empty(rehearsed.Output);

        PSObject enrolled = Invoke(Request, ("codes", codes)).Result();
        Assert.Equal(
            ["Enrolled", codes.Terminal, "Used"],
            ((string[])["Status", "Terminal", "CodeUse"]).Select(property => enrolled.Properties[property].Value.ToString()));

        PSObject renewed = Invoke("Get-NaccsCertificate | Update-NaccsCertificate").Result();
        Assert.Equal("Renewed", renewed.Properties["Status"].Value.ToString());
        Assert.Equal(enrolled.Properties["Thumbprint"].Value, renewed.Properties["PreviousThumbprint"].Value);
        Assert.Equal(["RenewalDue", "Superseded"], Invoke("Get-NaccsCertificate -IncludeArchived").Texts("Status"));
        Assert.Empty(Invoke("Get-NaccsEnrollment").Output);
        Assert.Equal(
            ["Passed"],
            Invoke("(Test-NaccsCertificate $new).Checks | Where-Object Name -in Chain, Key, Origin", ("new", renewed.Properties["Thumbprint"].Value))
                .Texts("Status").Distinct());
    }

    [Fact]
    public void Codes_that_are_refused_are_told_as_not_used_with_the_words_of_the_service()
    {
        ErrorRecord error = Invoke(Request, ("codes", WrongCodes())).Error("RequestRejected", ErrorCategory.ProtocolError, "127.0.0.1");
        Assert.Equal("NotUsed", PSObject.AsPSObject(error.Exception).Properties["CodeUse"].Value.ToString());
        Assert.Contains("these codes are not known", error.Exception.Message, StringComparison.Ordinal);
        Assert.Empty(Invoke("Get-NaccsEnrollment").Output);
    }

    [Fact]
    public void A_key_on_a_curve_is_refused_before_any_code_is_sent()
    {
        CodeSet codes = TakeCodes();
        Assert.Equal(["KeyUnsuitable"], Enroll(codes).ErrorIds);
        Assert.Empty(Invoke("Get-NaccsEnrollment").Output);
        Assert.Equal("Enrolled", Invoke(Request, ("codes", codes)).Text("Status"));
    }
}

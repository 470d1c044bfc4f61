using System;
using System.Management.Automation;
using NaccsCert.Module.Tests.Commands.Support;
using NaccsCert.Module.Tests.Engine;
using NaccsCert.TestSupport;
using Xunit;

namespace NaccsCert.Module.Tests.Commands;

public sealed class GetCertificateTests(PowerShellSession session, Sandboxes sandboxes) : CommandTests(session, sandboxes)
{
    [Fact]
    public void A_certificate_is_shown_with_all_that_is_known_of_it()
    {
        ReadInEnglish();
        CodeSet codes = TakeCodes();
        PSObject enrolled = Enroll(codes).Result();
        PSObject shown = Invoke("Get-NaccsCertificate").Result();
        Assert.Equal("RenewalDue", shown.Properties["Status"].Value.ToString());
        Assert.StartsWith("Renew it now. It expires on ", (string)shown.Properties["Reason"].Value, StringComparison.Ordinal);
        Assert.Equal(codes.Terminal, shown.Properties["Terminal"].Value);
        Assert.Equal($"CN={codes.Terminal}", ((string)shown.Properties["Subject"].Value).Split(',')[0]);
        Assert.Equal("NACCS Client CA", shown.Properties["Issuer"].Value);
        Assert.Matches("^[0-9A-F]+$", (string)shown.Properties["SerialNumber"].Value);
        Assert.Equal(19, shown.Properties["DaysLeft"].Value);
        Assert.Equal("ECDSA P-256", shown.Properties["KeyAlgorithm"].Value);
        Assert.NotEqual(string.Empty, shown.Properties["KeyProvider"].Value);
        Assert.Equal(ServiceName, shown.Properties["Service"].Value);
        Assert.Equal(StoreName, shown.Properties["StoreName"].Value);
        Assert.All(
            ["Thumbprint", "NotBefore", "NotAfter", "RenewalOpens"],
            property => Assert.Equal(enrolled.Properties[property].Value, shown.Properties[property].Value));
    }

    [Fact]
    public void An_empty_store_gives_nothing_and_no_error()
    {
        SessionRun run = Invoke("Get-NaccsCertificate; Get-NaccsCertificate -Thumbprint *");
        Assert.Empty(run.Output);
        Assert.Empty(run.Errors);
    }

    [Fact]
    public void Thumbprints_pick_exactly_or_by_wildcard_without_regard_to_case()
    {
        string first = Enrolled();
        string second = Enrolled();
        Assert.Equal([first], Invoke("Get-NaccsCertificate $t.ToLower()", ("t", first)).Texts("Thumbprint"));
        Assert.Equal([second], Invoke("Get-NaccsCertificate -Thumbprint \"$t*\"", ("t", second[..12])).Texts("Thumbprint"));
        Assert.Equal(2, Invoke("Get-NaccsCertificate $a, $b, *", ("a", first), ("b", second)).Output.Count);
    }

    [Fact]
    public void A_thumbprint_that_is_not_there_is_an_error_and_the_others_are_shown()
    {
        string thumbprint = Enrolled();
        string missing = new('0', 40);
        SessionRun run = Invoke("$missing, $t | Get-NaccsCertificate", ("missing", missing), ("t", thumbprint));
        run.Error("CertificateNotFound", ErrorCategory.ObjectNotFound, missing);
        Assert.Equal([thumbprint], run.Texts("Thumbprint"));
        Assert.Empty(Invoke("Get-NaccsCertificate XYZ*").Errors);
    }

    [Theory]
    [InlineData("RenewalDue", 1)]
    [InlineData("Valid, RenewalDue", 1)]
    [InlineData("Valid, Expired, Superseded", 0)]
    public void A_status_filters(string status, int count)
    {
        Enrolled();
        Assert.Equal(count, Invoke($"Get-NaccsCertificate -Status {status}").Output.Count);
    }

    [Theory]
    [InlineData("28", 1)]
    [InlineData("20.5", 1)]
    [InlineData("20d", 1)]
    [InlineData("([uint16]20)", 1)]
    [InlineData("'28'", 1)]
    [InlineData("'P28D'", 1)]
    [InlineData("([timespan]::FromDays(28))", 1)]
    [InlineData("'28.00:00:00'", 1)]
    [InlineData("5", 0)]
    [InlineData("'P5DT12H'", 0)]
    [InlineData("'05:00:00'", 0)]
    public void A_time_to_the_end_can_be_written_in_many_ways(string within, int count)
    {
        Enrolled();
        SessionRun run = Invoke($"Get-NaccsCertificate -ExpiringWithin {within}");
        Assert.Empty(run.Errors);
        Assert.Equal(count, run.Output.Count);
    }

    [Fact]
    public void A_time_that_is_none_is_refused() =>
        Assert.Equal(["ParameterArgumentTransformationError"], Invoke("Get-NaccsCertificate -ExpiringWithin soon").ErrorIds);

    [Fact]
    public void Objects_name_certificates_by_their_properties()
    {
        string thumbprint = Enrolled();
        Assert.Equal(thumbprint, Invoke("Get-NaccsCertificate | Get-NaccsCertificate").Text("Thumbprint"));
        Assert.Equal(
            thumbprint,
            Invoke(
                """
                $PSDefaultParameterValues.Remove('*-Naccs*:StoreName')
                [pscustomobject]@{ Thumbprint = $t; StoreName = $store } | Get-NaccsCertificate
                """,
                ("t", thumbprint)).Text("Thumbprint"));
    }

    [Fact]
    public void What_a_request_gives_names_its_certificate()
    {
        SessionRun run = Invoke(
            "Request-NaccsCertificate $codes.Code1 $codes.Code2 $codes.Code3 -KeyAlgorithm EcdsaP256 | Get-NaccsCertificate",
            ("codes", TakeCodes()));
        Assert.Equal("RenewalDue", run.Text("Status"));
    }

    [Fact]
    public void Certificates_of_others_are_left_out()
    {
        Seed.SelfSigned(StoreName, "CN=Somebody else");
        Assert.Equal(Enrolled(), Invoke("Get-NaccsCertificate").Text("Thumbprint"));
    }
}

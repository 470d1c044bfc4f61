using System;
using System.Management.Automation;
using System.Threading.Tasks;
using NaccsCert.Module.Tests.Commands.Support;
using NaccsCert.Module.Tests.Engine;
using NaccsCert.TestSupport;
using Xunit;

namespace NaccsCert.Module.Tests.Commands;

public sealed class WhatIfTests(PowerShellSession session, Sandboxes sandboxes) : CommandTests(session, sandboxes)
{
    [Fact]
    public void A_request_says_what_it_would_do_and_changes_nothing()
    {
        ReadInEnglish();
        CodeSet codes = TakeCodes();
        SessionRun run = Enroll(codes, "-WhatIf");
        Assert.Empty(run.Errors);
        Assert.Empty(run.Output);
        Assert.Contains("What if: Performing the operation \"Enroll a certificate", run.Shown, StringComparison.Ordinal);
        Assert.Contains("127.0.0.1 is available and accepts a request with a key of type EcdsaP256.", run.Shown, StringComparison.Ordinal);
        Assert.Empty(Invoke("Get-NaccsCertificate; Get-NaccsEnrollment").Output);
        Enroll(codes).Result();
    }

    [Fact]
    public void A_request_tells_under_WhatIf_that_the_service_cannot_be_asked()
    {
        Redefine(json => json["enrollment"]!["url"] = new Uri(Sandbox.Url, "/.well-known/est/nowhere").AbsoluteUri);
        Assert.Equal(["UnexpectedResponse"], Enroll(TakeCodes(), "-WhatIf").ErrorIds);
    }

    [Fact]
    public async Task A_demand_that_cannot_be_met_is_told_under_WhatIf_and_before_codes_are_sent()
    {
        await using SandboxProcess linking = await SandboxProcess.StartAsync(
            new SandboxOptions { Behavior = ["--challenge-password", "Link"] }, TestContext.Current.CancellationToken);
        DefinitionFile.Write(linking, Service, ServiceName);
        Assert.Equal(["LinkingRequired"], Enroll(TakeCodes(), "-WhatIf").ErrorIds);
        SessionRun run = Enroll(TakeCodes());
        run.Error("LinkingRequired", ErrorCategory.ProtocolError, "127.0.0.1");
        Assert.Equal(["GET cacerts: 200", "GET csrattrs: 200"], Exchanges.In(run));
        Assert.Empty(Invoke("Get-NaccsEnrollment").Output);
    }

    [Fact]
    public async Task CSR_attributes_that_cannot_be_read_are_a_warning_that_names_the_host()
    {
        await using SandboxProcess spoilt = await SandboxProcess.StartAsync(
            new SandboxOptions { Validity = "P20D", Behavior = ["--csr-attributes", "Nul"] }, TestContext.Current.CancellationToken);
        DefinitionFile.Write(spoilt, Service, ServiceName);

        // With -Debug alone, PowerShell would ask at each warning.
        const string Continue = " -WarningAction Continue";
        Assert.Contains("127.0.0.1", Assert.Single(Enroll(TakeCodes(), "-WhatIf" + Continue).Warnings), StringComparison.Ordinal);
        SessionRun run = Enroll(spoilt.Codes[0], Continue);
        Assert.Equal("Enrolled", run.Text("Status"));
        Assert.Contains("127.0.0.1", Assert.Single(run.Warnings), StringComparison.Ordinal);
        Assert.Contains("127.0.0.1", Assert.Single(Invoke("Update-NaccsCertificate" + Continue).Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void A_renewal_says_what_it_would_do_and_changes_nothing()
    {
        ReadInEnglish();
        string thumbprint = Enrolled();
        SessionRun run = Invoke("Update-NaccsCertificate -WhatIf");
        Assert.Empty(run.Errors);
        Assert.Empty(run.Output);
        Assert.Contains($"What if: Performing the operation \"Renew the certificate", run.Shown, StringComparison.Ordinal);
        Assert.Contains($"({thumbprint})\".", run.Shown, StringComparison.Ordinal);
        Assert.Equal("RenewalDue", Invoke("Get-NaccsCertificate").Text("Status"));
        Assert.Empty(Invoke("Get-NaccsEnrollment").Output);
    }

    [Fact]
    public void Nothing_is_requested_where_the_user_says_no()
    {
        ReadInEnglish();
        CodeSet codes = TakeCodes();
        Session.Answer("n");
        SessionRun run = Enroll(codes, "-Confirm");
        Assert.Empty(run.Output);
        Assert.Empty(Exchanges.In(run));
        Assert.Contains("Perform the operation \"Enroll a certificate", run.Shown, StringComparison.Ordinal);
        Session.Answer("y");
        Enroll(codes, "-Confirm").Result();
    }

    [Theory]
    [InlineData("Request-NaccsCertificate")]
    [InlineData("Update-NaccsCertificate")]
    [InlineData("Import-NaccsCertificate")]
    [InlineData("Remove-NaccsCertificate")]
    [InlineData("Restore-NaccsCertificate")]
    [InlineData("Install-NaccsRootCA")]
    [InlineData("Resume-NaccsEnrollment")]
    [InlineData("Remove-NaccsEnrollment")]
    public void Every_command_that_changes_something_has_WhatIf_and_Confirm(string command)
    {
        SessionRun run = Invoke("(Get-Command $command).Parameters.Keys", ("command", command));
        Assert.Contains("WhatIf", run.Output);
        Assert.Contains("Confirm", run.Output);
        Assert.Contains("Service", run.Output);
    }
}

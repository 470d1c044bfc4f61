using System.Linq;
using System.Management.Automation;
using NaccsCert.Module.Tests.Commands.Support;
using NaccsCert.Module.Tests.Engine;
using NaccsCert.TestSupport;
using Xunit;

namespace NaccsCert.Module.Tests.Commands;

public sealed class RequestPipelineTests(PowerShellSession session, Sandboxes sandboxes) : CommandTests(session, sandboxes)
{
    // What Import-Csv yields, which the engine alone does not have.
    private const string FromCsv = """
        $sets | ForEach-Object { [pscustomobject]@{ Terminal = $_.Terminal; AuthCode1 = $_.Code1; AuthCode2 = $_.Code2; AuthCode3 = $_.Code3 } } |
            Request-NaccsCertificate -KeyAlgorithm EcdsaP256
        """;

    [Fact]
    public void Rows_of_codes_become_certificates_and_a_wrong_row_becomes_an_error()
    {
        CodeSet[] sets = [TakeCodes(), WrongCodes(), TakeCodes()];
        SessionRun run = Invoke(FromCsv, ("sets", sets));
        Assert.Equal(["Enrolled", "Enrolled"], run.Texts("Status"));
        Assert.Equal([sets[0].Terminal, sets[2].Terminal], run.Texts("Terminal"));
        run.Error("CodesRefused", ErrorCategory.AuthenticationError, "127.0.0.1");
        Assert.Equal(run.Texts("Thumbprint").Order(), Invoke("Get-NaccsCertificate").Texts("Thumbprint").Order());
    }

    [Fact]
    public void A_refusal_leaves_nothing_unfinished()
    {
        SessionRun run = Enroll(WrongCodes());
        run.Error("CodesRefused", ErrorCategory.AuthenticationError, "127.0.0.1");
        Assert.Equal("POST simpleenroll: 401", Exchanges.In(run)[^1]);
        Assert.Empty(Invoke("Get-NaccsEnrollment").Output);
    }

    [Fact]
    public void Codes_that_gave_a_certificate_give_no_other()
    {
        CodeSet codes = TakeCodes();
        Enroll(codes).Result();
        SessionRun run = Enroll(codes, "-Force");
        ErrorRecord error = run.Error("CodesRefused", ErrorCategory.AuthenticationError, "127.0.0.1");
        Assert.Contains("these codes have been used", error.ToString(), System.StringComparison.Ordinal);
    }

    [Fact]
    public void The_store_can_differ_from_row_to_row()
    {
        CodeSet[] sets = [TakeCodes(), TakeCodes()];
        SessionRun run = Invoke(
            """
            $PSDefaultParameterValues.Remove('*-Naccs*:StoreName')
            0, 1 | ForEach-Object { [pscustomobject]@{ StoreName = "$store-$_"; AuthCode1 = $sets[$_].Code1; AuthCode2 = $sets[$_].Code2; AuthCode3 = $sets[$_].Code3 } } |
                Request-NaccsCertificate -KeyAlgorithm EcdsaP256
            """,
            ("sets", sets));
        Assert.Empty(run.Errors);
        Assert.Equal(sets.Select(set => set.Terminal), Invoke("0, 1 | ForEach-Object { Get-NaccsCertificate -StoreName \"$store-$_\" }").Texts("Terminal"));
    }
}

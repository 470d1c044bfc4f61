using System;
using System.Linq;
using System.Management.Automation;
using NaccsCert.Module.Tests.Commands.Support;
using NaccsCert.Module.Tests.Engine;
using NaccsCert.TestSupport;
using Xunit;

namespace NaccsCert.Module.Tests.Commands;

public sealed class RequestTests(PowerShellSession session, Sandboxes sandboxes) : CommandTests(session, sandboxes)
{
    [Fact]
    public void Three_codes_become_a_certificate_and_the_result_says_all_about_it()
    {
        ReadInEnglish();
        CodeSet codes = TakeCodes();
        PSObject result = Invoke("Request-NaccsCertificate $codes.Code1 $codes.Code2 $codes.Code3", ("codes", codes)).Result();
        Assert.Equal("Enrolled", result.Properties["Status"].Value.ToString());
        Assert.Equal(codes.Terminal, result.Properties["Terminal"].Value);
        Assert.Equal(ServiceName, result.Properties["Service"].Value);
        Assert.Equal(true, result.Properties["Changed"].Value);
        Assert.Matches("^[0-9A-F]{40}$", (string)result.Properties["Thumbprint"].Value);
        Assert.Contains("is installed and tested", (string)result.Properties["Reason"].Value, StringComparison.Ordinal);
        Assert.Equal(result.Properties["RenewalOpens"].Value, result.Properties["NextAttempt"].Value);
        Assert.Contains(result.Properties["RootCA"].Value.ToString(), new[] { "Installed", "AlreadyTrusted" });

        PSObject stored = Invoke("Get-NaccsCertificate").Result();
        Assert.Equal(result.Properties["Thumbprint"].Value, stored.Properties["Thumbprint"].Value);
        Assert.Equal("RSA 2048", stored.Properties["KeyAlgorithm"].Value);
    }

    [Fact]
    public void Without_a_store_name_it_lies_in_the_personal_store()
    {
        Invoke(
            """
            $PSDefaultParameterValues.Remove('*-Naccs*:StoreName')
            Request-NaccsCertificate $codes.Code1 $codes.Code2 $codes.Code3 -KeyAlgorithm EcdsaP256
            """,
            ("codes", TakeCodes())).Result();
        string thumbprint = Invoke("Get-NaccsCertificate -StoreName My").Text("Thumbprint");
        Assert.NotEmpty(thumbprint);
        Assert.Empty(Invoke("Get-NaccsCertificate").Output);
    }

    [Theory]
    [InlineData("Rsa3072", "RSA 3072")]
    [InlineData("EcdsaP384", "ECDSA")]
    public void The_kind_of_key_can_be_chosen(string wanted, string shown)
    {
        Invoke(
            "Request-NaccsCertificate $codes.Code1 $codes.Code2 $codes.Code3 -KeyAlgorithm $wanted",
            ("codes", TakeCodes()),
            ("wanted", wanted)).Result();
        Assert.StartsWith(shown, Invoke("Get-NaccsCertificate").Text("KeyAlgorithm"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_root_can_be_left_out()
    {
        Assert.Null(Enroll(TakeCodes(), "-SkipRootCA").Result().Properties["RootCA"].Value);
    }

    [Fact]
    public void An_unknown_key_storage_provider_is_an_error_that_costs_no_code()
    {
        CodeSet codes = TakeCodes();
        Enroll(codes, "-KeyStorageProvider Nowhere").Error("KeyCreationFailed", ErrorCategory.WriteError, "Nowhere");
        Enroll(codes).Result();
    }

    [Fact]
    public void Debug_messages_tell_each_exchange() => Assert.Equal(
        ["GET cacerts: 200", "GET csrattrs: 200", "POST simpleenroll: 401", "POST simpleenroll: 200"],
        Exchanges.In(Enroll(TakeCodes())));

    [Fact]
    public void Progress_goes_up_and_ends()
    {
        ReadInEnglish();
        SessionRun run = Enroll(TakeCodes());
        Assert.All(run.Progress, record => Assert.Equal("Enrolling a certificate", record.Activity));
        Assert.Equal(Enumerable.Repeat(ProgressRecordType.Processing, 6).Append(ProgressRecordType.Completed), run.Progress.Select(record => record.RecordType));
        ProgressRecord[] steps = [.. run.Progress.SkipLast(1)];
        Assert.Equal(steps, steps.OrderBy(record => record.PercentComplete));
        Assert.Equal(6, steps.Select(record => record.StatusDescription).Distinct().Count());
    }
}

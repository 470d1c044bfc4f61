using System.Management.Automation;
using NaccsCert.Module.Tests.Commands.Support;
using NaccsCert.Module.Tests.Engine;
using NaccsCert.TestSupport;
using Xunit;
using Xunit.Sdk;

namespace NaccsCert.Module.Tests.Commands;

/// <summary>Every test of commands looks for codes in all streams; these show that it would find them.</summary>
public sealed class SecrecyTests(PowerShellSession session, Sandboxes sandboxes) : CommandTests(session, sandboxes)
{
    [Theory]
    [InlineData("$codes.Code1")]
    [InlineData("[pscustomobject]@{ Inner = @($codes.Code2.ToLower()) }")]
    [InlineData("throw [System.ArgumentException]::new('outer', [System.ArgumentException]::new($codes.Code3))")]
    [InlineData("Get-NaccsCertificate -Thumbprint $codes.Code1")]
    [InlineData("$Host.UI.WriteLine($codes.Code1)")]
    [InlineData("[System.Convert]::ToBase64String([char[]] ($codes.Code1 + ':' + $codes.Code2 + $codes.Code3))")]
    public void A_code_in_any_stream_is_found(string script)
    {
        CodeSet codes = TakeCodes();
        Assert.ThrowsAny<XunitException>(() => Invoke(script, ("codes", codes)));
    }

    [Fact]
    public void Records_of_verbose_debug_progress_and_information_are_looked_at()
    {
        SessionRun silent = Invoke("'nothing'");
        SessionRun[] loud =
        [
            silent with { Verbose = ["MARK"] },
            silent with { Debug = ["MARK"] },
            silent with { Warnings = ["MARK"] },
            silent with { Information = [new InformationRecord("MARK", "test")] },
            silent with { Progress = [new ProgressRecord(1, "activity", "MARK")] },
        ];
        CodeSet marked = new("-", "MARK", "-none-", "-none-");
        Assert.All(loud, run => Assert.ThrowsAny<XunitException>(() => Streams.HoldNoCode(run, [marked])));
        Streams.HoldNoCode(silent, [marked]);
    }
}

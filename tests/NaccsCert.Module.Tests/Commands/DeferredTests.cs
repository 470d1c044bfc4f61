using System;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Module.Tests.Commands.Support;
using NaccsCert.Module.Tests.Engine;
using NaccsCert.TestSupport;
using Xunit;

namespace NaccsCert.Module.Tests.Commands;

/// <summary>The service answers a first enrollment hours later.</summary>
public sealed class DeferredTests(PowerShellSession session, Sandboxes sandboxes)
    : CommandTests(session, sandboxes, SandboxKind.Deferring)
{
    [Fact]
    public void A_wait_that_would_take_too_long_is_not_begun() =>
        Assert.Equal("Pending", Enroll(TakeCodes(), "-Wait -TimeoutSec 1").Text("Status"));

    [Fact]
    public void Before_its_time_the_same_command_asks_nothing_and_says_when()
    {
        CodeSet codes = TakeCodes();
        SessionRun first = Enroll(codes);
        SessionRun again = Enroll(codes);
        Assert.Equal("Pending", again.Text("Status"));
        Assert.Equal(first.Text("EnrollmentId"), again.Text("EnrollmentId"));
        Assert.Equal(first.Text("NextAttempt"), again.Text("NextAttempt"));
        Assert.Empty(Exchanges.In(again));
    }

    [Fact]
    public void Under_WhatIf_nothing_is_resumed()
    {
        ReadInEnglish();
        string id = Enroll(TakeCodes()).Text("EnrollmentId");
        SessionRun run = Invoke("Resume-NaccsEnrollment $id -WhatIf", ("id", id));
        Assert.Empty(run.Output);
        Assert.Empty(Exchanges.In(run));
        Assert.Contains($"What if: Performing the operation \"Resume the enrollment\" on target \"{id}\".", run.Shown, StringComparison.Ordinal);
        Assert.Equal(id, Invoke("Get-NaccsEnrollment").Text("EnrollmentId"));
    }

    [Fact]
    public void Resuming_before_its_time_asks_nothing_and_says_when()
    {
        CodeSet codes = TakeCodes();
        SessionRun first = Enroll(codes);
        Session.Answer(codes.Code1, codes.Code2, codes.Code3);
        SessionRun again = Invoke("Get-NaccsEnrollment | Resume-NaccsEnrollment");
        Assert.Equal("Pending", again.Text("Status"));
        Assert.Equal(first.Text("NextAttempt"), again.Text("NextAttempt"));
        Assert.Empty(Exchanges.In(again));
    }

    [Fact]
    public async Task Ctrl_C_ends_a_wait()
    {
        ReadInEnglish();
        using var stop = new CancellationTokenSource();
        SessionRun run = await InvokeAsync(
            """
            Request-NaccsCertificate $codes.Code1 $codes.Code2 $codes.Code3 -KeyAlgorithm EcdsaP256 -Wait -TimeoutSec 36000 4>&1 |
                ForEach-Object { if ("$_" -like 'The request was sent*') { $stop.Invoke() } }
            """,
            stop.Token,
            ("codes", TakeCodes()),
            ("stop", new Action(stop.Cancel)));
        Assert.True(run.Stopped);
        Assert.Empty(run.Errors);
        Assert.Equal(
            ["It is not known whether the authentication codes have been used. Run the same command again with the same codes."], run.Warned);
        Assert.Equal("Pending", Invoke("Get-NaccsEnrollment").Text("Status"));
    }
}

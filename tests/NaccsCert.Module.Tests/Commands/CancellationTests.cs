using System;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Module.Tests.Commands.Support;
using NaccsCert.Module.Tests.Engine;
using NaccsCert.TestSupport;
using NaccsCert.TestSupport.Relays;
using Xunit;

namespace NaccsCert.Module.Tests.Commands;

public sealed class CancellationTests(PowerShellSession session, Sandboxes sandboxes) : CommandTests(session, sandboxes)
{
    // Less than the commands' own deadline for an exchange, so that only Ctrl+C can have ended them.
    private static readonly TimeSpan Promptly = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Ctrl_C_ends_a_request_that_waits_for_its_answer_and_the_same_codes_complete_it()
    {
        ReadInEnglish();
        var gate = new ResponseGate(closesAt: () => UserData.HasEntryWith(ServiceName, "submitted"));
        await using var relay = new Relay(Sandbox.Url, () => gate);
        Redefine(DefinitionFile.AtPort(relay.Port));
        CodeSet codes = TakeCodes();
        SessionRun stopped = await StopAtReachAsync(
            gate,
            "Request-NaccsCertificate $codes.Code1 $codes.Code2 $codes.Code3 -KeyAlgorithm EcdsaP256; 'never'",
            ("codes", codes));
        Assert.True(stopped.Stopped);
        Assert.Empty(stopped.Errors);
        Assert.Empty(stopped.Output);
        SessionRun unfinished = Invoke("Get-NaccsEnrollment");
        Assert.Equal("Submitted", unfinished.Text("Status"));

        // What waits for its answer is the request without codes, to which the service answers with a challenge.
        Assert.Contains("The authentication codes have not been used.", unfinished.Text("Reason"), StringComparison.Ordinal);
        Assert.Equal(["The authentication codes have not been used."], stopped.Warned);

        gate.Open();
        Assert.Equal(unfinished.Text("EnrollmentId"), Enroll(codes).Text("EnrollmentId"));
        Assert.Empty(Invoke("Get-NaccsEnrollment").Output);
    }

    [Fact]
    public async Task Ctrl_C_before_anything_was_sent_leaves_nothing()
    {
        var gate = new ResponseGate();
        await using var relay = new Relay(Sandbox.Url, () => gate);
        gate.Close();
        Redefine(DefinitionFile.AtPort(relay.Port));
        SessionRun stopped = await StopAtReachAsync(gate, "Request-NaccsCertificate a b c; 'never'");
        Assert.True(stopped.Stopped);
        Assert.Empty(stopped.Errors);
        Assert.Empty(stopped.Output);
        Assert.Empty(Invoke("Get-NaccsEnrollment; Get-NaccsCertificate").Output);
    }

    [Fact]
    public async Task Ctrl_C_ends_a_test_of_hosts()
    {
        var gate = new ResponseGate();
        await using var relay = new Relay(Sandbox.Url, () => gate);
        gate.Close();
        Redefine(DefinitionFile.AtPort(relay.Port));
        SessionRun stopped = await StopAtReachAsync(gate, "Test-NaccsConnectivity; 'never'");
        Assert.True(stopped.Stopped);
        Assert.Empty(stopped.Errors);
        Assert.Empty(stopped.Output);
    }

    private async Task<SessionRun> StopAtReachAsync(
        ResponseGate gate, string script, params (string Name, object? Value)[] variables)
    {
        using var stop = new CancellationTokenSource();
        Task<SessionRun> running = InvokeAsync(script, stop.Token, variables);
        await Task.WhenAny(gate.Reached, running);
        await stop.CancelAsync();
        return await running.WaitAsync(Promptly, TestContext.Current.CancellationToken);
    }
}

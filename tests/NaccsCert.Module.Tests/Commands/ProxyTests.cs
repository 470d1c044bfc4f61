using System;
using System.Management.Automation;
using System.Threading.Tasks;
using NaccsCert.Module.Tests.Commands.Support;
using NaccsCert.Module.Tests.Engine;
using NaccsCert.TestSupport;
using NaccsCert.TestSupport.Proxies;
using Xunit;

namespace NaccsCert.Module.Tests.Commands;

/// <summary>Signing in to a proxy, from the parameters or at a prompt.</summary>
public sealed class ProxyTests(PowerShellSession session, Sandboxes sandboxes) : CommandTests(session, sandboxes)
{
    private const string Through =
        "Request-NaccsCertificate $codes.Code1 $codes.Code2 $codes.Code3 -KeyAlgorithm EcdsaP256 -MaximumRetryCount 0 -Proxy $proxy ";

    private const string MakeCredential =
        "$secure = [securestring]::new(); 'right'.ToCharArray() | ForEach-Object { $secure.AppendChar($_) }\n"
        + "$credential = [pscredential]::new('taro', $secure)\n";

    private readonly FakeProxy _proxy = FakeProxy.ForUser("taro", "right");

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        await _proxy.DisposeAsync();
        await base.DisposeAsync();
    }

    [Fact]
    public void With_the_credentials_given_one_tunnel_carries_the_whole_enrollment()
    {
        ReadInEnglish();
        SessionRun run = Run(MakeCredential + Through + "-ProxyCredential $credential -ProxyAuthentication Basic");
        Assert.Equal("Enrolled", run.Text("Status"));
        Assert.Contains(run.Verbose, line => line.StartsWith("The proxy 127.0.0.1:", StringComparison.Ordinal));
        Assert.Equal((1, 0), (_proxy.Tunnels, _proxy.Refusals));
    }

    [Fact]
    public void Where_somebody_sits_the_credentials_are_asked_for_once_and_kept()
    {
        ReadInEnglish();
        Session.Answer("taro", "right");
        SessionRun run = Run(Through + "-ProxyAuthentication Basic");
        Assert.Empty(run.Errors);
        Assert.Equal("Enrolled", run.Text("Status"));
        Assert.Contains("Sign in to the proxy", run.Shown, StringComparison.Ordinal);
        Assert.Equal((1, 0), (_proxy.Tunnels, _proxy.Refusals));
    }

    [Fact]
    public async Task Where_nobody_reads_on_there_is_no_question_and_the_command_ends()
    {
        Session.Answer("taro", "right");
        Task<SessionRun> running = InvokeAsync(
            Through + "-ProxyAuthentication Basic 4>&1 5>&1 | ForEach-Object { if (\"$_\" -like 'GET *') { throw 'not read' } }",
            TestContext.Current.CancellationToken,
            ("codes", TakeCodes()),
            ("proxy", _proxy.Address));
        SessionRun run = await running.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        Assert.Equal("not read", Assert.Single(run.Errors).ToString());
        Assert.Equal(0, _proxy.Tunnels);
    }

    [Fact]
    public void A_wrong_password_can_be_typed_again()
    {
        Session.Answer("taro", "wrong", "taro", "right");
        Assert.Equal("Enrolled", Run(Through + "-ProxyAuthentication Basic").Text("Status"));
        Assert.Equal((1, 1), (_proxy.Tunnels, _proxy.Refusals));
    }

    [Fact]
    public void What_the_proxy_has_accepted_is_remembered_until_it_is_refused()
    {
        ReadInEnglish();
        Session.Answer("taro", "right");
        Assert.Equal("Enrolled", Run(Through + "-ProxyAuthentication Basic").Text("Status"));

        // Whoever says which credentials to use has the last word.
        Run(MakeCredential.Replace("right", "wrong", StringComparison.Ordinal) + Through + "-ProxyAuthentication Basic -NonInteractive -ProxyCredential $credential")
            .Error("ProxyCredentialRefused", ErrorCategory.AuthenticationError, "127.0.0.1");
        SessionRun again = Run(Through + "-ProxyAuthentication Basic -NonInteractive");
        Assert.Equal("Enrolled", again.Text("Status"));
        Assert.Empty(again.Shown);
    }

    [Fact]
    public void Three_wrong_passwords_end_it()
    {
        Session.Answer("taro", "wrong", "taro", "wrong", "taro", "wrong", "taro", "right");
        ErrorRecord error = Run(Through + "-ProxyAuthentication Basic")
            .Error("ProxyCredentialRefused", ErrorCategory.AuthenticationError, "127.0.0.1");
        Assert.Contains("Basic", error.ToString(), StringComparison.Ordinal);
        Assert.Equal((0, 3), (_proxy.Tunnels, _proxy.Refusals));
    }

    [Fact]
    public void A_password_is_not_shown_to_the_network_unless_that_is_allowed()
    {
        SessionRun run = Run(MakeCredential + Through + "-ProxyCredential $credential -WarningAction Continue");
        run.Error("ProxyBasicNotAllowed", ErrorCategory.SecurityError, "127.0.0.1");
        Assert.Contains(run.Warnings, warning => warning.Contains("-ProxyAuthentication Basic", StringComparison.Ordinal));
        Assert.Equal((0, 0), (_proxy.Tunnels, _proxy.Refusals));
    }

    [Fact]
    public void The_definition_can_allow_it_for_everybody()
    {
        Redefine(json => json["network"] = new System.Text.Json.Nodes.JsonObject
        {
            ["proxy"] = _proxy.Address.AbsoluteUri,
            ["proxyAuthentication"] = "basic",
        });
        string thumbprint = Run(MakeCredential + Through.Replace("-Proxy $proxy", string.Empty, StringComparison.Ordinal) + "-ProxyCredential $credential").Text("Thumbprint");
        Assert.NotEmpty(thumbprint);
        Assert.Equal("Renewed", Run(MakeCredential + "Update-NaccsCertificate -ProxyCredential $credential").Text("Status"));

        // The renewal has two: on the first the server is accepted, on the second it is shown the certificate.
        Assert.Equal((3, 0), (_proxy.Tunnels, _proxy.Refusals));
    }

    [Fact]
    public void Connectivity_tells_of_the_proxy_and_asks_for_credentials_too()
    {
        Session.Answer("taro", "right");
        SessionRun run = Run("Test-NaccsConnectivity -Proxy $proxy -ProxyAuthentication Basic -Detailed | ForEach-Object { \"$($_.Stage) $($_.Status)\" }");
        Assert.Contains("ProxyAuthentication Passed", run.OutputTexts());
        Assert.Contains("Service Passed", run.OutputTexts());
    }

    [Theory]
    [InlineData("-Proxy http://taro:right@proxy:8080", "ProxyAddressInvalid")]
    [InlineData("-Proxy ftp://proxy", "ProxyAddressInvalid")]
    [InlineData("-Proxy https://proxy:8443", "HttpsProxyNotSupported")]
    [InlineData("-Proxy proxy:8080 -NoProxy", "ProxyChoiceContradictory")]
    public void An_address_that_is_none_is_refused_before_anything_is_asked(string options, string error)
    {
        SessionRun run = Run(Through.Replace("-Proxy $proxy", options, StringComparison.Ordinal));
        Assert.Equal([error], run.ErrorIds);
        Assert.Empty(Exchanges.In(run));
    }

    private SessionRun Run(string script)
    {
        CodeSet codes = TakeCodes();
        return Invoke(script, ("codes", codes), ("proxy", _proxy.Address.AbsoluteUri));
    }
}

using System;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using NaccsCert.Module.Tests.Commands.Support;
using NaccsCert.Module.Tests.Engine;
using NaccsCert.TestSupport;
using Xunit;

namespace NaccsCert.Module.Tests.Commands;

public sealed class RequestFailureTests(PowerShellSession session, Sandboxes sandboxes) : CommandTests(session, sandboxes)
{
    [Fact]
    public void A_service_that_does_not_listen_is_a_connection_error_and_its_try_is_told()
    {
        Redefine(DefinitionFile.AtPort(Ports.Closed()));
        SessionRun run = Enroll(TakeCodes(), "-MaximumRetryCount 0");
        ErrorRecord error = run.Error("ConnectionFailed", ErrorCategory.ConnectionError, "127.0.0.1");
        Assert.Equal("NotUsed", PSObject.AsPSObject(error.Exception).Properties["CodeUse"].Value.ToString());
        Assert.Equal(["GET cacerts: 0"], Exchanges.In(run));
    }

    [Fact]
    public void A_fault_that_may_pass_is_tried_again_as_often_as_asked()
    {
        Redefine(DefinitionFile.AtPort(Ports.Closed()));
        SessionRun run = Enroll(TakeCodes(), "-MaximumRetryCount 1 -RetryIntervalSec 1");
        Assert.Equal(["ConnectionFailed"], run.ErrorIds);
        Assert.Equal(["GET cacerts: 0", "GET cacerts: 0"], Exchanges.In(run));
    }

    [Fact]
    public void A_server_of_another_root_gets_nothing()
    {
        using X509Certificate2 other = X509CertificateLoader.LoadCertificateFromFile(Sandbox.ClientCaPath);
        Redefine(json =>
        {
            json["trustAnchors"]![0]!["file"] = Sandbox.ClientCaPath;
            json["trustAnchors"]![0]!["sha256"] = other.GetCertHashString(HashAlgorithmName.SHA256);
        });
        CodeSet codes = TakeCodes();
        Enroll(codes).Error("ServerNotTrusted", ErrorCategory.SecurityError, "127.0.0.1");
        Redefine(_ => { });
        Enroll(codes).Result();
    }

    [Fact]
    public void An_answer_that_the_protocol_does_not_have_is_a_protocol_error()
    {
        Redefine(json => json["enrollment"]!["url"] = new Uri(Sandbox.Url, "/.well-known/est/nowhere").AbsoluteUri);
        Enroll(TakeCodes()).Error("UnexpectedResponse", ErrorCategory.ProtocolError, "127.0.0.1");
    }

    [Fact]
    public void Progress_ends_where_the_command_fails()
    {
        Assert.Equal(ProgressRecordType.Completed, Enroll(WrongCodes()).Progress[^1].RecordType);
    }

    [Fact]
    public void An_error_can_end_the_script()
    {
        ReadInEnglish();
        SessionRun run = Invoke(
            """
            try { Request-NaccsCertificate a b c -ErrorAction Stop; 'never' }
            catch { $_.FullyQualifiedErrorId.Split(',')[0]; $_.Exception.ErrorId; $_.Exception.RecommendedAction }
            """);
        Assert.Equal(["CodesRefused", "CodesRefused"], run.OutputTexts().Take(2));
        Assert.Contains("Check the three codes in NSS", run.Output[2].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_error_can_be_kept_quiet_and_looked_at_later()
    {
        SessionRun run = Invoke(
            "Request-NaccsCertificate a b c -ErrorAction SilentlyContinue -ErrorVariable failure; $failure.Count; $failure[0].CategoryInfo.TargetName");
        Assert.Empty(run.Errors);
        Assert.Equal(["1", "127.0.0.1"], run.OutputTexts());
    }

    [Theory]
    [InlineData("nowhere")]
    [InlineData("./nowhere.json")]
    public void A_service_that_is_not_defined_ends_the_command(string service)
    {
        SessionRun run = Invoke("'A', 'B' | Get-NaccsCertificate -Service $name", ("name", service));
        Assert.Equal(["ServiceDefinitionNotFound"], run.ErrorIds);
        Assert.Equal(ErrorCategory.ObjectNotFound, run.Errors[0].CategoryInfo.Category);
        Assert.EndsWith(Path.GetFileName(service), (string)run.Errors[0].TargetObject, StringComparison.Ordinal);
    }

    [Fact]
    public void A_broken_definition_ends_the_command_and_names_the_place()
    {
        Redefine(json => json["renewalWindow"] = "soon");
        SessionRun run = Invoke("'A', 'B' | Get-NaccsCertificate");
        ErrorRecord error = run.Error("ServiceDefinitionInvalid", ErrorCategory.InvalidData, Service);
        Assert.Contains("$.renewalWindow", error.ToString(), StringComparison.Ordinal);
    }
}

using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Security.Cryptography.X509Certificates;
using System.Threading.Tasks;
using NaccsCert.Module.Tests.Commands.Support;
using NaccsCert.Module.Tests.Engine;
using NaccsCert.TestSupport;
using NaccsCert.TestSupport.Certificates;
using Xunit;

namespace NaccsCert.Module.Tests.Commands;

/// <summary>Certificates that come back for a request that went out as a file.</summary>
public sealed class ImportIssuedTests(PowerShellSession session, Sandboxes sandboxes) : CommandTests(session, sandboxes)
{
    [Theory]
    [InlineData("DER")]
    [InlineData("PEM")]
    [InlineData("CMS")]
    [InlineData("CMS in armour")]
    [InlineData("PEM with the CA first, as Windows PowerShell writes it")]
    [InlineData("base64 without armour")]
    public async Task An_issued_certificate_completes_its_request(string form)
    {
        (string id, string request) = Begin();
        CodeSet codes = TakeCodes();
        byte[] message = await SandboxClient.IssueAsync(Sandbox, codes, request, TestContext.Current.CancellationToken);
        using X509Certificate2 issued = SandboxClient.CertificateIn(message);

        using var authority = new ClientAuthority();
        SessionRun run = Import(form switch
        {
            "DER" => issued.RawData,
            "PEM" => Ascii(issued.ExportCertificatePem()),
            "CMS" => message,
            "PEM with the CA first, as Windows PowerShell writes it" =>
                System.Text.Encoding.Unicode.GetBytes("\uFEFF発行者\r\n" + SandboxClient.TextOf(message, authority.Root)),
            "base64 without armour" => Ascii(System.Convert.ToBase64String(issued.RawData)),
            _ => Ascii(System.Security.Cryptography.PemEncoding.WriteString("PKCS7", message)),
        });

        PSObject result = run.Result();
        Assert.Equal("Enrolled", result.Properties["Status"].Value.ToString());
        Assert.Equal(id, result.Properties["EnrollmentId"].Value);
        Assert.Equal(codes.Terminal, result.Properties["Terminal"].Value);
        Assert.Equal(issued.Thumbprint, result.Properties["Thumbprint"].Value);
        Assert.Equal([issued.Thumbprint], UserStores.Thumbprints(StoreName));
        Assert.True(UserStores.Signs(StoreName, issued.Thumbprint));
        Assert.Empty(Exchanges.In(run));
        Assert.Empty(Invoke("Get-NaccsEnrollment").Output);
        Assert.Empty(UserData.OfService(ServiceName));
    }

    [Fact]
    public async Task One_file_completes_the_requests_of_two_terminals_and_names_what_is_of_neither()
    {
        var files = new System.Text.StringBuilder();
        foreach (string request in new[] { Begin().Request, Begin("second.pem").Request })
        {
            byte[] message = await SandboxClient.IssueAsync(Sandbox, TakeCodes(), request, TestContext.Current.CancellationToken);
            using X509Certificate2 issued = SandboxClient.CertificateIn(message);
            files.Append(issued.ExportCertificatePem()).Append('\n');
        }

        using var foreign = new ClientAuthority();
        using X509Certificate2 alien = foreign.Issue("1ALIEN1");
        SessionRun run = Import(Ascii(files.ToString() + alien.ExportCertificatePem()));

        Assert.Empty(run.Errors);
        Assert.Equal(["Enrolled", "Enrolled"], run.Texts("Status"));
        Assert.Equal(2, run.Texts("Thumbprint").Distinct().Count());
        Assert.Contains(run.Warnings, warning => warning.Contains(alien.Thumbprint, System.StringComparison.Ordinal));
        Assert.Empty(Invoke("Get-NaccsEnrollment").Output);
    }

    [Fact]
    public void A_root_or_a_key_in_text_is_not_sent_to_another_account()
    {
        using var authority = new ClientAuthority();
        Import(Ascii(authority.Root.ExportCertificatePem())).Error("ImportForeignCertificate", ErrorCategory.InvalidData, Answer);
        using X509Certificate2 certificate = authority.Issue("1TEXT01");
        using System.Security.Cryptography.ECDsa? key = certificate.GetECDsaPrivateKey();
        Import(Ascii(key!.ExportPkcs8PrivateKeyPem() + "\n" + certificate.ExportCertificatePem()))
            .Error("ImportKeyInText", ErrorCategory.InvalidData, Answer);
    }

    [Fact]
    public async Task A_certificate_without_a_request_is_refused()
    {
        (_, string request) = Begin();
        byte[] message = await SandboxClient.IssueAsync(Sandbox, TakeCodes(), request, TestContext.Current.CancellationToken);
        Invoke("Get-NaccsEnrollment | Remove-NaccsEnrollment -Confirm:$false");

        Import(message).Error("ImportWithoutRequest", ErrorCategory.ObjectNotFound, Answer);
        Assert.Empty(UserStores.Thumbprints(StoreName));
    }

    [Theory]
    [InlineData("", "CertificateFileUnreadable")]
    [InlineData("no certificate", "CertificateFileUnreadable")]
    [InlineData("-----BEGIN CERTIFICATE-----\nMAA=\n-----END CERTIFICATE-----\n", "CertificateFileDamaged")]
    [InlineData("<!DOCTYPE html><title>Sign in</title>", "CertificateFileIsWebPage")]
    public void A_file_that_holds_no_certificate_is_refused(string content, string errorId)
    {
        (string id, _) = Begin();
        Import(Ascii(content)).Error(errorId, ErrorCategory.InvalidData, Answer);
        AssertWaiting(id);
    }

    [Theory]
    [InlineData("Another CA", "ImportForeignCertificate")]
    [InlineData(TestAuthority.ClientCA, "ImportChainInvalid")]
    public void A_certificate_for_the_right_key_by_a_foreign_issuer_is_refused(string issuer, string errorId)
    {
        (string id, string request) = Begin();
        using var foreign = new ClientAuthority(issuer);
        Import(Ascii(foreign.IssueFor(request))).Error(errorId, ErrorCategory.InvalidData, Answer);
        AssertWaiting(id);
    }

    [Fact]
    public async Task After_a_foreign_certificate_the_right_one_is_still_taken()
    {
        (_, string request) = Begin();
        using var foreign = new ClientAuthority("Another CA");
        Import(Ascii(foreign.IssueFor(request)));
        Import(await SandboxClient.IssueAsync(Sandbox, TakeCodes(), request, TestContext.Current.CancellationToken)).Result();
    }

    [Fact]
    public async Task Under_WhatIf_nothing_is_imported()
    {
        (string id, string request) = Begin();
        byte[] message = await SandboxClient.IssueAsync(Sandbox, TakeCodes(), request, TestContext.Current.CancellationToken);
        Assert.Empty(Import(message, "-WhatIf").Output);
        AssertWaiting(id);
    }

    private string Answer => Scratch.Member("response");

    private (string Id, string Request) Begin(string name = "request.pem")
    {
        string path = Scratch.Member(name);
        string id = Invoke("Request-NaccsCertificate -OutFile $path -KeyAlgorithm EcdsaP256", ("path", path)).Text("EnrollmentId");
        return (id, File.ReadAllText(path));
    }

    private SessionRun Import(byte[] content, string options = "")
    {
        File.WriteAllBytes(Answer, content);
        return Invoke("Import-NaccsCertificate $path -WarningAction Continue " + options, ("path", Answer));
    }

    private void AssertWaiting(string id)
    {
        Assert.Empty(UserStores.Thumbprints(StoreName));
        Assert.Equal(id, Invoke("Get-NaccsEnrollment").Text("EnrollmentId"));
    }

    private static byte[] Ascii(string text) => System.Text.Encoding.ASCII.GetBytes(text);
}

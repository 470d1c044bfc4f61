using System;
using System.IO;
using System.Linq;
using NaccsCert.Module.Tests.Commands.Support;
using NaccsCert.Module.Tests.Engine;
using Xunit;

namespace NaccsCert.Module.Tests.Commands;

public sealed class CompletionTests(PowerShellSession session, Sandboxes sandboxes) : CommandTests(session, sandboxes)
{
    [Fact]
    public void Services_are_completed_and_found_by_their_names()
    {
        string folder = Path.Combine(
            Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "NaccsCert", "services");
        Directory.CreateDirectory(folder);
        File.Copy(Service, Path.Combine(folder, ServiceName + ".json"));
        Assert.Contains("naccs", Complete("Get-NaccsCertificate -Service "));
        Assert.Equal([ServiceName], Complete($"Request-NaccsCertificate -Service {ServiceName[..^1].ToUpperInvariant()}")
            .Where(name => name == ServiceName));
        SessionRun run = Invoke("(Test-NaccsConnectivity -Service $name).HostName", ("name", ServiceName));
        Assert.Equal(["127.0.0.1"], run.OutputTexts());
    }

    [Theory]
    [InlineData("Get-NaccsCertificate")]
    [InlineData("Test-NaccsCertificate")]
    [InlineData("Update-NaccsCertificate")]
    [InlineData("Remove-NaccsCertificate")]
    public void Thumbprints_are_completed_from_the_store_and_service_that_are_named(string command)
    {
        string[] thumbprints = [Enrolled(), Enrolled()];
        string line = $"{command} -Service '{Service}' -StoreName {StoreName} -Thumbprint ";
        Assert.Equal(thumbprints.Order(), Complete(line).Order());
        Assert.Equal([thumbprints[0]], Complete(line + thumbprints[0][..10].ToLowerInvariant()));
    }

    [Fact]
    public void A_service_that_is_not_there_completes_no_thumbprint() =>
        Assert.Empty(Complete("Get-NaccsCertificate -Service nowhere -Thumbprint "));

    [Fact]
    public void Key_storage_providers_are_completed()
    {
        Enrolled();
        string provider = Invoke("Get-NaccsCertificate").Text("KeyProvider");
        Assert.Contains(provider, Complete("Request-NaccsCertificate -KeyStorageProvider ").Select(name => name.Trim('\'')));
        Assert.Empty(Complete("Update-NaccsCertificate -KeyStorageProvider Nowhere"));
    }

    [Fact]
    public void Settings_of_Group_Policy_are_completed() =>
        Assert.Equal(["Proxy", "ProxyAuthentication"], Complete("Get-NaccsPolicy prox"));

    [Fact]
    public void Kinds_of_key_and_statuses_are_completed()
    {
        Assert.Equal(
            ["EcdsaP256", "EcdsaP384", "Rsa2048", "Rsa3072", "Rsa4096"], Complete("Request-NaccsCertificate -KeyAlgorithm ").Order());
        Assert.Equal(["Expired"], Complete("Get-NaccsCertificate -Status Exp"));
    }

    [Fact]
    public void Unfinished_enrollments_are_completed()
    {
        Assert.Empty(Complete($"Resume-NaccsEnrollment {ServiceName}-"));
        SessionRun run = Invoke("Request-NaccsCertificate -OutFile $path -KeyAlgorithm EcdsaP256", ("path", Scratch.Member("request.pem")));
        string id = run.Text("EnrollmentId");
        Assert.Equal([id], Complete($"Resume-NaccsEnrollment {ServiceName}-"));
        Assert.Equal([id], Complete($"Remove-NaccsEnrollment -EnrollmentId {ServiceName}-"));
        Assert.Equal([id], Complete($"Get-NaccsEnrollment {ServiceName}-"));
    }

    private string[] Complete(string line) =>
    [
        .. Invoke(
            "[System.Management.Automation.CommandCompletion]::CompleteInput($line, $line.Length, $null).CompletionMatches",
            ("line", line)).Texts("CompletionText"),
    ];
}

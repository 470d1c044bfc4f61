using System;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;
using NaccsCert.Module.Tests.Commands.Support;
using NaccsCert.Module.Tests.Engine;
using Xunit;

namespace NaccsCert.Module.Tests.Commands;

public sealed class CompletionTests(PowerShellSession session, Sandboxes sandboxes) : CommandTests(session, sandboxes)
{
    public static TheoryData<string> Names =>
    [
        "plain", "two words", "O'Hara", "\u2018a\u2019", "\u201A\u201B", "say \"a\"", "\u201Ca\u201D\u201E", "$HOME", "$(1)", "a`n", "a;b",
        "a|b", "a,b", "(a)", "{a}", "@a", "a#b", "a # b", "&", "\u8AD6\u7406\u7AEF\u672B\u540D", "\u3000", "[a]*",
    ];

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

    [Theory]
    [MemberData(nameof(Names))]
    public void A_value_is_completed_in_the_quotation_marks_that_were_begun(string name)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Files of Windows cannot have all of these names.");
        string path = Path.Combine(UserData.Folder, "services", $"{ServiceName}-{name}.json");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.Copy(Service, path);
        try
        {
            string[] beginnings = [string.Empty, "'", "\u2018", "\"", "\u201C"];
            foreach (string beginning in beginnings)
            {
                string line = $"Get-NaccsCertificate -Service {beginning}{ServiceName}-";
                string completed = Completed(line);

                // As the engine reads what it has completed.
                CommandAst command = Assert.IsType<ScriptBlockAst>(Parser.ParseInput(completed, out _, out ParseError[] errors))
                    .FindAll(ast => ast is CommandAst, searchNestedScriptBlocks: true).Cast<CommandAst>().Single();
                Assert.Empty(errors);
                StringConstantExpressionAst value = Assert.IsType<StringConstantExpressionAst>(command.CommandElements[^1]);
                Assert.Equal($"{ServiceName}-{name}", value.Value);
                if (beginning.Length > 0)
                {
                    Assert.Equal(
                        beginning is "'" or "\u2018" ? StringConstantType.SingleQuoted : StringConstantType.DoubleQuoted,
                        value.StringConstantType);
                }
            }
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void A_value_that_needs_no_quotation_marks_gets_none()
    {
        Assert.Equal("Get-NaccsCertificate -Service naccs", Completed("Get-NaccsCertificate -Service nacc"));
        Assert.Equal("Get-NaccsCertificate -Service 'naccs'", Completed("Get-NaccsCertificate -Service 'nacc"));
        Assert.Equal("Get-NaccsCertificate -Service \"naccs\"", Completed("Get-NaccsCertificate -Service \"nacc"));
    }

    // The line after the first completion has been taken.
    private string Completed(string line)
    {
        PSObject completion = Invoke("[System.Management.Automation.CommandCompletion]::CompleteInput($line, $line.Length, $null)", ("line", line))
            .Result();
        var matches = (CommandCompletion)completion.BaseObject;
        string text = Assert.Single(matches.CompletionMatches).CompletionText;
        return string.Concat(line.AsSpan(0, matches.ReplacementIndex), text, line.AsSpan(matches.ReplacementIndex + matches.ReplacementLength));
    }

    private string[] Complete(string line) =>
    [
        .. Invoke(
            "[System.Management.Automation.CommandCompletion]::CompleteInput($line, $line.Length, $null).CompletionMatches",
            ("line", line)).Texts("CompletionText"),
    ];
}

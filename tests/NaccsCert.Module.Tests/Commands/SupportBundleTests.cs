using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Management.Automation;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using NaccsCert.Module.Tests.Commands.Support;
using NaccsCert.Module.Tests.Engine;
using NaccsCert.Module.Tests.Secrets;
using NaccsCert.TestSupport;
using NaccsCert.TestSupport.Proxies;
using Xunit;

namespace NaccsCert.Module.Tests.Commands;

/// <summary>One file for the support desk: all that it asks for, and nothing that it must not know.</summary>
public sealed class SupportBundleTests(PowerShellSession session, Sandboxes sandboxes) : CommandTests(session, sandboxes)
{
    private static readonly string[] Always =
    [
        "INDEX.en.txt", "INDEX.ja.txt", "environment.json", "account.json", "policy.json", "service.json", "service-definition.json",
        "certificates.json", "renewal-plans.json", "enrollments.json", "reminder.json",
    ];

    private string Bundle => Scratch.Member("bundle.zip");

    [Fact]
    public async Task After_enrollments_good_and_bad_nothing_in_it_is_a_secret()
    {
        CodeSet good = TakeCodes();
        CodeSet wrong = WrongCodes();
        string proxyPassword = SecretMarks.NewSecret(1);
        await using var proxy = FakeProxy.ForUser("taro", proxyPassword);
        Redefine(json => json["enrollment"]!["challengePassword"] = "{code1}" + proxyPassword);
        SessionRun before = Invoke(
            """
            $credential = [pscredential]::new('taro', $password)
            $way = @{ Proxy = $proxy; ProxyCredential = $credential; ProxyAuthentication = 'Basic'; KeyAlgorithm = 'EcdsaP256'; MaximumRetryCount = 0 }
            Request-NaccsCertificate $wrong.Code1 $wrong.Code2 $wrong.Code3 @way
            Request-NaccsCertificate $good.Code1 $good.Code2 $good.Code3 @way
            Request-NaccsCertificate -OutFile $request -KeyAlgorithm EcdsaP256
            """,
            ("wrong", wrong), ("good", good), ("proxy", proxy.Address), ("password", SecureText.Of(proxyPassword)), ("request", Scratch.Member("request.csr")));
        Assert.Equal(["CodesRefused"], before.ErrorIds);

        SessionRun run = Invoke(
            "Export-NaccsSupportBundle $path -Connectivity -Proxy $proxy -NonInteractive", ("path", Bundle), ("proxy", proxy.Address));

        var marks = new SecretMarks([good.Code1, good.Code2, good.Code3, wrong.Code1, wrong.Code2, wrong.Code3, proxyPassword]);
        Dictionary<string, byte[]> files = Open(Bundle);
        Assert.All(files, file => Assert.True(marks.In(file.Value).Count == 0, file.Key));
        Assert.Empty(marks.In(File.ReadAllBytes(Bundle)));
        Assert.Contains("EnrollmentFailed", Text(files["log/naccscert.jsonl"]), StringComparison.Ordinal);
        Assert.Contains(Assert.Single(Invoke("Get-NaccsCertificate").Texts("Thumbprint")), Text(files["certificates.json"]), StringComparison.Ordinal);
        Assert.Contains("\"Status\": \"KeyCreated\"", Text(files["enrollments.json"]), StringComparison.Ordinal);
        Assert.Matches("\"challengePassword\": ?\"[*]{3}\"", Text(files["service-definition.json"]));
        Assert.Empty(run.Errors);
    }

    [Fact]
    public void The_record_names_what_is_in_it_and_the_indexes_are_in_both_languages()
    {
        PSObject record = Invoke("Export-NaccsSupportBundle $path", ("path", Bundle)).Result();
        Dictionary<string, byte[]> files = Open(Bundle);

        Assert.Equal(Bundle, record.Properties["Path"].Value);
        Assert.Equal(new FileInfo(Bundle).Length, record.Properties["Length"].Value);
        Assert.Equal(Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(Bundle))), record.Properties["Sha256"].Value);
        Assert.Equal(files.Keys.Order(), ((IEnumerable<string>)record.Properties["Entries"].Value).Order());
        Assert.Equal(Always.Order(), files.Keys.Where(name => !name.StartsWith("log/", StringComparison.Ordinal)).Order());
        Assert.Contains("This archive contains no authentication code", Text(files["INDEX.en.txt"]), StringComparison.Ordinal);
        Assert.Contains("認証コード、秘密鍵、パスワードは含まれていません", Text(files["INDEX.ja.txt"]), StringComparison.Ordinal);
        Assert.All(files.Keys.Where(name => !name.StartsWith("INDEX", StringComparison.Ordinal)), name => Assert.Contains("  " + name, Text(files["INDEX.en.txt"]), StringComparison.Ordinal));
        Assert.Equal(ServiceName, (string?)Json(files["service-definition.json"])["name"]);
        Assert.Equal(Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(Service))), (string?)Json(files["service.json"])["Sha256"]);
        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(Bundle) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }

    [Fact]
    public void A_definition_that_is_not_valid_is_in_it_and_what_needs_it_is_named()
    {
        ReadInEnglish();
        Redefine(json => json["enrollment"]!["url"] = "http://taro:secret@not.secure");
        SessionRun run = Invoke("Export-NaccsSupportBundle $path", ("path", Bundle));
        Dictionary<string, byte[]> files = Open(Bundle);

        Assert.Equal(
            ["certificates.json", "renewal-plans.json"],
            ((IEnumerable<string>)run.Result().Properties["Missing"].Value)
                .Select(text => text.Split(':')[0]).Where(name => !name.StartsWith("log/", StringComparison.Ordinal)));
        Assert.Contains("Could not be collected:\r\n  certificates.json", Text(files["INDEX.en.txt"]), StringComparison.Ordinal);
        Assert.Contains("$.enrollment.url", Text(files["service.json"]), StringComparison.Ordinal);
        Assert.Contains("http://***@not.secure", Text(files["service-definition.json"]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_there_is_replaced_only_by_a_yes_or_by_Force()
    {
        File.WriteAllText(Bundle, "older");
        Session.Answer("n");
        SessionRun no = Invoke("Export-NaccsSupportBundle $path", ("path", Bundle));
        Assert.Contains(Bundle, no.Shown, StringComparison.Ordinal);
        Assert.Empty(no.Output);
        Invoke("Export-NaccsSupportBundle $path -NonInteractive", ("path", Bundle)).Error("FileExists", ErrorCategory.ResourceExists, Bundle);
        Invoke("Export-NaccsSupportBundle $path -Force -WhatIf", ("path", Bundle));
        Assert.Equal("older", File.ReadAllText(Bundle));

        Session.Answer("y");
        Invoke("Export-NaccsSupportBundle $path", ("path", Bundle)).Result();
        DateTime first = Open(Bundle).Count > 0 ? File.GetLastWriteTimeUtc(Bundle) : default;
        Invoke("Export-NaccsSupportBundle $path -Force -NonInteractive", ("path", Bundle)).Result();
        Assert.True(File.GetLastWriteTimeUtc(Bundle) >= first);
        Assert.Equal(["bundle.zip", "service.json"], Directory.GetFiles(Scratch.FullPath).Select(Path.GetFileName).Order().Where(name => name is not "server.pem"));
    }

    [Fact]
    public void In_a_folder_it_has_a_name_with_computer_and_time_and_none_that_cannot_be_is_half_written()
    {
        string folder = Directory.CreateDirectory(Scratch.Member("東京")).FullName;
        Invoke("Export-NaccsSupportBundle $path", ("path", folder)).Result();
        Assert.Matches(
            $@"^naccscert-support-{System.Text.RegularExpressions.Regex.Escape(Environment.MachineName)}-\d{{8}}T\d{{6}}Z\.zip$",
            Path.GetFileName(Assert.Single(Directory.GetFiles(folder))));
        string nowhere = Path.Combine(folder, "nowhere", "a.zip");
        Invoke("Export-NaccsSupportBundle $path", ("path", nowhere)).Error("FileUnwritable", ErrorCategory.WriteError, nowhere);
    }

    private static Dictionary<string, byte[]> Open(string path)
    {
        using ZipArchive zip = ZipFile.OpenRead(path);
        return zip.Entries.ToDictionary(entry => entry.FullName, entry =>
        {
            using Stream stream = entry.Open();
            using var content = new MemoryStream();
            stream.CopyTo(content);
            return content.ToArray();
        });
    }

    private static string Text(byte[] content) => System.Text.Encoding.UTF8.GetString(content);

    private static JsonNode Json(byte[] content) => JsonNode.Parse(Text(content).TrimStart('\uFEFF'))!;
}

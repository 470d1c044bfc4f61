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

public sealed class OutFileTests(PowerShellSession session, Sandboxes sandboxes) : CommandTests(session, sandboxes)
{
    private string File => Scratch.Member("request.pem");

    [Fact]
    public void A_request_goes_out_as_PEM_and_waits_for_its_certificate()
    {
        PSObject result = WriteTo(File, "-KeyAlgorithm Rsa2048").Result();
        Assert.Equal("Pending", result.Properties["Status"].Value.ToString());
        Assert.Equal(true, result.Properties["Changed"].Value);
        CertificateRequest request = CertificateRequest.LoadSigningRequestPem(
            System.IO.File.ReadAllText(File), HashAlgorithmName.SHA256, signerSignaturePadding: RSASignaturePadding.Pkcs1);
        Assert.Equal(2048, request.PublicKey.GetRSAPublicKey()!.KeySize);

        PSObject waiting = Invoke("Get-NaccsEnrollment").Result();
        Assert.Equal(result.Properties["EnrollmentId"].Value, waiting.Properties["EnrollmentId"].Value);
        Assert.Equal(0, waiting.Properties["Attempts"].Value);
    }

    [Fact]
    public void Nothing_is_sent()
    {
        Redefine(DefinitionFile.AtPort(Ports.Closed()));
        SessionRun run = WriteTo(File);
        run.Result();
        Assert.Empty(Exchanges.In(run));
    }

    [Fact]
    public void A_file_that_is_there_is_kept_unless_forced()
    {
        System.IO.File.WriteAllText(File, "dear");
        WriteTo(File).Error("FileExists", ErrorCategory.ResourceExists, File);
        Assert.Equal("dear", System.IO.File.ReadAllText(File));
        AssertNothingIsBegun();

        WriteTo(File, "-Force").Result();
        Assert.StartsWith("-----BEGIN CERTIFICATE REQUEST-----\n", System.IO.File.ReadAllText(File), StringComparison.Ordinal);
    }

    [Fact]
    public void Where_the_file_cannot_be_written_neither_key_nor_entry_is_made()
    {
        string nowhere = Path.Combine(Scratch.FullPath, "nowhere", "request.pem");
        WriteTo(nowhere).Error("FileUnwritable", ErrorCategory.WriteError, nowhere);
        AssertNothingIsBegun();
    }

    [Theory]
    [InlineData("")]
    [InlineData("-Force")]
    public void What_is_no_regular_file_is_refused_and_left_as_it_was(string options)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links take rights there, and pipes lie in no folder.");
        string dear = Scratch.Member("dear.txt");
        System.IO.File.WriteAllText(dear, "dear");
        string link = Scratch.Member("link.pem");
        System.IO.File.CreateSymbolicLink(link, dear);
        string dangling = Scratch.Member("dangling.pem");
        System.IO.File.CreateSymbolicLink(dangling, Scratch.Member("nowhere"));
        string pipe = Scratch.Member("pipe.pem");
        UnixNodes.MakePipe(pipe);
        string[] before = [.. Directory.GetFileSystemEntries(Scratch.FullPath).Order()];

        foreach (string path in new[] { link, dangling, pipe, Scratch.FullPath })
        {
            WriteTo(path, options).Error("FileNotRegular", ErrorCategory.InvalidData, path);
        }

        Assert.Equal(before, Directory.GetFileSystemEntries(Scratch.FullPath).Order());
        Assert.Equal("dear", System.IO.File.ReadAllText(dear));
        Assert.Equal(dear, new FileInfo(link).LinkTarget);
        AssertNothingIsBegun();
    }

    [Fact]
    public void A_run_that_fails_leaves_last_weeks_request_as_it_was()
    {
        System.IO.File.WriteAllText(File, "last week's");
        WriteTo(File, "-Force -KeyStorageProvider Nowhere").Error("KeyCreationFailed", ErrorCategory.WriteError, "Nowhere");
        WriteTo(File, "-Force -StoreName ..").Error("StoreNameInvalid", ErrorCategory.InvalidArgument, "..");
        Assert.Equal("last week's", System.IO.File.ReadAllText(File));
        AssertNothingBeside();

        WriteTo(File, "-Force").Result();
        Assert.StartsWith("-----BEGIN CERTIFICATE REQUEST-----\n", System.IO.File.ReadAllText(File), StringComparison.Ordinal);
        AssertNothingBeside();
    }

    [Theory]
    [InlineData("nowhere:/request.pem")]
    [InlineData("Env:/request.pem")]
    [InlineData("Nowhere::/request.pem")]
    public void A_drive_that_is_none_of_files_is_refused(string path)
    {
        WriteTo(path).Error("PathInvalid", ErrorCategory.InvalidArgument, path);
        Invoke("Import-NaccsCertificate $path", ("path", path)).Error("PathInvalid", ErrorCategory.InvalidArgument, path);
        Invoke("Get-NaccsCertificate -Service $path", ("path", path)).Error("PathInvalid", ErrorCategory.InvalidArgument, path);
        AssertNothingIsBegun();
    }

    [Fact]
    public void Where_no_key_can_be_made_no_file_stays_to_stand_in_the_way()
    {
        WriteTo(File, "-KeyStorageProvider Nowhere").Error("KeyCreationFailed", ErrorCategory.WriteError, "Nowhere");
        Assert.False(System.IO.File.Exists(File));
        AssertNothingIsBegun();
        WriteTo(File).Result();
    }

    [Fact]
    public void Under_WhatIf_nothing_is_written()
    {
        Assert.Empty(WriteTo(File, "-WhatIf").Output);
        Assert.False(System.IO.File.Exists(File));
        AssertNothingIsBegun();
    }

    private void AssertNothingBeside() =>
        Assert.Equal([Service, File], Directory.GetFileSystemEntries(Scratch.FullPath).OrderDescending());

    private SessionRun WriteTo(string path, string options = "") => Invoke(
        "Request-NaccsCertificate -OutFile $path " + options, ("path", path));

    private void AssertNothingIsBegun()
    {
        Assert.Empty(Invoke("Get-NaccsEnrollment").Output);
        Assert.Empty(UserData.OfService(ServiceName));
    }
}

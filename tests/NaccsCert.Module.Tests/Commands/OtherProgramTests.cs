using System;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Module.Tests.Commands.Support;
using NaccsCert.Module.Tests.Engine;
using NaccsCert.TestSupport;
using Xunit;

namespace NaccsCert.Module.Tests.Commands;

/// <summary>Certificates that another program has enrolled or renewed, such as the operator's tool: their chain shows the origin.</summary>
[Collection(ReminderFolder.Turns)]
public sealed class OtherProgramTests : CommandTests
{
    private const string Remind = "Invoke-NaccsRenewalReminder -MaximumRetryCount 0 -SkipRootCA -NoNotice";

    public OtherProgramTests(PowerShellSession session, Sandboxes sandboxes)
        : base(session, sandboxes) => ReminderFolder.Forget();

    [Fact]
    public async Task What_another_program_enrolled_is_listed_reminded_of_and_renewed()
    {
        CodeSet codes = TakeCodes();
        string foreign = await EnrollElsewhereAsync(codes, TestContext.Current.CancellationToken);

        SessionRun listed = Invoke("Get-NaccsCertificate");
        Assert.Equal(("RenewalDue", codes.Terminal, foreign), (listed.Text("Status"), listed.Text("Terminal"), listed.Text("Thumbprint")));
        SessionRun reminded = Invoke(Remind);
        Assert.Equal(("RenewalDue", foreign), (reminded.Text("Status"), reminded.Text("Thumbprint")));

        SessionRun renewed = Invoke("Update-NaccsCertificate -KeyAlgorithm EcdsaP256 -SkipRootCA");
        Assert.Equal(("Renewed", foreign), (renewed.Text("Status"), renewed.Text("PreviousThumbprint")));
        Assert.Equal(["RenewalDue", "Superseded"], Invoke("Get-NaccsCertificate -IncludeArchived").Texts("Status"));
        Assert.True(UserStores.Signs(StoreName, renewed.Text("Thumbprint")));
    }

    [Fact]
    public void What_another_program_renewed_takes_the_place_of_the_modules_own()
    {
        using var authority = new ClientAuthority();
        Redefine(authority.Pin(Scratch.Member("root.pem")));
        using X509Certificate2 own = authority.Issue("1TOOL01", days: 10);
        using X509Certificate2 later = authority.Issue("1TOOL01", days: 1000);
        using X509Certificate2 unrelated = authority.Issue("1TOOL02", days: 10);
        File.WriteAllBytes(Scratch.Member("own.p12"), Pkcs12.Of(own, authority.Issuer, authority.Root));
        Invoke(
            "Import-NaccsCertificate $path -Password $password -SkipRootCA",
            ("path", Scratch.Member("own.p12")),
            ("password", Pkcs12.Password)).Result();
        Seed.Add(StoreName, unrelated);
        Assert.Equal(["RenewalDue", "RenewalDue"], Invoke("Get-NaccsCertificate").Texts("Status"));

        Seed.Add(StoreName, later);

        Assert.Equal("Superseded", Invoke("Get-NaccsCertificate $t", ("t", own.Thumbprint)).Text("Status"));
        Assert.Equal("Valid", Invoke("Get-NaccsCertificate $t", ("t", later.Thumbprint)).Text("Status"));
        SessionRun reminded = Invoke(Remind);
        Assert.Equal(
            [(later.Thumbprint, "NotDue"), (unrelated.Thumbprint, "RenewalDue")],
            reminded.Texts("Thumbprint").Zip(reminded.Texts("Status")).OrderBy(pair => pair.Second, StringComparer.Ordinal));
        Assert.Equal("NotDue", Invoke("Update-NaccsCertificate $t", ("t", own.Thumbprint)).Text("Status"));
    }

    // With a key that the module has not made and knows nothing of.
    private async Task<string> EnrollElsewhereAsync(CodeSet codes, CancellationToken cancellationToken)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest($"CN={codes.Terminal}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        byte[] message = await SandboxClient.IssueAsync(Sandbox, codes, request.CreateSigningRequestPem(), cancellationToken);
        using X509Certificate2 bare = SandboxClient.CertificateIn(message);
        using X509Certificate2 issued = bare.CopyWithPrivateKey(key);
        Seed.Add(StoreName, issued);
        return issued.Thumbprint;
    }
}

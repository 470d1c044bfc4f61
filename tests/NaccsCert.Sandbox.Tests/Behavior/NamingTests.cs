using System.Linq;
using System.Security.Cryptography.X509Certificates;
using System.Threading.Tasks;
using NaccsCert.TestSupport;
using Xunit;

namespace NaccsCert.Sandbox.Tests.Behavior;

public sealed class NamingTests
{
    private const string CommonName = "2.5.4.3";
    private const string OrganizationalUnit = "2.5.4.11";

    [Fact]
    public async Task Terminals_can_share_a_common_name_and_differ_in_their_unit()
    {
        await using SandboxProcess sandbox = await Misbehaving.StartAsync("--subject SharedCommonName");
        using X509Certificate2 one = await (await sandbox.EnrollAsync(0)).CertificateAsync();
        using X509Certificate2 other = await (await sandbox.EnrollAsync(1)).CertificateAsync();
        Assert.Equal(Value(one, CommonName), Value(other, CommonName));
        Assert.Equal(sandbox.Codes[0].Terminal, Value(one, OrganizationalUnit));
        Assert.Equal(sandbox.Codes[1].Terminal, Value(other, OrganizationalUnit));
    }

    [Fact]
    public async Task A_subject_can_have_no_common_name()
    {
        await using SandboxProcess sandbox = await Misbehaving.StartAsync("--subject NoCommonName");
        using X509Certificate2 certificate = await (await sandbox.EnrollAsync()).CertificateAsync();
        Assert.Null(Value(certificate, CommonName));
        Assert.Equal(sandbox.Codes[0].Terminal, Value(certificate, OrganizationalUnit));
    }

    [Fact]
    public async Task The_common_name_can_stand_in_a_multi_valued_part()
    {
        await using SandboxProcess sandbox = await Misbehaving.StartAsync("--subject MultiValued");
        (X509Certificate2 first, X509Certificate2 renewed) = await sandbox.EnrollAndRenewAsync();
        Assert.Contains(first.SubjectName.EnumerateRelativeDistinguishedNames(), part => part.HasMultipleElements);
        Assert.Contains($"CN={sandbox.Codes[0].Terminal}", first.Subject, System.StringComparison.Ordinal);
        Assert.Equal(first.SubjectName.RawData, renewed.SubjectName.RawData);
    }

    [Theory]
    [InlineData("DnsName", "1aaa0001.sandbox.example")]
    [InlineData("Email", "1aaa0001@sandbox.example")]
    [InlineData("PrincipalName", "1AAA0001@sandbox.example")]
    [InlineData("DirectoryName", "1AAA0001")]
    public async Task An_alternative_name_stands_beside_the_subject_and_is_kept_by_a_renewal(string kind, string name)
    {
        await using SandboxProcess sandbox = await Misbehaving.StartAsync($"--alternative-name {kind}");
        (X509Certificate2 first, X509Certificate2 renewed) = await sandbox.EnrollAndRenewAsync();
        X509Extension extension = AlternativeName(first)!;
        Assert.Contains(name, System.Text.Encoding.UTF8.GetString(extension.RawData), System.StringComparison.Ordinal);
        Assert.False(extension.Critical);
        Assert.Equal(sandbox.Codes[0].Terminal, Value(first, CommonName));
        Assert.Equal(extension.RawData, AlternativeName(renewed)!.RawData);
    }

    [Fact]
    public async Task The_terminal_can_stand_in_a_critical_alternative_name_alone()
    {
        await using SandboxProcess sandbox = await Misbehaving.StartAsync("--subject None");
        (X509Certificate2 first, X509Certificate2 renewed) = await sandbox.EnrollAndRenewAsync();
        Assert.Empty(first.Subject);
        Assert.True(AlternativeName(first)!.Critical);
        Assert.Equal("1aaa0001.sandbox.example", first.GetNameInfo(X509NameType.DnsName, forIssuer: false));
        Assert.Equal(AlternativeName(first)!.RawData, AlternativeName(renewed)!.RawData);
        Assert.True(AlternativeName(renewed)!.Critical);
    }

    private static X509Extension? AlternativeName(X509Certificate2 certificate) =>
        certificate.Extensions.FirstOrDefault(extension => extension.Oid!.Value == "2.5.29.17");

    private static string? Value(X509Certificate2 certificate, string type) =>
        certificate.SubjectName.EnumerateRelativeDistinguishedNames()
            .FirstOrDefault(part => !part.HasMultipleElements && part.GetSingleElementType().Value == type)
            ?.GetSingleElementValue();
}

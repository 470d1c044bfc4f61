using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using System.Threading.Tasks;
using NaccsCert.TestSupport;
using Xunit;

namespace NaccsCert.Sandbox.Tests.Behavior;

public sealed class HierarchyTests
{
    [Fact]
    public async Task Intermediates_stand_between_the_root_and_the_certificates_and_are_kept()
    {
        using var data = new ScratchDirectory();
        List<X509Certificate2> before;
        await using (SandboxProcess sandbox = await Misbehaving.StartAsync("--intermediates 2", new SandboxOptions { DataDirectory = data.FullPath }))
        {
            before = await CaCertificatesAsync(sandbox);
            using X509Certificate2 leaf = await (await sandbox.EnrollAsync()).CertificateAsync();
            Assert.Equal("NACCS Client CA", leaf.GetNameInfo(X509NameType.SimpleName, forIssuer: true));
            using X509Certificate2 root = X509CertificateLoader.LoadCertificateFromFile(sandbox.ClientCaPath);
            Assert.Equal(4, PathTo(root, leaf, before).Count);
            Assert.Empty(PathTo(root, leaf, []));
        }

        await using SandboxProcess again = await Misbehaving.StartAsync("", new SandboxOptions { DataDirectory = data.FullPath });
        Assert.Equal(Hashes(before), Hashes(await CaCertificatesAsync(again)));
    }

    [Fact]
    public async Task The_ca_can_have_no_common_name_and_the_definition_names_none()
    {
        await using SandboxProcess sandbox = await Misbehaving.StartAsync("--ca-without-common-name");
        using X509Certificate2 leaf = await (await sandbox.EnrollAsync()).CertificateAsync();
        Assert.DoesNotContain("CN=", leaf.Issuer, StringComparison.Ordinal);
        using JsonDocument definition = JsonDocument.Parse(
            await File.ReadAllTextAsync(sandbox.ServiceDefinitionPath, TestContext.Current.CancellationToken));
        Assert.False(definition.RootElement.TryGetProperty("issuer", out _));
    }

    [Fact]
    public async Task An_old_root_leads_to_the_same_certificates_over_the_certificate_it_gave_the_new_one()
    {
        await using SandboxProcess sandbox = await Misbehaving.StartAsync("--old-root --intermediates 1");
        List<X509Certificate2> authorities = await CaCertificatesAsync(sandbox);
        using X509Certificate2 leaf = await (await sandbox.EnrollAsync()).CertificateAsync();
        using X509Certificate2 old = X509CertificateLoader.LoadCertificateFromFile(Path.Combine(sandbox.DataDirectory, "client-ca-old.pem"));
        using X509Certificate2 root = X509CertificateLoader.LoadCertificateFromFile(sandbox.ClientCaPath);
        Assert.Equal(5, authorities.Count);
        Assert.Equal(root.SubjectName.RawData, old.SubjectName.RawData);
        Assert.Equal(4, PathTo(old, leaf, authorities.Where(each => !each.RawData.AsSpan().SequenceEqual(root.RawData))).Count);
        Assert.Equal(3, PathTo(root, leaf, authorities).Count);
    }

    [Fact]
    public async Task Junk_comes_with_the_cas_and_with_an_issued_certificate()
    {
        await using SandboxProcess sandbox = await Misbehaving.StartAsync("--junk 20 --chain-in-answer");
        using var client = new EstClient(sandbox);
        using ECDsa key = Requests.NewKey();
        using HttpResponseMessage reply = await client.EnrollAsync(sandbox.Codes[0], Requests.For(key));
        List<X509Certificate2> issued = await reply.CertificatesAsync();
        List<X509Certificate2> authorities = await CaCertificatesAsync(sandbox);
        using X509Certificate2 root = X509CertificateLoader.LoadCertificateFromFile(sandbox.ClientCaPath);
        X509Certificate2 leaf = Assert.Single(issued, each => each.PublicKey.ExportSubjectPublicKeyInfo().AsSpan().SequenceEqual(key.ExportSubjectPublicKeyInfo()));
        Assert.Equal((22, 21), (issued.Count, authorities.Count));
        Assert.Equal(2, PathTo(root, leaf, []).Count);
        Assert.Contains(authorities, each => each.Subject == root.Subject && !each.RawData.AsSpan().SequenceEqual(root.RawData));
    }

    private static async Task<List<X509Certificate2>> CaCertificatesAsync(SandboxProcess sandbox)
    {
        using var client = new EstClient(sandbox);
        using HttpResponseMessage reply = await client.GetAsync("cacerts");
        return await reply.CertificatesAsync();
    }

    private static List<string> Hashes(IEnumerable<X509Certificate2> certificates) =>
        [.. certificates.Select(each => each.GetCertHashString(HashAlgorithmName.SHA256)).Order()];

    // From the leaf to the root, or nothing if no path leads there.
    private static List<X509Certificate2> PathTo(X509Certificate2 root, X509Certificate2 leaf, IEnumerable<X509Certificate2> others)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(root);
        chain.ChainPolicy.ExtraStore.AddRange(others.ToArray());
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.VerificationTime = leaf.NotBefore;
        return chain.Build(leaf) ? [.. chain.ChainElements.Select(element => element.Certificate)] : [];
    }
}

using System;
using System.Linq;
using System.Security.Cryptography.X509Certificates;
using System.Threading.Tasks;
using NaccsCert.TestSupport.Servers;
using Xunit;

namespace NaccsCert.Tests.Revocation;

/// <summary>Where a certificate names several addresses.</summary>
public sealed class AddressTests
{
    [Theory]
    [InlineData(404)]
    [InlineData(200)]
    public async Task The_next_address_is_asked_when_one_does_not_tell(int status)
    {
        await using RevocationScene scene = await RevocationScene.StartAsync();
        string[] addresses = [.. new[] { "first.crl", RevocationScene.List }.Select(name => new Uri(scene.Service.Origin, name).AbsoluteUri)];
        using X509Certificate2 certificate = scene.Install(both => both with
        {
            Responder = null,
            RevocationList = null,
            Extension = CertificateRevocationListBuilder.BuildCrlDistributionPointExtension(addresses),
        });
        scene.Service.Answer("first.crl", _ => Reply.Text(status, "<html>"));
        scene.Publish();

        Assert.Equal(CheckStatus.Passed, (await scene.CheckAsync()).Status);
        Assert.Equal(["first.crl", RevocationScene.List], scene.Service.Requests.Select(request => request.Operation));
    }

    [Fact]
    public async Task A_list_that_does_not_speak_for_the_certificate_is_a_warning_that_says_so()
    {
        await using RevocationScene scene = await RevocationScene.StartAsync();
        using X509Certificate2 certificate = scene.Install(both => both with { Responder = null });
        var list = new ListMaker { Extensions = [ListMaker.Number, ListMaker.Scope(0x82, 0x01, 0xFF)] };
        scene.Service.Answer(RevocationScene.List, _ => new Reply(200, list.Sign(scene.Authority.Certificate)));

        Check check = await scene.CheckAsync();

        Assert.Equal(CheckStatus.Warning, check.Status);
        Assert.Contains("OtherScope", check.Detail, StringComparison.Ordinal);
    }
}

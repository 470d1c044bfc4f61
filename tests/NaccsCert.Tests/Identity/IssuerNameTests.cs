using System;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using NaccsCert.Messages;
using Xunit;

namespace NaccsCert.Tests.Identity;

/// <summary>An issuer is found by its common name, or where it has none, by its unit or organization, in whatever order they stand.</summary>
public sealed class IssuerNameTests
{
    [Theory]
    [InlineData("C=JP, O=Org, OU=Unit, CN=Name", "Name")]
    [InlineData("C=JP, O=Org, OU=Unit", "Unit")]
    [InlineData("O=Org, OU=Unit", "Unit")]
    [InlineData("OU=Unit, O=Org", "Unit")]
    [InlineData("O=Org", "Org")]
    public void An_issuer_needs_no_common_name(string issuer, string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        DateTimeOffset now = DateTimeOffset.UtcNow;
        using X509Certificate2 certificate = new CertificateRequest(issuer, key, HashAlgorithmName.SHA256).CreateSelfSigned(now, now.AddDays(1));

        Assert.True(Certificates.NamesIssuer(certificate, name));
        Assert.False(Certificates.NamesIssuer(certificate, "JP"));
        Assert.Equal(name, Certificates.SimpleName(certificate, forIssuer: false));
    }
}

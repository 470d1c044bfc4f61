using System;
using System.Collections.Generic;
using System.Security.Cryptography.X509Certificates;
using NaccsCert.Messages;
using NaccsCert.Services;
using NaccsCert.Tests.Support;
using NaccsCert.TestSupport.Certificates;
using NaccsCert.Validation;
using Xunit;

namespace NaccsCert.Tests.Validation;

/// <summary>What is taken of an answer, and what is said about it.</summary>
public sealed class IssuedCertificateTests : IDisposable
{
    private readonly TestAuthority _root = new("Root of many");
    private readonly TestAuthority _authority = new(TestAuthority.ClientCA);
    private readonly byte[] _request = TestAuthority.NewRequest();

    public void Dispose()
    {
        _root.Dispose();
        _authority.Dispose();
    }

    [Fact]
    public void Only_intermediates_of_the_verified_chain_are_taken()
    {
        using X509Certificate2 certificate = _authority.Issue(TestAuthority.KeyOf(_request));
        using X509Certificate2 intermediate = _root.CrossCertify(_authority);
        List<byte[]> junk = [];
        for (int count = 0; count < 20; count++)
        {
            using var other = new TestAuthority($"Junk {count}");
            using X509Certificate2 crossed = _root.CrossCertify(other);
            junk.Add(crossed.RawData);
        }

        IssuedCertificate issued = Verify([certificate.RawData, .. junk, intermediate.RawData]);

        Assert.Equal([intermediate.RawData], issued.Intermediates);
        Assert.Equal(_root.Certificate.RawData, issued.Root);
        Assert.False(issued.IsNotYetValid);
    }

    [Theory]
    [InlineData(2, false)]
    [InlineData(60 * 24, true)]
    public void What_begins_later_than_clocks_may_be_off_is_said_to_be_not_yet_valid(int minutes, bool expected)
    {
        DateTimeOffset start = DateTimeOffset.UtcNow.AddMinutes(minutes);
        using X509Certificate2 certificate = _authority.Issue(TestAuthority.KeyOf(_request), new ClientProfile { NotBefore = start });
        using X509Certificate2 intermediate = _root.CrossCertify(_authority);

        IssuedCertificate issued = Verify([certificate.RawData, intermediate.RawData]);

        Assert.Equal(expected, issued.IsNotYetValid);
        Assert.Equal(certificate.NotBefore.ToUniversalTime(), issued.NotBefore.UtcDateTime);
    }

    [Fact]
    public void A_certificate_is_judged_the_same_without_a_service()
    {
        using X509Certificate2 good = _authority.Issue(TestAuthority.KeyOf(_request));
        using X509Certificate2 server = _authority.Issue(TestAuthority.KeyOf(_request), new ClientProfile { Usage = ChainValidator.ServerAuthentication });
        using X509Certificate2 authority = _authority.Issue(
            TestAuthority.KeyOf(_request), new ClientProfile { Usage = null, Extension = X509BasicConstraintsExtension.CreateForCertificateAuthority() });
        using X509Certificate2 ended = _authority.Issue(TestAuthority.KeyOf(_request), new ClientProfile
        {
            NotBefore = DateTimeOffset.UtcNow.AddDays(-2),
            NotAfter = DateTimeOffset.UtcNow.AddDays(-1),
        });

        Assert.Null(Judge(good).Problem);
        Assert.Equal(ClientCertificateProblem.UsageInvalid, Judge(server).Problem);
        Assert.Equal(ClientCertificateProblem.IsAuthority, Judge(authority).Problem);
        Assert.Equal(ClientCertificateProblem.Expired, Judge(ended).Problem);
        Assert.Equal(
            ClientCertificateProblem.KeyMismatch,
            ClientCertificateCheck.Evaluate(good.RawData, CertificationRequest.PublicKeyOf(TestAuthority.NewRequest()), DateTimeOffset.UtcNow).Problem);
        Assert.Equal(
            ClientCertificateProblem.Unreadable,
            ClientCertificateCheck.Evaluate([0x30, 0x00], CertificationRequest.PublicKeyOf(_request), DateTimeOffset.UtcNow).Problem);
    }

    private ClientCertificateCheck Judge(X509Certificate2 certificate) =>
        ClientCertificateCheck.Evaluate(certificate.RawData, CertificationRequest.PublicKeyOf(_request), DateTimeOffset.UtcNow);

    private IssuedCertificate Verify(IEnumerable<byte[]> answer)
    {
        ServiceDefinition definition = new DefinitionBuilder(new Uri("https://any.invalid"))
            .Pin("server", _root.Certificate).Pin("client", _root.Certificate).Build();
        return IssuedCertificate.Verify(
            CertsOnlyMessage.Build([.. answer]), _request, [_root.Certificate.RawData], definition, DateTimeOffset.UtcNow);
    }
}

using System;
using System.Collections.Generic;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using NaccsCert.Validation;
using NaccsCert.Validation.Paths;
using Xunit;

namespace NaccsCert.Tests.Validation;

/// <summary>What a chain must be, the same on every platform (RFC 5280, section 6).</summary>
public sealed class ChainValidatorTests
{
    private const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";

    private static readonly byte[] Null = [0x05, 0x00];

    private static readonly Dictionary<string, (ChainProblem Problem, Func<TestPath> Path)> Bad = new()
    {
        ["a client key of 1024 bits"] = (ChainProblem.WeakKey, () => new TestPath { ClientKey = RSA.Create(1024) }),
        ["an issuer's key of 1024 bits"] = (ChainProblem.WeakKey, () => new TestPath { AuthorityKey = RSA.Create(1024) }),
        ["a curve of 224 bits"] = (ChainProblem.WeakKey, () => new TestPath { ClientKey = ECDsa.Create(ECCurve.CreateFromValue("1.3.132.0.33")) }),
        ["a signature with SHA-1"] = (ChainProblem.WeakSignature, () => new TestPath { ClientHash = HashAlgorithmName.SHA1 }),
        ["a signature of another key"] = (ChainProblem.NotSignatureValid, () => new TestPath { Signer = TestPath.NewKey() }),
        ["a CA as client"] = (ChainProblem.InvalidBasicConstraints, () => new TestPath { ClientExtensions = TestPath.Authority() }),
        ["an issuer that is no CA"] = (ChainProblem.InvalidBasicConstraints, () => new TestPath { AuthorityExtensions = [] }),
        ["a root that is no CA"] = (ChainProblem.InvalidBasicConstraints, () => new TestPath { RootExtensions = [] }),
        ["more issuers than the root allows"] = (ChainProblem.InvalidBasicConstraints, () => new TestPath { RootExtensions = TestPath.Authority(0) }),
        ["an issuer that may not sign certificates"] = (ChainProblem.NotValidForUsage, () => new TestPath
        {
            AuthorityExtensions =
            [
                new X509BasicConstraintsExtension(true, false, 0, critical: true),
                new X509KeyUsageExtension(X509KeyUsageFlags.CrlSign, critical: true),
            ],
        }),
        ["a client that may not sign"] = (ChainProblem.NotValidForUsage, () => new TestPath
        {
            ClientExtensions = [new X509KeyUsageExtension(X509KeyUsageFlags.KeyEncipherment, critical: true)],
        }),
        ["a client that may sign certificates"] = (ChainProblem.InvalidBasicConstraints, () => new TestPath
        {
            ClientExtensions = [new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.KeyCertSign, critical: true)],
        }),
        ["a server's certificate"] = (ChainProblem.NotValidForUsage, () => new TestPath { ClientExtensions = [TestPath.Usage(ServerAuthentication)] }),
        ["an issuer for servers only"] = (ChainProblem.NotValidForUsage, () => new TestPath
        {
            AuthorityExtensions = [.. TestPath.Authority(), TestPath.Usage(ServerAuthentication)],
        }),
        ["an unknown critical extension"] = (ChainProblem.HasNotSupportedCriticalExtension, () => new TestPath
        {
            ClientExtensions = [new X509Extension("1.2.3.4", Null, critical: true)],
        }),
        ["an unknown critical extension of an issuer"] = (ChainProblem.HasNotSupportedCriticalExtension, () => new TestPath
        {
            AuthorityExtensions = [.. TestPath.Authority(), new X509Extension("1.2.3.4", Null, critical: true)],
        }),
        ["an extension that cannot be read"] = (ChainProblem.InvalidExtension, () => new TestPath
        {
            ClientExtensions = [new X509Extension("2.5.29.37", [0x30, 0x05, 0x06], critical: false)],
        }),
        ["a name that its issuer may not give"] = (ChainProblem.InvalidNameConstraints, () => new TestPath
        {
            AuthorityExtensions = [.. TestPath.Authority(), ExcludedHost("example.com")],
            ClientExtensions = [Host("www.example.com")],
        }),
        ["no subject and no other name"] = (ChainProblem.InvalidName, () => new TestPath { Client = new X500DistinguishedName([0x30, 0x00]) }),
        ["an end in the past"] = (ChainProblem.NotTimeValid, () => new TestPath { ClientEnd = DateTimeOffset.UtcNow.AddDays(-1) }),
    };

    public static TheoryData<string> Names => [.. Bad.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_chain_is_refused_with(string fault)
    {
        ChainResult result = Bad[fault].Path().Validate();

        Assert.Null(result.Root);
        Assert.Equal(Bad[fault].Problem, result.Problem);
        Assert.Contains(Bad[fault].Problem.ToString(), result.Failure, StringComparison.Ordinal);
        Assert.Empty(result.Path);
    }

    [Fact]
    public void A_good_chain_is_given_from_the_first_certificate_to_the_root()
    {
        (byte[] root, byte[] authority, byte[] client) = new TestPath().Build();

        ChainResult result = ChainValidator.Validate(
            client, [client, authority, root], [root], new PathRules(TestPath.ClientAuthentication, DateTimeOffset.UtcNow));

        Assert.Equal([client, authority, root], result.Path);
        Assert.Equal([authority], result.Intermediates);
        Assert.Equal(Convert.ToHexString(SHA256.HashData(root)), result.Root);
    }

    [Fact]
    public void A_name_outside_the_excluded_ones_is_accepted() => Assert.True(new TestPath
    {
        AuthorityExtensions = [.. TestPath.Authority(), ExcludedHost("example.com")],
        ClientExtensions = [Host("www.example.org")],
    }.Validate().IsTrusted);

    [Fact]
    public void An_RSA_chain_is_accepted() => Assert.True(new TestPath
    {
        AuthorityKey = RSA.Create(2048),
        ClientKey = RSA.Create(2048),
    }.Validate().IsTrusted);

    [Fact]
    public void Many_authorities_of_one_name_do_not_hold_the_validator_up()
    {
        (byte[] root, byte[] authority, byte[] client) = new TestPath().Build();
        List<byte[]> others = [];
        for (int count = 0; count < 40; count++)
        {
            others.Add(new TestPath().Build().Authority);
        }

        ChainResult result = ChainValidator.Validate(
            client, [.. others, authority], [root], new PathRules(TestPath.ClientAuthentication, DateTimeOffset.UtcNow));

        Assert.Equal([authority], result.Intermediates);
    }

    private static X509Extension Host(string name)
    {
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(name);
        return names.Build();
    }

    // RFC 5280, section 4.2.1.10: excludedSubtrees with one dNSName.
    private static X509Extension ExcludedHost(string name)
    {
        byte[] host = [0x82, (byte)name.Length, .. System.Text.Encoding.ASCII.GetBytes(name)];
        byte[] subtree = [0x30, (byte)host.Length, .. host];
        byte[] excluded = [0xA1, (byte)subtree.Length, .. subtree];
        return new X509Extension("2.5.29.30", [0x30, (byte)excluded.Length, .. excluded], critical: true);
    }
}

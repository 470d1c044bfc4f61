using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Services;
using NaccsCert.Tests.Support;
using NaccsCert.TestSupport;
using NaccsCert.TestSupport.Certificates;
using NaccsCert.TestSupport.Servers;
using NaccsCert.Time;
using NaccsCert.Transport;
using NaccsCert.Validation.Roots;
using Xunit;

namespace NaccsCert.Tests.Roots;

/// <summary>A root is trusted only if it is pinned and signed with its own key, wherever it comes from.</summary>
public sealed class RootTests : IDisposable
{
    private readonly ScratchDirectory _folder = new();
    private readonly ScratchUser _user = new();
    private readonly TestAuthority _pinned = new("Pinned Root");
    private readonly TestAuthority _otherAuthority = new("Other CA");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _folder.Dispose();
        _user.Dispose();
        _pinned.Dispose();
        _otherAuthority.Dispose();
    }

    [Fact]
    public void RootCA2_as_a_text_file_is_accepted_installed_and_the_second_time_already_trusted()
    {
        ServiceDefinition definition = new ServiceDefinitionSource([]).Load(null);
        using Stream resource = typeof(ServiceDefinitionSource).Assembly
            .GetManifestResourceStream("NaccsCert.Services.BuiltIn.security-communication-rootca2.cer")!;
        using var certificate = new MemoryStream();
        resource.CopyTo(certificate);
        string file = _folder.Member("scrca2.txt");
        File.WriteAllText(file, "Security Communication RootCA2\r\n" + PemEncoding.WriteString("CERTIFICATE", certificate.ToArray()));

        byte[] root = Roots(file, definition)[0];
        RootCAResult first = Installer().Install(root);
        RootCAResult second = Installer().Install(root);

        Assert.Equal((RootCAStatus.Installed, true), (first.Status, first.Changed));
        Assert.Equal((RootCAStatus.AlreadyTrusted, false), (second.Status, second.Changed));
        Assert.Equal("513B2CECB810D4CDE5DD85391ADFC6C2DD60D87BB736D2B521484AA47A0EBEF6", first.Sha256);
        Assert.Equal("5F3B8CF2F810B37D78B4CEEC1919C37334B9C774", first.Thumbprint);
        Assert.Equal("Security Communication RootCA2", first.Name);
        Assert.Equal(new DateTime(2029, 5, 29), first.NotAfter!.Value.Date);
        Assert.Single(_user.Store("Root").Read());
    }

    [Fact]
    public void The_built_in_definition_brings_two_roots_and_the_pin_of_a_third()
    {
        ServiceDefinition definition = new ServiceDefinitionSource([]).Load(null);

        Assert.Equal(
            ["Security Communication RootCA2", "Security Communication RootCA3", null],
            definition.TrustAnchors.Select(anchor => RootCASource.FromAnchor(anchor, definition))
                .Select(root => root is null ? null : RootCASource.NameOf(root)));
        Assert.Equal(RootCAStatus.Unavailable, Installer().Report(definition.TrustAnchors[2]).Status);
    }

    [Fact]
    public void A_root_of_which_only_the_pin_is_known_is_found_among_the_trusted_ones()
    {
        ServiceDefinition definition = new DefinitionBuilder(new Uri("https://any.invalid")).Pin("server", _pinned.Certificate)
            .With(json => json["trustAnchors"]![0]!.AsObject().Remove("file")).Build();
        TrustAnchor anchor = Assert.Single(definition.TrustAnchors);
        Assert.Null(RootCASource.FromAnchor(anchor, definition));
        Assert.Equal(RootCAStatus.Unavailable, Installer().Report(anchor).Status);

        Installer().Install(_pinned.Certificate.RawData);

        RootCAResult report = Installer().Report(anchor);
        Assert.Equal((RootCAStatus.AlreadyTrusted, false), (report.Status, report.Changed));
        Assert.Equal(_pinned.Certificate.Thumbprint, report.Thumbprint);
    }

    [Fact]
    public void A_pinned_root_is_taken_as_PEM_and_as_DER()
    {
        string pem = _folder.Member("root.pem");
        string der = _folder.Member("root.cer");
        File.WriteAllText(pem, _pinned.Certificate.ExportCertificatePem().Replace("\n", "\r\n", StringComparison.Ordinal));
        File.WriteAllBytes(der, _pinned.Certificate.RawData);

        Assert.Equal([_pinned.Certificate.RawData], Roots(pem));
        Assert.Equal([_pinned.Certificate.RawData], Roots(der));
    }

    [Fact]
    public void A_root_that_is_not_pinned_is_refused()
    {
        string file = _folder.Member("root.cer");
        File.WriteAllBytes(file, _otherAuthority.Certificate.RawData);

        Assert.Equal(ErrorId.RootPinMismatch, Refused(() => Roots(file)).ErrorId);
    }

    [Fact]
    public void A_cross_certificate_with_the_subject_of_a_root_is_refused_even_if_it_is_pinned()
    {
        using X509Certificate2 cross = _otherAuthority.CrossCertify(_pinned);
        string file = _folder.Member("cross.cer");
        File.WriteAllBytes(file, cross.RawData);
        ServiceDefinition definition = new DefinitionBuilder(new Uri("https://any.invalid")).Pin("server", cross).Build();

        NaccsException error = Refused(() => Roots(file, definition));

        Assert.Equal(ErrorId.RootNotSelfSigned, error.ErrorId);
        Assert.Contains("CN=Other CA", error.Message, StringComparison.Ordinal);
        Assert.Equal(
            ErrorId.RootNotSelfSigned,
            Refused(() => RootCASource.FromAnchor(definition.TrustAnchors[0], definition)!).ErrorId);
    }

    [Fact]
    public void A_certificate_that_names_itself_but_was_signed_with_another_key_is_no_root()
    {
        byte[] forged = _pinned.Certificate.RawData;
        forged[^1] ^= 1;
        string file = _folder.Member("forged.cer");
        File.WriteAllBytes(file, forged);

        Assert.Equal(ErrorId.RootNotSelfSigned, Refused(() => Roots(file)).ErrorId);
    }

    [Fact]
    public async Task Roots_come_from_the_service_too_and_only_pinned_ones_are_trusted_without_a_word()
    {
        await using FakeEstServer service = await FakeEstServer.StartAsync(Token);
        ServiceDefinition definition = service.Define();
        var clients = new HttpClientFactory(new SystemClock(), NetworkOptions.Default, new PlatformHttpHandlerFactory());
        service.Answer("cacerts", _ => Reply.Certificates(service.Authority.Certificate, _otherAuthority.Certificate));
        IReadOnlyList<byte[]> roots = await RootCASource.FromServiceAsync(definition, clients, Token);

        Assert.Equal([service.Authority.Certificate.RawData, _otherAuthority.Certificate.RawData], roots);
        var trust = new RootTrust(Installer(), definition, NoRootConsent.Instance);
        Assert.Equal(RootCAStatus.Installed, await trust.ApplyAsync(roots[0], RootCAHandling.Ask, Token));
        Assert.Equal(RootCAStatus.NotPinned, await trust.ApplyAsync(roots[1], RootCAHandling.Ask, Token));
        Assert.DoesNotContain(_user.Store("Root").Read(), root => root.RawData.SequenceEqual(roots[1]));
        Assert.Null(await trust.ApplyAsync(roots[1], RootCAHandling.Skip, Token));
        Assert.Equal(RootCAStatus.Installed, await trust.ApplyAsync(roots[1], RootCAHandling.Install, Token));
    }

    private RootInstaller Installer() => RootInstaller.ForUser(_user.Store, [], canAskUser: false);

    private ServiceDefinition Define() =>
        new DefinitionBuilder(new Uri("https://any.invalid")).Pin("server", _pinned.Certificate).Build();

    private byte[][] Roots(string file, ServiceDefinition? definition = null) =>
        [.. RootCASource.FromFile(file).Certificates.Select(root => RootCASource.Require(root, definition ?? Define()))];

    private static NaccsException Refused(Func<object> action)
    {
        NaccsException error = Assert.Throws<NaccsException>(action);
        Assert.NotEmpty(error.RecommendedAction);
        return error;
    }
}

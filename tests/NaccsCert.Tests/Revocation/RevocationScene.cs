using System;
using System.Security.Cryptography.X509Certificates;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Services;
using NaccsCert.Stores;
using NaccsCert.Tests.Reminders;
using NaccsCert.Tests.Support;
using NaccsCert.TestSupport.Certificates;
using NaccsCert.TestSupport.Servers;
using NaccsCert.Time;
using NaccsCert.Transport;
using NaccsCert.Validation.Installed;
using Xunit;

namespace NaccsCert.Tests.Revocation;

/// <summary>A certificate of a fake service, and what the service says about its revocation.</summary>
internal sealed class RevocationScene : IAsyncDisposable
{
    public const string Responder = "ocsp";
    public const string List = "list.crl";

    private readonly ScratchUser _user = new();

    private RevocationScene(FakeEstServer service) => Service = service;

    public FakeEstServer Service { get; }

    public TestAuthority Authority => Service.Authority;

    /// <summary>An authority of the same name, with another key.</summary>
    public TestAuthority OtherAuthority { get; } = new(TestAuthority.ClientCA);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<RevocationScene> StartAsync() => new(await FakeEstServer.StartAsync(Token));

    /// <summary>Installs a certificate that names both ways to ask, or other ones.</summary>
    public X509Certificate2 Install(Func<ClientProfile, ClientProfile>? change = null)
    {
        var both = new ClientProfile
        {
            Responder = new Uri(Service.Origin, Responder),
            RevocationList = new Uri(Service.Origin, List),
        };
        X509Certificate2 certificate = Authority.IssueWithKey(change is null ? both : change(both));
        _user.Store("My").Add(certificate);
        return certificate;
    }

    /// <summary>Has the responder answer, signed by the authority itself unless somebody else is named.</summary>
    public void Answer(OcspReply answer, OcspSigner? signer = null) => Service.Answer(
        Responder,
        request => new Reply(200, (signer ?? Authority.AsResponder()).Sign(answer, request.Body), "application/ocsp-response"));

    /// <summary>Publishes a list with these certificates on it.</summary>
    public void Publish(params X509Certificate2[] revoked) =>
        Service.Answer(List, _ => new Reply(200, Authority.SignRevocationList(DateTimeOffset.UtcNow.AddDays(1), revoked)));

    /// <summary>What is found out about the revocation.</summary>
    public async Task<Check> CheckAsync(NetworkOptions? network = null)
    {
        ServiceDefinition definition = Service.Define();
        using StoredCertificate certificate = Assert.Single(_user.Certificates(definition));
        var clients = new HttpClientFactory(new SystemClock(), network ?? NetworkOptions.Default, new PlatformHttpHandlerFactory());
        using var authorities = new DisposableList<X509Certificate2>([]);
        CertificateTestResult result = await new CertificateTester(definition, authorities, ReminderRecords.NotRegistered, clients)
            .TestAsync(certificate, new CertificateTestOptions { CheckRevocation = true }, Token);
        return Assert.Single(result.Checks, check => check.Name == "Revocation");
    }

    public async ValueTask DisposeAsync()
    {
        _user.Dispose();
        OtherAuthority.Dispose();
        await Service.DisposeAsync();
    }
}

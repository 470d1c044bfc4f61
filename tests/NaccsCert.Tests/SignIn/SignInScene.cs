using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Security.Cryptography.X509Certificates;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using NaccsCert.Services;
using NaccsCert.Tests.Support;
using NaccsCert.TestSupport.Certificates;
using NaccsCert.TestSupport.Servers;
using NaccsCert.Transport;
using NaccsCert.Validation.SignIn;
using Xunit;

namespace NaccsCert.Tests.SignIn;

/// <summary>A site that takes client certificates, behind an intermediate CA as most are, and a user with a certificate.</summary>
internal sealed class SignInScene : IDisposable
{
    /// <summary>The page that the definition names.</summary>
    public const string Path = "/sign-in/check";

    private readonly TestAuthority _between;
    private readonly ConcurrentQueue<string> _requests = new();

    public SignInScene()
    {
        _between = new TestAuthority("TLS CA", ServerRoot);
        Certificate = Authority.IssueWithKey();
    }

    public TestAuthority ServerRoot { get; } = new("TLS Root");

    public TestAuthority Authority { get; } = new(TestAuthority.ClientCA);

    /// <summary>The user's certificate.</summary>
    public X509Certificate2 Certificate { get; private set; }

    /// <summary>What the site was sent, method and path.</summary>
    public IReadOnlyCollection<string> Requests => _requests;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Gives the user a certificate with this profile.</summary>
    public void Reissue(ClientProfile profile, TestAuthority? authority = null)
    {
        Certificate.Dispose();
        Certificate = (authority ?? Authority).IssueWithKey(profile);
    }

    /// <summary>Signs in to a site.</summary>
    /// <param name="tls">How its TLS is set up.</param>
    /// <param name="reply">What it answers.</param>
    /// <param name="subject">What is known of the certificate; null for nothing.</param>
    /// <param name="definition">Changes the definition.</param>
    /// <param name="identity">Its certificate; null for one that the definition pins the root of.</param>
    public async Task<Check> SignInAsync(
        Action<HttpsConnectionAdapterOptions> tls,
        Reply? reply = null,
        SignInSubject? subject = null,
        Action<DefinitionBuilder>? definition = null,
        ServerIdentity? identity = null)
    {
        using ServerIdentity own = ServerIdentity.Issue(_between, "127.0.0.1") with
        {
            Chain = [X509CertificateLoader.LoadCertificate(_between.Certificate.RawData)],
        };
        await using HttpTestServer site = await HttpTestServer.StartAsync(identity ?? own, AnswerAsync, Token, tls);
        DefinitionBuilder builder = new DefinitionBuilder(site.Origin)
            .Pin("server", ServerRoot.Certificate)
            .With(json =>
            {
                json["hosts"]![0]!["clientCertificate"] = true;
                json["hosts"]![0]!["path"] = Path;
            });
        definition?.Invoke(builder);
        return Assert.Single(await SignInAsync(builder.Build(), subject));

        Task<Reply> AnswerAsync(RecordedRequest request, CancellationToken _)
        {
            _requests.Enqueue($"{request.Method} {request.Path}");
            return Task.FromResult(reply ?? Reply.Text(200, "welcome"));
        }
    }

    /// <summary>Signs in to the hosts of a definition.</summary>
    public Task<IReadOnlyList<Check>> SignInAsync(ServiceDefinition definition, SignInSubject? subject = null)
    {
        var clients = new HttpClientFactory(SettableClock.AtNow(), new NetworkOptions { NoProxy = true }, new PlatformHttpHandlerFactory());
        return new SignInTester(definition, clients).TestAsync(subject ?? Subject(), null, Token);
    }

    /// <summary>What is known of the certificate.</summary>
    public SignInSubject Subject(params X509Certificate2[] known) =>
        new(Certificate, SignInSubject.IssuersOf(Certificate, known), HasExpired: false, IsRevoked: false);

    public void Dispose()
    {
        Certificate.Dispose();
        Authority.Dispose();
        _between.Dispose();
        ServerRoot.Dispose();
    }
}

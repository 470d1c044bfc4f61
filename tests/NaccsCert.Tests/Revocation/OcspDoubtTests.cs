using System;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Threading.Tasks;
using NaccsCert.Tests.Support;
using NaccsCert.TestSupport.Certificates;
using NaccsCert.TestSupport.Servers;
using Xunit;

namespace NaccsCert.Tests.Revocation;

/// <summary>Answers of an OCSP responder that tell nothing: the list is asked instead, and "revoked" is not said without proof.</summary>
public sealed class OcspDoubtTests
{
    private const string Signing = "1.3.6.1.5.5.7.3.9";
    private const string ClientAuthentication = "1.3.6.1.5.5.7.3.2";

    private static readonly OcspReply Revoked = new() { State = OcspReply.Revoked };

    // What each doubtful answer is, and what of it the warning names.
    private static readonly Dictionary<string, (string Cause, Action<RevocationScene> Arrange)> Kinds = new()
    {
        ["unknown"] = ("Unknown", scene => scene.Answer(new OcspReply { State = OcspReply.Unknown })),
        ["malformed"] = ("MalformedRequest", scene => Reply(scene, [0x30, 0x03, 0x0A, 0x01, 0x01])),
        ["try later"] = ("TryLater", scene => Reply(scene, [0x30, 0x03, 0x0A, 0x01, 0x03])),
        ["unauthorized"] = ("Unauthorized", scene => Reply(scene, [0x30, 0x03, 0x0A, 0x01, 0x06])),
        ["no such status"] = ("status", scene => Reply(scene, [0x30, 0x03, 0x0A, 0x01, 0x04])),
        ["success without an answer"] = ("no basic", scene => Reply(scene, [0x30, 0x03, 0x0A, 0x01, 0x00])),
        ["nothing"] = ("no OCSP response", scene => Reply(scene, [])),
        ["page"] = ("no OCSP response", scene => Reply(scene, "<html>"u8.ToArray())),
        ["error"] = ("HTTP 500", scene => scene.Service.Answer(RevocationScene.Responder, _ => TestSupport.Servers.Reply.Text(500, "no"))),
        ["tampered"] = ("of the issuer", scene => scene.Service.Answer(
            RevocationScene.Responder,
            request => new Reply(200, Tampered(scene.Authority.AsResponder().Sign(new OcspReply(), request.Body))))),
        ["stale"] = ("not current", scene => scene.Answer(
            Revoked with { ThisUpdate = DateTimeOffset.UtcNow.AddDays(-2), NextUpdate = DateTimeOffset.UtcNow.AddMinutes(-6) })),
        ["of any age"] = ("not current", scene => scene.Answer(
            new OcspReply { ThisUpdate = DateTimeOffset.UtcNow.AddMinutes(-6), NextUpdate = null, Nonce = _ => null })),
        ["from the future"] = ("not current", scene => scene.Answer(
            new OcspReply { ThisUpdate = DateTimeOffset.UtcNow.AddMinutes(6) })),
        ["of another authority"] = ("of the issuer", scene => scene.Answer(Revoked, scene.OtherAuthority.AsResponder())),
        ["of a delegate of another authority"] = ("of the issuer", scene => AnswerByDelegate(
            scene, scene.OtherAuthority, new ClientProfile { Usage = Signing })),
        ["of a client of the issuer"] = ("of the issuer", scene => AnswerByDelegate(
            scene, scene.Authority, new ClientProfile { Usage = ClientAuthentication })),
        ["of a delegate for nothing"] = ("of the issuer", scene => AnswerByDelegate(
            scene, scene.Authority, new ClientProfile { Usage = null })),
        ["of a delegate whose time is over"] = ("of the issuer", scene => AnswerByDelegate(
            scene,
            scene.Authority,
            new ClientProfile
            {
                Usage = Signing,
                NotBefore = DateTimeOffset.UtcNow.AddDays(-30),
                NotAfter = DateTimeOffset.UtcNow.AddDays(-1),
            })),
        ["of a delegate with a weak key"] = ("of the issuer", AnswerByWeakDelegate),
        ["of a delegate with a condition"] = ("of the issuer", scene => AnswerByDelegate(
            scene,
            scene.Authority,
            new ClientProfile { Usage = Signing, Extension = new X509Extension("1.2.3.4", [0x05, 0x00], critical: true) })),
        ["about another certificate"] = ("another certificate", scene => scene.Answer(Revoked with { Serial = [0x42] })),
        ["to another request"] = ("another request", scene => scene.Answer(Revoked with { Nonce = nonce => [.. nonce[..^1], (byte)~nonce[^1]] })),
        ["with a condition"] = ("critical", scene => scene.Answer(new OcspReply { CriticalExtension = "1.2.3.4" })),
    };

    public static TheoryData<string> Names => [.. Kinds.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_list_is_asked_instead(string kind)
    {
        await using RevocationScene scene = await RevocationScene.StartAsync();
        using X509Certificate2 certificate = scene.Install();
        Kinds[kind].Arrange(scene);
        scene.Publish();

        Assert.Equal(CheckStatus.Passed, (await scene.CheckAsync()).Status);
        Assert.Equal(
            [RevocationScene.Responder, RevocationScene.List], scene.Service.Requests.Select(request => request.Operation));
    }

    [InEnglish]
    [Theory]
    [MemberData(nameof(Names))]
    public async Task Without_a_list_it_is_a_warning_that_says_why(string kind)
    {
        await using RevocationScene scene = await RevocationScene.StartAsync();
        using X509Certificate2 certificate = scene.Install(both => both with { RevocationList = null });
        Kinds[kind].Arrange(scene);

        Check check = await scene.CheckAsync();

        Assert.Equal(CheckStatus.Warning, check.Status);
        Assert.Contains("OCSP: ", check.Detail, StringComparison.Ordinal);
        Assert.Contains(Kinds[kind].Cause, check.Detail, StringComparison.Ordinal);
    }

    private static void Reply(RevocationScene scene, byte[] content) =>
        scene.Service.Answer(RevocationScene.Responder, _ => new Reply(200, content));

    // The bytes of a good answer, with one bit of its signature changed: it is the last thing in it.
    private static byte[] Tampered(byte[] content) => [.. content[..^1], (byte)(content[^1] ^ 1)];

    private static void AnswerByDelegate(RevocationScene scene, TestAuthority authority, ClientProfile profile) =>
        scene.Answer(Revoked, OcspSigner.Delegate(authority.IssueWithKey(profile)));

    private static void AnswerByWeakDelegate(RevocationScene scene)
    {
        var key = RSA.Create(1024);
        using X509Certificate2 certificate = scene.Authority.Issue(new PublicKey(key), new ClientProfile { Usage = Signing });
        scene.Answer(Revoked, OcspSigner.With(key, certificate.RawData));
    }
}

using System.Linq;
using System.Security.Cryptography.X509Certificates;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Enrollment;
using NaccsCert.Enrollment.Journal;
using NaccsCert.Services;
using NaccsCert.Sessions;
using NaccsCert.Tests.Support;
using NaccsCert.TestSupport.Servers;
using NaccsCert.Validation.Installed;
using Xunit;

namespace NaccsCert.Tests.Enrollment;

/// <summary>Enrollment and renewal by SCEP (RFC 8894), against the CMS of .NET.</summary>
public sealed class ScepTests
{
    private const string Sha256 = "2.16.840.1.101.3.4.2.1";
    private const string Aes128 = "2.16.840.1.101.3.4.1.2";
    private static readonly string Challenge = $"{Outcomes.AnyCodes.Code1}-{Outcomes.AnyCodes.Code2}{Outcomes.AnyCodes.Code3}";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Codes_become_a_certificate_and_that_one_its_successor(bool isPlain)
    {
        await using FakeScepServer service = await FakeScepServer.StartAsync(Token, isPlain);
        ServiceDefinition definition = service.Describe().With(json => json["enrollment"]!["plainHttp"] = isPlain ? "allow" : null).Build();
        using var user = new ScratchUser();

        EnrollmentResult enrolled = await user.EnrollAsync(definition, Outcomes.AnyCodes, Token);
        using StoredCertificate current = Assert.Single(user.Certificates(definition));
        EnrollmentResult renewed = await user.RenewAsync(definition, current.Handle, Token);

        Assert.Equal((EnrollmentStatus.Enrolled, EnrollmentStatus.Renewed), (enrolled.Status, renewed.Status));
        Assert.Equal(2, user.Certificates(definition).Count);
        Assert.Empty(user.Journal.Read());
        ScepExchange first = service.Read(service.Messages[0]);
        Assert.Equal(("19", Challenge, Sha256, Aes128), (first.Type, first.ChallengePassword, first.Digest, first.Cipher));
        ScepExchange second = service.Read(service.Messages[1]);
        Assert.Equal(("17", null, enrolled.Thumbprint), (second.Type, second.ChallengePassword, second.Signer.Thumbprint));
        Assert.NotEqual(first.TransactionId, second.TransactionId);
        Assert.NotEqual(first.Request.PublicKey.EncodedKeyValue.RawData, second.Request.PublicKey.EncodedKeyValue.RawData);
    }

    [Fact]
    public async Task A_lost_answer_is_asked_for_again_with_the_identical_message_and_without_codes()
    {
        await using FakeScepServer service = await FakeScepServer.StartAsync(Token);
        using var user = new ScratchUser();
        service.Answer = _ => Reply.Nothing;

        NaccsException lost = await user.FailByScepAsync(service.Define(), ErrorId.ConnectionFailed, Token);

        JournalEntry entry = user.AssertKept(lost);
        Assert.Equal((EnrollmentStage.Submitted, false), (entry.State, entry.NeedsCodes));
        Assert.DoesNotContain(Outcomes.AnyCodes.Code2, System.Text.Encoding.UTF8.GetString(JournalEntryFormat.Write(entry)), System.StringComparison.Ordinal);
        service.Answer = exchange => service.Issue(exchange);
        using var session = EnrollmentSession.Resume(user.Environment, service.Define(), entry.Id, codes: null, new EnrollmentOptions());
        EnrollmentResult enrolled = await session.FinishAsync(Token);

        Assert.Equal(EnrollmentStatus.Enrolled, enrolled.Status);
        Assert.Equal(service.Messages[0], service.Messages[1]);
        Assert.Equal(entry.Message!.Content, service.Messages[0]);
    }

    [Fact]
    public async Task A_pending_request_is_polled_when_its_time_has_come()
    {
        await using FakeScepServer service = await FakeScepServer.StartAsync(Token);
        var clock = SettableClock.AtNow();
        using var user = new ScratchUser(clock);
        ScepExchange? asked = null;
        service.Answer = exchange => service.Say(ScepReply.To(asked = exchange, "3"), exchange);

        EnrollmentResult pending = await user.EnrollAsync(service.Define(), Outcomes.AnyCodes, Token);
        EnrollmentResult tooEarly = await user.EnrollAsync(service.Define(), Outcomes.AnyCodes, Token);

        Assert.Equal((EnrollmentStatus.Pending, pending), (pending.Status, tooEarly));
        Assert.Single(service.Messages);
        clock.UtcNow = pending.NextAttempt!.Value;
        ScepExchange first = asked!;
        service.Answer = _ => Reply.Nothing;
        await user.FailByScepAsync(service.Define(), ErrorId.ConnectionFailed, Token);
        Assert.Equal(EnrollmentStage.Pending, Assert.Single(user.Journal.Read()).State);

        service.Answer = poll => service.Issue(poll, first);
        EnrollmentResult enrolled = await user.EnrollAsync(service.Define(), Outcomes.AnyCodes, Token);

        Assert.Equal(EnrollmentStatus.Enrolled, enrolled.Status);
        Assert.Equal(["19", "20", "20"], service.Messages.Select(message => service.Read(message).Type));
        Assert.Single(service.Messages.Select(message => service.Read(message).TransactionId).Distinct());
    }

    [Fact]
    public async Task A_service_that_has_forgotten_a_request_that_waits_gets_the_identical_message_again()
    {
        await using FakeScepServer service = await FakeScepServer.StartAsync(Token);
        var clock = SettableClock.AtNow();
        using var user = new ScratchUser(clock);
        service.Answer = exchange => service.Say(ScepReply.To(exchange, "3"), exchange);
        EnrollmentResult pending = await user.EnrollAsync(service.Define(), Outcomes.AnyCodes, Token);
        clock.UtcNow = pending.NextAttempt!.Value;

        service.Answer = exchange => exchange.Type == "20"
            ? service.Say(ScepReply.To(exchange, "2") with { FailInfo = "4" }, exchange)
            : service.Issue(exchange);
        using var session = EnrollmentSession.Resume(
            user.Environment, service.Define(), Assert.Single(user.Journal.Read()).Id, codes: null, new EnrollmentOptions());
        EnrollmentResult enrolled = await session.FinishAsync(Token);

        Assert.Equal(EnrollmentStatus.Enrolled, enrolled.Status);
        Assert.Equal(["19", "20", "19"], service.Messages.Select(message => service.Read(message).Type));
        Assert.Equal(service.Messages[0], service.Messages[2]);
    }

    [Theory]
    [InlineData("2", "badRequest")]
    [InlineData("3", "badTime")]
    [InlineData("9", "9")]
    public async Task A_failInfo_is_told_with_its_meaning_and_costs_no_key(string failInfo, string meaning)
    {
        await using FakeScepServer service = await FakeScepServer.StartAsync(Token);
        using var user = new ScratchUser();
        service.Answer = exchange => service.Say(
            ScepReply.To(exchange, "2") with { FailInfo = failInfo, FailInfoText = "no, " + exchange.ChallengePassword }, exchange);

        NaccsException rejected = await user.FailByScepAsync(service.Define(), ErrorId.RequestRejected, Token);

        Assert.Contains(meaning, rejected.Message, System.StringComparison.Ordinal);
        Assert.Contains("(no, ***-******)", rejected.Message, System.StringComparison.Ordinal);
        user.AssertNothingLeft(rejected);
    }

    [Theory]
    [InlineData("nonce", ErrorId.ResponseNotAuthentic)]
    [InlineData("transaction", ErrorId.ResponseNotAuthentic)]
    [InlineData("type", ErrorId.ResponseNotAuthentic)]
    [InlineData("stranger", ErrorId.ResponseNotAuthentic)]
    [InlineData("client", ErrorId.ResponseNotAuthentic)]
    [InlineData("SHA-1", ErrorId.AlgorithmsTooWeak)]
    [InlineData("Triple DES", ErrorId.AlgorithmsTooWeak)]
    [InlineData("status", ErrorId.ResponseUnreadable)]
    [InlineData("garbage", ErrorId.ResponseUnreadable)]
    public async Task An_answer_that_cannot_be_relied_on_is_not_used_and_the_enrollment_is_kept(string lie, ErrorId expected)
    {
        await using FakeScepServer service = await FakeScepServer.StartAsync(Token);
        using var stranger = new ScepAuthority("OU=NACCS Client CA, O=Fake, C=JP");
        using X509Certificate2 client = service.Authority.IssueWithKey("CN=another client", "1.3.6.1.5.5.7.3.2");
        using var user = new ScratchUser();
        service.Answer = exchange => lie switch
        {
            "nonce" => service.Issue(exchange, reply => reply with { RecipientNonce = new byte[16] }),
            "transaction" => service.Issue(exchange, reply => reply with { TransactionId = "another" }),
            "type" => service.Issue(exchange, reply => reply with { Type = "19" }),
            "stranger" => SignedBy(stranger.Certificate, service, exchange),
            "client" => SignedBy(client, service, exchange),
            "SHA-1" => service.Issue(exchange, reply => reply with { Digest = "1.3.14.3.2.26" }),
            "Triple DES" => service.Issue(exchange, reply => reply with { Cipher = "1.2.840.113549.3.7" }),
            "status" => service.Say(ScepReply.To(exchange, "1"), exchange),
            _ => Reply.Text(200, "<html>"),
        };

        NaccsException error = await user.FailByScepAsync(service.Define(), expected, Token);

        user.AssertKept(error);
        service.Answer = exchange => service.Issue(exchange);
        Assert.Equal(EnrollmentStatus.Enrolled, (await user.EnrollAsync(service.Define(), Outcomes.AnyCodes, Token)).Status);
        Assert.Equal(service.Messages[0], service.Messages[^1]);
    }

    [Fact]
    public async Task What_is_out_of_date_will_do_where_the_definition_says_so()
    {
        await using FakeScepServer service = await FakeScepServer.StartAsync(Token);
        service.Capabilities = "SHA-1\r\nDES3\r\nRenewal\r\n";
        service.Answer = exchange => service.Issue(
            exchange, reply => reply with { Digest = "1.3.14.3.2.26", Cipher = "1.2.840.113549.3.7" });
        using var user = new ScratchUser();

        NaccsException refused = await user.FailByScepAsync(service.Define(), ErrorId.AlgorithmsTooWeak, Token);
        user.AssertNothingLeft(refused);
        Assert.Empty(service.Messages);
        ServiceDefinition allowing = service.Describe().With(json => json["enrollment"]!["legacyAlgorithms"] = "allow").Build();
        EnrollmentResult enrolled = await user.EnrollAsync(allowing, Outcomes.AnyCodes, Token);

        Assert.Equal(EnrollmentStatus.Enrolled, enrolled.Status);
        ScepExchange exchange = service.Read(Assert.Single(service.Messages));
        Assert.Equal(("1.3.14.3.2.26", "1.2.840.113549.3.7"), (exchange.Digest, exchange.Cipher));
    }

    [Theory]
    [InlineData("1.3.6.1.5.5.7.3.28", null)]
    [InlineData("1.3.6.1.4.1.311.20.2.1", null)]
    [InlineData("1.3.6.1.5.5.7.3.2", ErrorId.AuthorityNotTrusted)]
    public async Task Codes_are_encrypted_to_an_RA_that_the_CA_made_one_and_to_no_client_of_it(string usage, ErrorId? expected)
    {
        await using FakeScepServer service = await FakeScepServer.StartAsync(Token);
        X509Certificate2 registrar = service.Authority.IssueWithKey("CN=RA", usage);
        service.Registrar = registrar;
        service.CACertificates = () => expected is null
            ? Reply.Certificates(registrar, service.Authority.Certificate)
            : Reply.Certificates(registrar);
        ServiceDefinition definition = service.Describe()
            .With(json => json["trustAnchors"]![1]!.AsObject().Remove(expected is null ? "none" : "file")).Build();
        using var user = new ScratchUser();

        if (expected is { } error)
        {
            user.AssertNothingLeft(await user.FailByScepAsync(definition, error, Token));
            Assert.Empty(service.Messages);
        }
        else
        {
            Assert.Equal(EnrollmentStatus.Enrolled, (await user.EnrollAsync(definition, Outcomes.AnyCodes, Token)).Status);
        }
    }

    [Fact]
    public async Task A_message_that_an_RA_cannot_read_is_composed_anew_for_the_one_that_is_there_now()
    {
        await using FakeScepServer service = await FakeScepServer.StartAsync(Token);
        using X509Certificate2 former = service.Authority.IssueWithKey("CN=RA", "1.3.6.1.5.5.7.3.28");
        using var user = new ScratchUser();
        service.CACertificates = () => Reply.Certificates(former, service.Authority.Certificate);
        service.Registrar = former;
        service.Answer = _ => Reply.Nothing;
        NaccsException lost = await user.FailByScepAsync(service.Define(), ErrorId.ConnectionFailed, Token);

        service.Registrar = service.Authority.IssueWithKey("CN=RA", "1.3.6.1.5.5.7.3.28");
        service.CACertificates = () => Reply.Certificates(service.Registrar, service.Authority.Certificate);
        service.Unreadable = message => service.Reject(message, former, "1");
        service.Answer = exchange => service.Issue(exchange);
        using (var session = EnrollmentSession.Resume(
            user.Environment, service.Define(), lost.EnrollmentId!, codes: null, new EnrollmentOptions()))
        {
            NaccsException unread = await Assert.ThrowsAsync<NaccsException>(() => session.FinishAsync(Token));
            Assert.Equal((ErrorId.RequestRejected, true), (unread.ErrorId, Assert.Single(user.Journal.Read()).NeedsCodes));
        }

        Assert.Equal(EnrollmentStatus.Enrolled, (await user.EnrollAsync(service.Define(), Outcomes.AnyCodes, Token)).Status);
        Assert.Equal(3, service.Messages.Count);
        Assert.Equal(service.Messages[0], service.Messages[1]);
        Assert.Equal(Challenge, service.Read(service.Messages[2]).ChallengePassword);
    }

    private static Reply SignedBy(X509Certificate2 signer, FakeScepServer service, ScepExchange exchange) => FakeScepServer.Send(
        (ScepReply.To(exchange, "0") with
        {
            Granted = service.Authority.Issue(exchange.Request.SubjectName, exchange.Request.PublicKey),
        }).Sign(signer, exchange.Signer));
}

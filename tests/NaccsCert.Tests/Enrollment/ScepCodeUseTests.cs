using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Tests.Support;
using NaccsCert.TestSupport.Servers;
using Xunit;

namespace NaccsCert.Tests.Enrollment;

/// <summary>Whether codes have been used, as the exchanges by SCEP show it: a message that was sent holds them.</summary>
public sealed class ScepCodeUseTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false, 503, ErrorId.ServiceUnavailable, CodeUse.NotUsed)]
    [InlineData(false, 0, ErrorId.ConnectionFailed, CodeUse.NotUsed)]
    [InlineData(true, 200, ErrorId.RequestRejected, CodeUse.NotUsed)]
    [InlineData(true, 404, ErrorId.UnexpectedResponse, CodeUse.Unknown)]
    [InlineData(true, 503, ErrorId.ServiceUnavailable, CodeUse.Unknown)]
    [InlineData(true, 0, ErrorId.ConnectionFailed, CodeUse.Unknown)]
    public async Task An_error_says_it_and_the_journal_keeps_it(bool isAfterCodes, int status, ErrorId expected, CodeUse use)
    {
        await using FakeScepServer service = await FakeScepServer.StartAsync(Token);
        using var user = new ScratchUser();
        if (isAfterCodes)
        {
            service.Answer = exchange => status == 200 ? Refuse(service, exchange) : Broken(status);
        }
        else
        {
            service.CACertificates = () => Broken(status);
        }

        NaccsException error = await user.FailByScepAsync(service.Define(), expected, Token);

        Assert.Equal((use, isAfterCodes), (error.CodeUse, service.Messages.Count > 0));
        Assert.All(user.Journal.Read(), entry => Assert.Equal(use, entry.CodeUse));
        service.CACertificates = () => new Reply(200, service.Authority.Certificate.RawData);
        service.Answer = exchange => service.Issue(exchange);
        Assert.Equal(CodeUse.Used, (await user.EnrollAsync(service.Define(), Outcomes.AnyCodes, Token)).CodeUse);
    }

    [Fact]
    public async Task A_refusal_does_not_settle_what_was_lost_before_it()
    {
        await using FakeScepServer service = await FakeScepServer.StartAsync(Token);
        using var user = new ScratchUser();
        service.Answer = _ => Reply.Nothing;
        await user.FailByScepAsync(service.Define(), ErrorId.ConnectionFailed, Token);
        service.Answer = exchange => Refuse(service, exchange);

        NaccsException error = await user.FailByScepAsync(service.Define(), ErrorId.RequestRejected, Token);

        Assert.Equal(CodeUse.Unknown, error.CodeUse);
    }

    [Fact]
    public async Task A_request_that_waits_may_have_used_them_and_its_certificate_has()
    {
        await using FakeScepServer service = await FakeScepServer.StartAsync(Token);
        var clock = SettableClock.AtNow();
        using var user = new ScratchUser(clock);
        ScepExchange? asked = null;
        service.Answer = exchange => service.Say(ScepReply.To(asked = exchange, "3"), exchange);

        EnrollmentResult pending = await user.EnrollAsync(service.Define(), Outcomes.AnyCodes, Token);

        Assert.Equal((EnrollmentStatus.Pending, CodeUse.Unknown), (pending.Status, pending.CodeUse));
        clock.UtcNow = pending.NextAttempt!.Value;
        service.Answer = poll => service.Issue(poll, asked!);
        Assert.Equal(CodeUse.Used, (await user.EnrollAsync(service.Define(), Outcomes.AnyCodes, Token)).CodeUse);
    }

    private static Reply Broken(int status) => status == 0 ? Reply.Nothing : Reply.Text(status, "no");

    private static Reply Refuse(FakeScepServer service, ScepExchange exchange) =>
        service.Say(ScepReply.To(exchange, "2") with { FailInfo = "2" }, exchange);
}

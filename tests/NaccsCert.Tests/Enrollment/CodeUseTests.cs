using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Enrollment;
using NaccsCert.Tests.Support;
using NaccsCert.TestSupport.Servers;
using Xunit;

namespace NaccsCert.Tests.Enrollment;

/// <summary>Whether codes have been used, as the exchanges with a service show it.</summary>
public sealed class CodeUseTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false, 503, ErrorId.ServiceUnavailable, CodeUse.NotUsed)]
    [InlineData(false, 0, ErrorId.ConnectionFailed, CodeUse.NotUsed)]
    [InlineData(true, 400, ErrorId.RequestRefused, CodeUse.NotUsed)]
    [InlineData(true, 401, ErrorId.CodesRefused, CodeUse.NotUsed)]
    [InlineData(true, 403, ErrorId.RequestForbidden, CodeUse.NotUsed)]
    [InlineData(true, 404, ErrorId.UnexpectedResponse, CodeUse.Unknown)]
    [InlineData(true, 503, ErrorId.ServiceUnavailable, CodeUse.Unknown)]
    [InlineData(true, 0, ErrorId.ConnectionFailed, CodeUse.Unknown)]
    public async Task An_error_says_it_and_the_journal_keeps_it(bool isAfterCodes, int status, ErrorId expected, CodeUse use)
    {
        await using FakeEstServer service = await FakeEstServer.StartAsync(Token);
        using var user = new ScratchUser();
        service.Answer("simpleenroll", request => isAfterCodes && request.Authorization is null ? Reply.Challenge("Basic")
            : status == 0 ? Reply.Nothing : Reply.Text(status, "no"));

        NaccsException error = await user.FailAsync(service.Define(), expected, Token);

        Assert.Equal(use, error.CodeUse);
        Assert.All(user.Journal.Read(), entry => Assert.Equal(use, entry.CodeUse));
        service.Answer("simpleenroll", request => request.Authorization is null ? Reply.Challenge("Basic") : service.Issue(request));
        Assert.Equal(CodeUse.Used, (await user.EnrollAsync(service.Define(), Token)).CodeUse);
    }

    [Fact]
    public async Task A_refusal_does_not_settle_what_was_lost_before_it()
    {
        await using FakeEstServer service = await FakeEstServer.StartAsync(Token);
        using var user = new ScratchUser();
        service.Answer("simpleenroll", request => request.Authorization is null ? Reply.Challenge("Basic") : Reply.Nothing);
        await user.FailAsync(service.Define(), ErrorId.ConnectionFailed, Token);
        service.Answer("simpleenroll", request => request.Authorization is null ? Reply.Challenge("Basic") : Reply.Text(401, "no"));

        NaccsException error = await user.FailAsync(service.Define(), ErrorId.CodesRefused, Token);

        Assert.Equal(CodeUse.Unknown, error.CodeUse);
    }

    [Theory]
    [InlineData("", CodeFlaw.Blank, 0)]
    [InlineData(" \u3000", CodeFlaw.Blank, 0)]
    [InlineData(" A B", CodeFlaw.BlankInside, 2)]
    [InlineData("ABあ", CodeFlaw.Character, 3)]
    [InlineData("A\uD800", CodeFlaw.Character, 2)]
    [InlineData("1.2E+10", CodeFlaw.Reformatted, 0)]
    public void What_can_be_no_code_is_known_by_its_flaw(string entered, object flaw, int position)
    {
        var reading = CodeReading.Of(entered);
        Assert.Equal((flaw, position), ((object?)reading.Flaw, reading.Position));
    }

    [Theory]
    [InlineData("AB12", false, false, false)]
    [InlineData("\u3000AB12 ", true, false, false)]
    [InlineData("ＡＢ１２", false, true, false)]
    [InlineData("Ab12", false, false, true)]
    public void What_was_corrected_is_told_and_lower_case_is_not_corrected(string entered, bool trimmed, bool narrowed, bool lowerCase)
    {
        var reading = CodeReading.Of(entered);
        Assert.Null(reading.Flaw);
        Assert.Equal("AB12", lowerCase ? reading.Code.ToUpperInvariant() : reading.Code);
        Assert.Equal((trimmed, narrowed, lowerCase), (reading.IsTrimmed, reading.IsNarrowed, reading.HasLowerCase));
    }
}

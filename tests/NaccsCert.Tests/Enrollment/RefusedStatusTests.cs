using System;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Enrollment.Journal;
using NaccsCert.Services;
using NaccsCert.Tests.Support;
using NaccsCert.TestSupport.Servers;
using NaccsCert.Transport;
using NaccsCert.Validation.Installed;
using Xunit;

namespace NaccsCert.Tests.Enrollment;

/// <summary>What the status of an answer (RFC 7030, section 4.2.3) means for an enrollment.</summary>
public sealed class RefusedStatusTests
{
    private static readonly RetryPolicy Patient = new(2, TimeSpan.FromMilliseconds(1), TimeSpan.FromMinutes(2));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(400, ErrorId.RequestRefused)]
    [InlineData(401, ErrorId.SignInNotOffered)]
    [InlineData(403, ErrorId.RequestForbidden)]
    public async Task A_request_that_is_refused_outright_leaves_neither_entry_nor_key(int status, ErrorId expected)
    {
        await using FakeEstServer service = await FakeEstServer.StartAsync(Token);
        using var user = new ScratchUser();
        service.Answer("simpleenroll", _ => Reply.Text(status, "no,\r\nnever"));

        NaccsException error = await user.FailAsync(service.Define(), expected, Token);

        user.AssertNothingLeft(error);
        Assert.Contains("no, never", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(400, ErrorId.RequestRefused)]
    [InlineData(401, ErrorId.SignInNotOffered)]
    [InlineData(403, ErrorId.RequestForbidden)]
    public async Task A_request_whose_first_answer_was_lost_is_kept_when_it_is_then_refused(int status, ErrorId expected)
    {
        await using FakeEstServer service = await FakeEstServer.StartAsync(Token);
        using var user = new ScratchUser();
        service.Answer("simpleenroll", _ => Reply.Nothing);
        await user.FailAsync(service.Define(), ErrorId.ConnectionFailed, Token);
        service.Answer("simpleenroll", _ => Reply.Text(status, "no"));

        NaccsException error = await user.FailAsync(service.Define(), expected, Token);

        Assert.Equal(2, user.AssertKept(error).Attempts);
    }

    [Theory]
    [InlineData(204, ErrorId.UnexpectedResponse)]
    [InlineData(404, ErrorId.UnexpectedResponse)]
    [InlineData(500, ErrorId.ServiceUnavailable)]
    [InlineData(501, ErrorId.ServiceUnavailable)]
    [InlineData(599, ErrorId.ServiceUnavailable)]
    [InlineData(511, ErrorId.UnexpectedResponse)]
    [InlineData(600, ErrorId.UnexpectedResponse)]
    [InlineData(302, ErrorId.RedirectRefused)]
    public async Task After_any_other_status_the_enrollment_is_kept(int status, ErrorId expected)
    {
        await using FakeEstServer service = await FakeEstServer.StartAsync(Token);
        using var user = new ScratchUser();
        service.Answer("simpleenroll", _ => Reply.Text(status, status == 204 ? string.Empty : "<html>"));

        NaccsException error = await user.FailAsync(service.Define(), expected, Token);

        user.AssertKept(error);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task A_service_that_asks_to_come_back_is_told_of_with_its_time(int status)
    {
        await using FakeEstServer service = await FakeEstServer.StartAsync(Token);
        var clock = SettableClock.AtNow();
        using var user = new ScratchUser(clock);
        service.Answer("simpleenroll", _ => Reply.Text(status, "later", ("Retry-After", "600")));

        NaccsException error = await user.FailAsync(service.Define(), ErrorId.ServiceUnavailable, Token);

        Assert.Equal(clock.UtcNow.AddMinutes(10), error.RetryAfter);
        JournalEntry entry = user.AssertKept(error);
        Assert.Equal(clock.UtcNow.AddMinutes(10), entry.NextAttempt);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(505)]
    public async Task A_service_fault_that_names_no_time_is_tried_again_with_the_same_request(int status)
    {
        await using FakeEstServer service = await FakeEstServer.StartAsync(Token);
        using var user = new ScratchUser();
        int faults = 2;
        service.Answer("simpleenroll", request => request.Authorization is null ? Reply.Challenge("Basic")
            : faults-- > 0 ? Reply.Text(status, "a fault") : service.Issue(request));

        EnrollmentResult result = await user.EnrollAsync(service.Define(), Outcomes.AnyCodes, Token, Outcomes.Quick with { Retry = Patient });

        Assert.Equal(EnrollmentStatus.Enrolled, result.Status);
        Assert.Single(service.RequestsFor("simpleenroll").Select(request => Encoding.ASCII.GetString(request.Body)).Distinct());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_certificate_that_comes_with_201_is_read(bool isRenewal)
    {
        await using FakeEstServer service = await FakeEstServer.StartAsync(Token);
        using var user = new ScratchUser();
        service.Answer("simpleenroll", request => request.Authorization is null ? Reply.Challenge("Basic") : service.Issue(request) with { Status = 201 });
        service.Answer("simplereenroll", request => service.Issue(request) with { Status = 201 });
        EnrollmentResult result = await user.EnrollAsync(service.Define(), Token);
        if (isRenewal)
        {
            using StoredCertificate current = Assert.Single(user.Certificates(service.Define()));
            result = await user.RenewAsync(service.Define(), current.Handle, Token);
        }

        Assert.Equal(isRenewal ? EnrollmentStatus.Renewed : EnrollmentStatus.Enrolled, result.Status);
    }

    [Fact]
    public async Task A_201_without_a_certificate_is_kept_and_said_to_be_unreadable()
    {
        await using FakeEstServer service = await FakeEstServer.StartAsync(Token);
        using var user = new ScratchUser();
        service.Answer("simpleenroll", _ => Reply.Text(201, "created"));

        user.AssertKept(await user.FailAsync(service.Define(), ErrorId.ResponseUnreadable, Token));
    }

    [Fact]
    public async Task In_the_maintenance_window_a_refusal_is_a_result_with_the_time_to_come_back()
    {
        await using FakeEstServer service = await FakeEstServer.StartAsync(Token);
        using var user = new ScratchUser();
        service.Answer("simpleenroll", _ => Reply.Text(503, "later"));
        ServiceDefinition always = service.Describe().Maintain(1, DayOfWeek.Monday, "00:00", "P40D").Build();

        EnrollmentResult result = await user.EnrollAsync(always, Token);

        Assert.Equal(EnrollmentStatus.Deferred, result.Status);
        Assert.True(result.NextAttempt > DateTimeOffset.UtcNow);
        Assert.Equal(result.EnrollmentId, Assert.Single(user.Journal.Read()).Id);
    }

    [Theory]
    [InlineData("Mon, 01 Jan 0001 00:00:00 GMT")]
    [InlineData("Fri, 31 Dec 9999 23:59:59 GMT")]
    [InlineData("yesterday")]
    public async Task A_wrong_date_of_the_service_changes_no_error(string date)
    {
        await using FakeEstServer service = await FakeEstServer.StartAsync(Token);
        using var user = new ScratchUser();
        service.Answer("simpleenroll", _ => Reply.Text(503, "later", ("Date", date)));
        ServiceDefinition definition = service.Describe().Maintain(3, DayOfWeek.Tuesday, "22:00", "PT10H").Build();

        NaccsException error = await Assert.ThrowsAsync<NaccsException>(() => user.EnrollAsync(definition, Token));

        Assert.Contains(error.ErrorId, new[] { ErrorId.ServiceUnavailable, ErrorId.ServiceInMaintenance });
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    public async Task A_refused_renewal_speaks_of_no_codes_and_leaves_the_current_certificate_alone(int status)
    {
        await using FakeEstServer service = await FakeEstServer.StartAsync(Token);
        using var user = new ScratchUser();
        await user.EnrollAsync(service.Define(), Token);
        using StoredCertificate current = Assert.Single(user.Certificates(service.Define()));
        service.Answer("simplereenroll", _ => Reply.Text(status, "no"));

        NaccsException error = await Assert.ThrowsAsync<NaccsException>(() =>
            user.RenewAsync(service.Define(), current.Handle, Token));

        Assert.Equal(ErrorId.RequestForbidden, error.ErrorId);
        user.AssertNothingLeft(error);
        Assert.Equal(current.Record.Thumbprint, Assert.Single(user.Certificates(service.Define())).Record.Thumbprint);
    }

    [Theory]
    [InlineData(400, ErrorId.RequestRefused)]
    [InlineData(401, ErrorId.UnexpectedResponse)]
    [InlineData(403, ErrorId.RequestForbidden)]
    [InlineData(404, ErrorId.UnexpectedResponse)]
    [InlineData(429, ErrorId.ServiceUnavailable)]
    [InlineData(500, ErrorId.ServiceUnavailable)]
    [InlineData(503, ErrorId.ServiceUnavailable)]
    public async Task A_refusal_before_the_request_leaves_no_trace(int status, ErrorId expected)
    {
        await using FakeEstServer service = await FakeEstServer.StartAsync(Token);
        using var user = new ScratchUser();
        service.Answer("cacerts", _ => Reply.Text(status, "no"));

        NaccsException error = await user.FailAsync(service.Define(), expected, Token);

        user.AssertNothingLeft(error);
        Assert.Equal(["cacerts"], System.Linq.Enumerable.Select(service.Requests, request => request.Operation));
    }
}

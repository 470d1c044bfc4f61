using System;
using System.Globalization;
using System.Net;
using System.Net.Http;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Threading.Tasks;
using NaccsCert.TestSupport;
using Xunit;

namespace NaccsCert.Sandbox.Tests;

/// <summary>One data folder, visited at different times.</summary>
public sealed class TimeTests(ScratchDirectory data) : IClassFixture<ScratchDirectory>
{
    private static readonly DateTimeOffset Start = At("2026-03-02T09:00:00+09:00");

    [Theory]
    [InlineData("2026-07-21T21:58:00+09:00", false)]
    [InlineData("2026-07-21T22:00:00+09:00", true)]
    [InlineData("2026-07-22T07:58:00+09:00", true)]
    [InlineData("2026-07-22T08:00:00+09:00", false)]
    [InlineData("2026-09-15T23:00:00+09:00", true)]
    [InlineData("2026-09-08T23:00:00+09:00", false)]
    [InlineData("2026-09-22T23:00:00+09:00", false)]
    public async Task Maintenance_is_on_the_third_tuesday_and_into_the_next_morning(string now, bool closed)
    {
        await using SandboxProcess sandbox = await StartAsync(At(now));
        using var client = new EstClient(sandbox);
        using HttpResponseMessage reply = await client.GetAsync("cacerts");
        Assert.Equal(closed ? HttpStatusCode.ServiceUnavailable : HttpStatusCode.OK, reply.StatusCode);
    }

    [Fact]
    public async Task In_maintenance_every_operation_says_when_it_ends_and_uses_up_nothing()
    {
        DateTimeOffset end = At("2026-03-18T08:00:00+09:00");
        using ECDsa key = Requests.NewKey();
        CodeSet codes;
        await using (SandboxProcess closed = await StartAsync(At("2026-03-18T07:00:00+09:00")))
        {
            codes = closed.Codes[0];
            using var client = new EstClient(closed);
            foreach (Task<HttpResponseMessage> request in new[]
            {
                client.GetAsync("cacerts"),
                client.GetAsync("csrattrs"),
                client.EnrollAsync(codes, Requests.For(key)),
                client.ReenrollAsync(Requests.For(key)),
            })
            {
                using HttpResponseMessage reply = await request;
                Assert.Equal(HttpStatusCode.ServiceUnavailable, reply.StatusCode);
                Assert.Equal("the service is in maintenance", await reply.TextAsync());
                TimeSpan left = end - reply.Headers.Date!.Value;
                Assert.InRange(reply.Headers.RetryAfter!.Delta!.Value, left - TimeSpan.FromSeconds(2), left + TimeSpan.FromSeconds(2));
            }
        }

        await using SandboxProcess open = await StartAsync(end);
        using var again = new EstClient(open);
        using ECDsa other = Requests.NewKey();
        using HttpResponseMessage issued = await again.EnrollAsync(codes, Requests.For(other));
        Assert.Equal(HttpStatusCode.OK, issued.StatusCode);
    }

    [Fact]
    public async Task The_renewal_window_opens_28_days_before_the_end_and_closes_with_it()
    {
        Identity current;
        await using (SandboxProcess sandbox = await StartAsync(Start))
        {
            current = await Identity.EnrollAsync(sandbox, sandbox.Codes[1]);
        }

        using (current)
        {
            DateTimeOffset end = current.Certificate.NotAfter.ToUniversalTime();
            DateTimeOffset opens = end.AddDays(-28);
            Assert.InRange(end, Start.AddMonths(61).AddMinutes(-1), Start.AddMonths(61));

            string opening = opens.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
            Assert.Equal((HttpStatusCode.Forbidden, $"the renewal window opens on {opening}"), await RenewAtAsync(opens.AddMinutes(-2), current));
            string ending = end.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
            Assert.Equal((HttpStatusCode.Forbidden, $"the client certificate expired on {ending}; it needs a re-issue"), await RenewAtAsync(end.AddSeconds(1), current));
            Assert.Equal(HttpStatusCode.OK, (await RenewAtAsync(opens, current)).Status);
        }
    }

    [Fact]
    public async Task Certificates_and_dates_follow_the_sandbox_clock()
    {
        await using SandboxProcess sandbox = await StartAsync(Start);
        using var client = new EstClient(sandbox);
        using ECDsa key = Requests.NewKey();
        using HttpResponseMessage reply = await client.EnrollAsync(sandbox.Codes[2], Requests.For(key));
        using X509Certificate2 certificate = await reply.CertificateAsync();
        Assert.InRange(reply.Headers.Date!.Value, Start, Start.AddMinutes(1));
        Assert.InRange(certificate.NotBefore.ToUniversalTime(), Start.UtcDateTime.AddMinutes(-1), Start.UtcDateTime);
    }

    [Fact]
    public async Task A_request_that_waits_for_approval_gets_its_certificate_when_the_time_has_passed()
    {
        using ECDsa key = Requests.NewKey();
        byte[] request = Requests.For(key);
        CodeSet codes;
        await using (SandboxProcess sandbox = await StartAsync(Start, TimeSpan.FromMinutes(30)))
        {
            codes = sandbox.Codes[3];
            using var client = new EstClient(sandbox);
            using HttpResponseMessage pending = await client.EnrollAsync(codes, request);
            Assert.Equal(HttpStatusCode.Accepted, pending.StatusCode);
            Assert.InRange(pending.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromMinutes(29), TimeSpan.FromMinutes(30));
        }

        await using SandboxProcess later = await StartAsync(Start.AddMinutes(31), TimeSpan.FromMinutes(30));
        using var again = new EstClient(later);
        using HttpResponseMessage issued = await again.EnrollAsync(codes, request);
        using X509Certificate2 certificate = await issued.CertificateAsync();
        using ECDsa other = Requests.NewKey();
        using HttpResponseMessage otherKey = await again.EnrollAsync(later.Codes[4], Requests.For(other));
        Assert.Equal(HttpStatusCode.Accepted, otherKey.StatusCode);
    }

    private async Task<(HttpStatusCode Status, string Text)> RenewAtAsync(DateTimeOffset now, Identity current)
    {
        await using SandboxProcess sandbox = await StartAsync(now);
        using ECDsa key = Requests.NewKey();
        using HttpResponseMessage reply = await current.RenewAsync(sandbox, Requests.For(key, current.Subject));
        return (reply.StatusCode, (await reply.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).TrimEnd());
    }

    private Task<SandboxProcess> StartAsync(DateTimeOffset now, TimeSpan? approvalDelay = null) =>
        SandboxProcess.StartAsync(
            new SandboxOptions { DataDirectory = data.FullPath, Now = now, ApprovalDelay = approvalDelay },
            TestContext.Current.CancellationToken);

    private static DateTimeOffset At(string moment) => DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture);
}

using System;
using System.Formats.Asn1;
using System.Net;
using System.Net.Http;
using System.Security.Cryptography;
using System.Threading.Tasks;
using NaccsCert.TestSupport;
using Xunit;

namespace NaccsCert.Sandbox.Tests.Behavior;

public sealed class ChallengePasswordTests : IDisposable
{
    private readonly ECDsa _key = Requests.NewKey();

    public void Dispose() => _key.Dispose();

    [Fact]
    public async Task It_is_ignored_by_default()
    {
        await using SandboxProcess sandbox = await Misbehaving.StartAsync("");
        await AssertAsync(sandbox, Requests.WithChallengePassword(_key, "anything"), HttpStatusCode.OK, reason: null);
    }

    [Fact]
    public async Task It_can_be_refused()
    {
        await using SandboxProcess sandbox = await Misbehaving.StartAsync("--challenge-password Refuse");
        await AssertAsync(sandbox, Requests.WithChallengePassword(_key, "anything"), HttpStatusCode.BadRequest, "a challengePassword is not accepted");
        await AssertAsync(sandbox, Requests.For(_key), HttpStatusCode.OK, reason: null);
    }

    [Theory]
    [InlineData(UniversalTagNumber.UTF8String)]
    [InlineData(UniversalTagNumber.PrintableString)]
    public async Task It_can_be_a_shared_secret_made_of_the_codes(UniversalTagNumber stringType)
    {
        await using SandboxProcess sandbox = await Misbehaving.StartAsync("--challenge-password Verify");
        CodeSet codes = sandbox.Codes[0];
        const string Refusal = "the challengePassword is missing or wrong";
        await AssertAsync(sandbox, Requests.For(_key), HttpStatusCode.BadRequest, Refusal);
        await AssertAsync(sandbox, Requests.WithChallengePassword(_key, codes.Code1), HttpStatusCode.BadRequest, Refusal);
        byte[] good = Requests.WithChallengePassword(_key, codes.Code1 + codes.Code2 + codes.Code3, stringType);
        await AssertAsync(sandbox, good, HttpStatusCode.OK, reason: null);
    }

    [Fact]
    public async Task Where_a_link_to_the_session_is_required_no_request_is_good_enough()
    {
        await using SandboxProcess sandbox = await Misbehaving.StartAsync("--challenge-password Link");
        const string Refusal = "the request is not linked to this TLS session (RFC 7030 section 3.5)";
        await AssertAsync(sandbox, Requests.For(_key), HttpStatusCode.BadRequest, Refusal);
        await AssertAsync(sandbox, Requests.WithChallengePassword(_key, "anything"), HttpStatusCode.BadRequest, Refusal);
    }

    private static async Task AssertAsync(SandboxProcess sandbox, byte[] request, HttpStatusCode status, string? reason)
    {
        using var client = new EstClient(sandbox);
        using HttpResponseMessage reply = await client.EnrollAsync(sandbox.Codes[0], request);
        if (reason is not null)
        {
            Assert.Equal(reason, await reply.TextAsync());
        }

        Assert.Equal(status, reply.StatusCode);
    }
}

using System;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Security.Cryptography;
using System.Threading.Tasks;
using NaccsCert.TestSupport;
using Xunit;

namespace NaccsCert.Sandbox.Tests.Behavior;

public sealed class SignInTests : IDisposable
{
    private readonly ECDsa _key = Requests.NewKey();

    public void Dispose() => _key.Dispose();

    [Theory]
    [InlineData("Basic", "Basic", "Basic", HttpStatusCode.OK)]
    [InlineData("BareRefusal", "Basic", "", HttpStatusCode.OK)]
    [InlineData("DigestOnly", "Digest", "Digest", HttpStatusCode.Unauthorized)]
    [InlineData("NoChallenge", "", "", HttpStatusCode.Unauthorized)]
    public async Task Codes_are_asked_for_and_refused_in_many_ways(string rule, string asked, string refused, HttpStatusCode withCodes)
    {
        await using SandboxProcess sandbox = await Misbehaving.StartAsync($"--sign-in {rule}");
        using var client = new EstClient(sandbox);
        using HttpResponseMessage without = await client.EnrollAsync(null, Requests.For(_key));
        using HttpResponseMessage wrong = await client.EnrollAsync(sandbox.Codes[0] with { Code2 = "WRONG" }, Requests.For(_key));
        using HttpResponseMessage good = await client.EnrollAsync(sandbox.Codes[0], Requests.For(_key));
        Assert.Equal((HttpStatusCode.Unauthorized, asked), (without.StatusCode, Schemes(without)));
        Assert.Equal((HttpStatusCode.Unauthorized, refused), (wrong.StatusCode, Schemes(wrong)));
        Assert.Equal(withCodes, good.StatusCode);
    }

    [Fact]
    public async Task Guessing_locks_out_the_guesser_and_nobody_else()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux answers on all of 127.0.0.0/8.");
        await using SandboxProcess sandbox = await Misbehaving.StartAsync("--guess-limit 3 --guess-window PT10M");
        using var guesser = new EstClient(sandbox);
        using var other = new EstClient(sandbox) { From = IPAddress.Parse("127.0.0.2") };
        CodeSet wrong = sandbox.Codes[0] with { Code3 = "WRONG" };
        for (int guess = 0; guess < 3; guess++)
        {
            using HttpResponseMessage refused = await guesser.EnrollAsync(wrong, Requests.For(_key));
            Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        }

        using HttpResponseMessage locked = await guesser.EnrollAsync(sandbox.Codes[0], Requests.For(_key));
        Assert.Equal(HttpStatusCode.TooManyRequests, locked.StatusCode);
        Assert.InRange(locked.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(10));
        using HttpResponseMessage unharmed = await other.EnrollAsync(sandbox.Codes[0], Requests.For(_key));
        Assert.Equal(HttpStatusCode.OK, unharmed.StatusCode);
    }

    [Fact]
    public async Task A_wrong_guess_counts_no_longer_than_the_window()
    {
        await using SandboxProcess sandbox = await Misbehaving.StartAsync("--guess-limit 1 --guess-window PT1S");
        using var client = new EstClient(sandbox);
        using HttpResponseMessage refused = await client.EnrollAsync(sandbox.Codes[0] with { Code3 = "WRONG" }, Requests.For(_key));
        HttpStatusCode status = HttpStatusCode.TooManyRequests;
        while (status == HttpStatusCode.TooManyRequests)
        {
            using HttpResponseMessage reply = await client.EnrollAsync(sandbox.Codes[0], Requests.For(_key));
            status = reply.StatusCode;
        }

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.OK), (refused.StatusCode, status));
    }

    private static string Schemes(HttpResponseMessage reply) => string.Join(' ', reply.Headers.WwwAuthenticate.Select(header => header.Scheme));
}

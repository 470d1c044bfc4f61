using System;
using System.IO;
using System.Net;
using System.Net.Http;
using System.Security.Cryptography;
using System.Text;
using System.Threading.Tasks;
using NaccsCert.TestSupport;
using Xunit;

namespace NaccsCert.Sandbox.Tests.Behavior;

public sealed class FramingTests
{
    [Fact]
    public async Task The_operations_can_answer_without_the_label_too()
    {
        await using SandboxProcess sandbox = await Misbehaving.StartAsync("--label-optional");
        using var withLabel = new EstClient(sandbox);
        using var without = new EstClient(sandbox, label: ".");
        using HttpResponseMessage one = await withLabel.GetAsync("cacerts");
        using HttpResponseMessage other = await without.GetAsync("cacerts");
        using ECDsa key = Requests.NewKey();
        using HttpResponseMessage issued = await without.EnrollAsync(sandbox.Codes[0], Requests.For(key));
        Assert.Equal(
            (HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK), (one.StatusCode, other.StatusCode, issued.StatusCode));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Bodies_of_unknown_length_can_be_read_up_to_the_limit(bool isHttp2)
    {
        await using SandboxProcess sandbox = await Misbehaving.StartAsync("--any-length");
        using var client = new EstClient(sandbox) { IsHttp2 = isHttp2 };
        using ECDsa key = Requests.NewKey();
        byte[] body = Encoding.ASCII.GetBytes(Convert.ToBase64String(Requests.For(key)));
        using HttpResponseMessage tooLarge = await client.SendAsync("simpleenroll", sandbox.Codes[0], new UnknownLength(new byte[(64 * 1024) + 1]));
        using HttpResponseMessage issued = await client.SendAsync("simpleenroll", sandbox.Codes[0], new UnknownLength(body));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, tooLarge.StatusCode);
        Assert.Equal(HttpStatusCode.OK, issued.StatusCode);
        Assert.Equal(isHttp2 ? HttpVersion.Version20 : HttpVersion.Version11, issued.Version);
    }

    [Fact]
    public async Task Base64_can_come_in_one_line_without_an_end()
    {
        await using SandboxProcess sandbox = await Misbehaving.StartAsync("--one-line");
        using HttpResponseMessage reply = await sandbox.EnrollAsync();
        string body = await reply.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Matches(@"^[A-Za-z0-9+/]+=*\z", body);
    }

    [Fact]
    public async Task Http_2_is_spoken_without_being_asked_for()
    {
        await using SandboxProcess sandbox = await Misbehaving.StartAsync("");
        using var client = new EstClient(sandbox) { IsHttp2 = true };
        using ECDsa key = Requests.NewKey();
        using HttpResponseMessage issued = await client.EnrollAsync(sandbox.Codes[0], Requests.For(key));
        Assert.Equal((HttpStatusCode.OK, HttpVersion.Version20), (issued.StatusCode, issued.Version));
    }

    private sealed class UnknownLength(byte[] content) : HttpContent
    {
        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => stream.WriteAsync(content).AsTask();

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}

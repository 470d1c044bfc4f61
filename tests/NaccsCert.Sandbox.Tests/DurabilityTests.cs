using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Threading.Tasks;
using NaccsCert.TestSupport;
using Xunit;

namespace NaccsCert.Sandbox.Tests;

public sealed class DurabilityTests : IDisposable
{
    private readonly ScratchDirectory _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public async Task Fifty_requests_at_once_with_one_code_set_yield_exactly_one_certificate()
    {
        await using SandboxProcess sandbox = await StartAsync();
        using var client = new EstClient(sandbox);
        byte[][] requests = [.. Enumerable.Range(0, 50).Select(_ => NewRequest())];
        HttpResponseMessage[] replies = await Task.WhenAll(requests.Select(request => client.EnrollAsync(sandbox.Codes[0], request)));
        Assert.Single(replies, reply => reply.StatusCode == HttpStatusCode.OK);
        Assert.Equal(49, replies.Count(reply => reply.StatusCode == HttpStatusCode.Unauthorized));
    }

    [Fact]
    public async Task Fifty_renewals_at_once_from_one_certificate_yield_exactly_one_successor()
    {
        await using SandboxProcess sandbox = await StartAsync();
        using Identity current = await Identity.EnrollAsync(sandbox, sandbox.Codes[0]);
        byte[][] requests = [.. Enumerable.Range(0, 50).Select(_ => NewRequest(current.Subject))];
        HttpResponseMessage[] replies = await Task.WhenAll(requests.Select(request => current.RenewAsync(sandbox, request)));
        Assert.Single(replies, reply => reply.StatusCode == HttpStatusCode.OK);
        Assert.Equal(49, replies.Count(reply => reply.StatusCode == HttpStatusCode.Forbidden));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(20)]
    public async Task Killed_under_load_it_has_lost_nothing_and_issues_nothing_twice(int answersBeforeTheKill)
    {
        var answers = new ConcurrentDictionary<(CodeSet Codes, byte[] Request), byte[]>();
        CodeSet[] codes = [.. CodeSets.Make(40)];
        (CodeSet Codes, byte[] Request)[] attempts = [.. codes.SelectMany(set => new[] { (set, NewRequest()), (set, NewRequest()) })];
        await using (SandboxProcess first = await StartAsync())
        {
            using var client = new EstClient(first);
            var enough = new TaskCompletionSource();
            Task load = Parallel.ForEachAsync(
                attempts,
                new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = TestContext.Current.CancellationToken },
                async (attempt, _) =>
                {
                    if (await TryEnrollAsync(client, attempt) is { } certificate)
                    {
                        answers[attempt] = certificate;
                        if (answers.Count >= answersBeforeTheKill)
                        {
                            enough.TrySetResult();
                        }
                    }
                });
            await Task.WhenAny(enough.Task, load);
            first.Kill();
            await load;
        }

        await using SandboxProcess second = await StartAsync();
        using var again = new EstClient(second);
        var issued = new List<(CodeSet Codes, byte[] Certificate)>();
        foreach ((CodeSet Codes, byte[] Request) attempt in attempts)
        {
            byte[]? certificate = await TryEnrollAsync(again, attempt);
            if (answers.TryGetValue(attempt, out byte[]? answered))
            {
                Assert.Equal(answered, certificate);
            }

            if (certificate is not null)
            {
                issued.Add((attempt.Codes, certificate));
            }
        }

        Assert.InRange(answers.Count, answersBeforeTheKill, codes.Length);
        Assert.Equal(codes, issued.Select(each => each.Codes));
    }

    [Fact]
    public async Task A_restart_keeps_the_authority_the_port_the_codes_and_the_certificates()
    {
        string data = _scratch.Member("data");
        using ECDsa key = Requests.NewKey();
        Uri url;
        byte[] issued;
        string[] files;
        await using (SandboxProcess first = await SandboxProcess.StartAsync(new SandboxOptions { DataDirectory = data }, TestContext.Current.CancellationToken))
        {
            url = first.Url;
            files = ReadAll(first.ClientCaPath, first.TlsRootPath, Path.Combine(data, "codes.csv"), first.ServiceDefinitionPath);
            using var client = new EstClient(first);
            issued = await TryEnrollAsync(client, (first.Codes[9], Requests.For(key))) ?? [];
            Assert.Equal(0, await first.StopAsync(TestContext.Current.CancellationToken));
        }

        await using SandboxProcess second = await SandboxProcess.StartAsync(new SandboxOptions { DataDirectory = data }, TestContext.Current.CancellationToken);
        using var again = new EstClient(second);
        Assert.Equal(url, second.Url);
        Assert.Equal(files, ReadAll(second.ClientCaPath, second.TlsRootPath, Path.Combine(data, "codes.csv"), second.ServiceDefinitionPath));
        Assert.Equal(issued, await TryEnrollAsync(again, (second.Codes[9], Requests.For(key))));
    }

    [Fact]
    public async Task A_restart_takes_another_port_if_that_of_the_last_run_is_taken()
    {
        Uri url;
        await using (SandboxProcess first = await StartAsync())
        {
            url = first.Url;
        }

        using var squatter = new TcpListener(IPAddress.Loopback, url.Port);
        squatter.Start();
        await using SandboxProcess second = await StartAsync();
        Assert.NotEqual(url.Port, second.Url.Port);
        Assert.Contains(second.Url.AbsoluteUri, await File.ReadAllTextAsync(second.ServiceDefinitionPath, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private static string[] ReadAll(params string[] paths) => [.. paths.Select(File.ReadAllText)];

    // A kill shows as a broken connection; a refusal as no certificate.
    private static async Task<byte[]?> TryEnrollAsync(EstClient client, (CodeSet Codes, byte[] Request) attempt)
    {
        try
        {
            using HttpResponseMessage reply = await client.EnrollAsync(attempt.Codes, attempt.Request);
            if (reply.StatusCode == HttpStatusCode.Unauthorized)
            {
                return null;
            }

            using X509Certificate2 certificate = await reply.CertificateAsync();
            return certificate.RawData;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    private static byte[] NewRequest(X500DistinguishedName? subject = null)
    {
        using ECDsa key = Requests.NewKey();
        return subject is null ? Requests.For(key) : Requests.For(key, subject);
    }

    private Task<SandboxProcess> StartAsync()
    {
        string codes = _scratch.Member("codes.csv");
        CodeFile.Write(codes, CodeSets.Make(40));
        return SandboxProcess.StartAsync(
            new SandboxOptions { DataDirectory = _scratch.Member("data"), CodesFile = codes, Validity = "P20D" },
            TestContext.Current.CancellationToken);
    }
}

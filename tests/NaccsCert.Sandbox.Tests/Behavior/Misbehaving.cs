using System;
using System.Net.Http;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Threading.Tasks;
using NaccsCert.TestSupport;
using Xunit;

namespace NaccsCert.Sandbox.Tests.Behavior;

/// <summary>A sandbox that differs from a well-behaved service, and an enrollment at it.</summary>
internal static class Misbehaving
{
    // No maintenance, and far enough from midnight.
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Starts one whose certificates may be renewed at once.</summary>
    /// <param name="behavior">The options, in one line. A '_' stands for a space within a value.</param>
    public static Task<SandboxProcess> StartAsync(string behavior) => StartAsync(behavior, new SandboxOptions());

    public static Task<SandboxProcess> StartAsync(string behavior, SandboxOptions options) =>
        SandboxProcess.StartAsync(
            options with
            {
                Now = options.Now ?? Noon,
                Validity = "P20D",
                Behavior = [.. Array.ConvertAll(behavior.Split(' ', StringSplitOptions.RemoveEmptyEntries), word => word.Replace('_', ' '))],
            },
            TestContext.Current.CancellationToken);

    /// <summary>Sends an enrollment with a new key.</summary>
    public static async Task<HttpResponseMessage> EnrollAsync(this SandboxProcess sandbox, int terminal = 0)
    {
        using var client = new EstClient(sandbox);
        using ECDsa key = Requests.NewKey();
        return await client.EnrollAsync(sandbox.Codes[terminal], Requests.For(key));
    }

    /// <summary>Enrolls and renews.</summary>
    public static async Task<(X509Certificate2 First, X509Certificate2 Renewed)> EnrollAndRenewAsync(this SandboxProcess sandbox)
    {
        using Identity current = await Identity.EnrollAsync(sandbox, sandbox.Codes[0]);
        using ECDsa key = Requests.NewKey();
        using HttpResponseMessage reply = await current.RenewAsync(sandbox, Requests.ToRenew(key, current.Certificate));
        X509Certificate2 renewed = await reply.CertificateAsync();
        return (X509CertificateLoader.LoadCertificate(current.Certificate.RawData), renewed);
    }
}

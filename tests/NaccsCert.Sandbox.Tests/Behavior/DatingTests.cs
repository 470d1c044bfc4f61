using System;
using System.Security.Cryptography.X509Certificates;
using System.Threading.Tasks;
using NaccsCert.TestSupport;
using Xunit;

namespace NaccsCert.Sandbox.Tests.Behavior;

public sealed class DatingTests
{
    [Fact]
    public async Task By_default_a_successor_begins_and_ends_later()
    {
        (X509Certificate2 first, X509Certificate2 renewed) = await EnrollAndRenewAsync("");
        Assert.True(renewed.NotBefore > first.NotBefore);
        Assert.True(renewed.NotAfter > first.NotAfter);
    }

    [Fact]
    public async Task From_midnight_on_a_certificate_and_its_successor_have_the_same_dates()
    {
        (X509Certificate2 first, X509Certificate2 renewed) = await EnrollAndRenewAsync("--not-before Midnight");
        Assert.Equal(new DateTime(2026, 3, 2, 0, 0, 0, DateTimeKind.Utc), first.NotBefore.ToUniversalTime());
        Assert.Equal((first.NotBefore, first.NotAfter), (renewed.NotBefore, renewed.NotAfter));
    }

    [Fact]
    public async Task Each_date_can_be_that_of_the_predecessor()
    {
        (X509Certificate2 first, X509Certificate2 renewed) = await EnrollAndRenewAsync("--not-before Predecessor --not-after Predecessor");
        Assert.Equal((first.NotBefore, first.NotAfter), (renewed.NotBefore, renewed.NotAfter));

        (first, renewed) = await EnrollAndRenewAsync("--not-after Predecessor");
        Assert.True(renewed.NotBefore > first.NotBefore);
        Assert.Equal(first.NotAfter, renewed.NotAfter);
    }

    [Fact]
    public async Task A_certificate_can_begin_in_the_future()
    {
        await using SandboxProcess sandbox = await Misbehaving.StartAsync("--not-before-ahead PT2H");
        using X509Certificate2 certificate = await (await sandbox.EnrollAsync()).CertificateAsync();
        DateTime noon = new(2026, 3, 2, 12, 0, 0, DateTimeKind.Utc);
        Assert.InRange(certificate.NotBefore.ToUniversalTime(), noon.AddMinutes(119), noon.AddMinutes(125));
        Assert.Equal(certificate.NotBefore.AddDays(20), certificate.NotAfter);
    }

    private static async Task<(X509Certificate2 First, X509Certificate2 Renewed)> EnrollAndRenewAsync(string behavior)
    {
        await using SandboxProcess sandbox = await Misbehaving.StartAsync(behavior);
        return await sandbox.EnrollAndRenewAsync();
    }
}

using System;
using System.Linq;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Compat;
using NaccsCert.Tests.Support;
using NaccsCert.TestSupport.Certificates;
using NaccsCert.TestSupport.Servers;
using NaccsCert.Transport;
using Xunit;

namespace NaccsCert.Tests.SignIn;

/// <summary>The alert with which a server ends a handshake, whatever the TLS of the platform makes of it.</summary>
public sealed class AlertTests
{
    private const byte Alert = 21;
    private const byte Fatal = 2;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(44, "certificate_revoked (44)")]
    [InlineData(45, "certificate_expired (45)")]
    [InlineData(48, "unknown_ca (48)")]
    [InlineData(49, "access_denied (49)")]
    public async Task An_alert_is_known_by_its_number_and_its_name(byte number, string name)
    {
        await using var server = new LoopbackServer(async (client, stop) =>
        {
            NetworkStream stream = client.GetStream();
            await stream.ReadAtLeastAsync(new byte[16 * 1024], 1, throwOnEndOfStream: false, stop);
            await stream.WriteAsync(new byte[] { Alert, 3, 3, 0, 2, Fatal, number }, stop);
            await stream.ReadAtLeastAsync(new byte[16 * 1024], 1, throwOnEndOfStream: false, stop);
        });
        using var root = new TestAuthority("Root");
        Uri address = server.Address(Uri.UriSchemeHttps);
        var definition = new DefinitionBuilder(address).Pin("server", root.Certificate).Build();
        var clients = new HttpClientFactory(SettableClock.AtNow(), new NetworkOptions { NoProxy = true }, new PlatformHttpHandlerFactory());
        using PinnedHttpClient client = clients.Create(definition.ServerAnchors, definition.Network);

        NaccsException error = await Assert.ThrowsAsync<NaccsException>(() => client.GetAsync(address, Token));

        Assert.Equal(ErrorId.TlsHandshakeFailed, error.ErrorId);
        Assert.Equal((TlsAlert)number, client.Connection.Alert);
        Assert.Equal(name, TlsAlerts.NameOf((TlsAlert)number));
    }

    // As the TLS of other platforms and versions tells it.
    [Theory]
    [InlineData("error:0A00045C:SSL routines::tlsv13 alert certificate required", TlsAlert.CertificateRequired)]
    [InlineData("error:14094412:SSL routines:ssl3_read_bytes:sslv3 alert bad certificate", TlsAlert.BadCertificate)]
    [InlineData("Authentication failed because the remote party sent a TLS alert: 'UnknownCA'.", TlsAlert.UnknownCa)]
    [InlineData("error:0A000086:SSL routines::certificate verify failed", null)]
    [InlineData("error:FFFFFFFF:SSL routines::x", null)]
    [InlineData("Connection reset by peer", null)]
    public void The_texts_of_OpenSSL_and_NET_are_understood(string text, object? expected) =>
        Assert.Equal(expected, (object?)TlsAlerts.Of(new InvalidOperationException("x", new InvalidOperationException(text))));

    [Fact]
    public void The_codes_of_SChannel_are_understood()
    {
        uint[] codes = [0x80092010, 0x80090328, 0x80090325, 0x80090327, 0x80004005];

        Assert.Equal(
            [TlsAlert.CertificateRevoked, TlsAlert.CertificateExpired, TlsAlert.UnknownCa, TlsAlert.CertificateUnknown, null],
            codes.Select(code => TlsAlerts.Of(new System.ComponentModel.Win32Exception(unchecked((int)code)))));
    }
}

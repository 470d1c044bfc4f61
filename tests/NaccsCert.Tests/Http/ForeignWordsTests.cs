using System;
using System.Linq;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Enrollment;
using NaccsCert.Renewal;
using NaccsCert.Services;
using NaccsCert.Tests.Support;
using NaccsCert.TestSupport.Certificates;
using NaccsCert.TestSupport.Reporting;
using NaccsCert.TestSupport.Servers;
using NaccsCert.Transport;
using Xunit;
using ReminderSamples = NaccsCert.Tests.Reminders.Certificates;

namespace NaccsCert.Tests.Http;

/// <summary>What peers write reaches people as words alone, and never with what they were told in confidence.</summary>
public sealed class ForeignWordsTests
{
    private static readonly string Codes = Outcomes.AnyCodes.Code2 + Outcomes.AnyCodes.Code3;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_interceptor_cannot_write_on_the_console_by_the_name_of_its_issuer()
    {
        using var root = new TestAuthority("Root");
        using var interceptor = new TestAuthority("\"\u001B]0;owned\u0007\u001B[2J\u202Eeert\"");
        using X509Certificate2 certificate = interceptor.IssueServer("127.0.0.1");
        await using var server = new RawServer(certificate, (_, _) => ([], true));

        NaccsException error = await FailAsync(server, root);

        Assert.Equal(ErrorId.ServerNotTrusted, error.ErrorId);
        Assert.Contains("]0;owned[2Jeert", error.Message, StringComparison.Ordinal);
        Assert.Empty(Readable.Unreadable(error));
    }

    [Theory]
    [InlineData("HTTP/1.1 400 no\r\nContent-Length: 14\r\n\r\n\u001B[2Jno\u0007\r\nnever", ErrorId.RequestRefused, "[2Jno never")]
    [InlineData("HTTP/1.1 302 no\r\nLocation: /\u001B[2J\u0001\r\nContent-Length: 0\r\n\r\n", ErrorId.RedirectRefused, "302")]
    [InlineData("HTTP/1.1 \u001B[2J {echo}\r\n\r\n", ErrorId.ResponseUnreadable, "InvalidResponse")]
    [InlineData("HTTP/1.1 200 OK\r\nno field {echo}\r\n\r\n", ErrorId.ResponseUnreadable, "InvalidResponse")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n{echo}\r\n", ErrorId.ResponseUnreadable, "InvalidResponse")]
    [InlineData("HTTP/1.1 400 no\r\nConnection: close\r\n\r\n{spread}", ErrorId.RequestRefused, "***")]
    public async Task What_a_server_answers_is_words_and_holds_no_code(string answer, ErrorId expected, string words)
    {
        using var root = new TestAuthority("Root");
        using X509Certificate2 certificate = root.IssueServer("127.0.0.1");
        await using var server = new RawServer(certificate, (head, _) => Answer(head, answer));

        NaccsException error = await FailAsync(server, root);

        Assert.Equal(expected, error.ErrorId);
        Assert.Contains(words, error.Message, StringComparison.Ordinal);
        Assert.Empty(Readable.Unreadable(error));
        Assert.DoesNotContain(Codes, error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("HTTP/1.1 {echo}\r\n\r\n", ErrorId.ProxyResponseUnreadable)]
    [InlineData("HTTP/1.1 407 no\r\nProxy-Authenticate: Basic realm=\"\u001B[2J{echo}\r\n{echo}\r\n\r\n", ErrorId.ProxyCredentialRefused)]
    public async Task What_a_proxy_answers_holds_no_password(string answer, ErrorId expected)
    {
        using var root = new TestAuthority("Root");
        await using var proxy = new RawServer(null, (head, number) => number == 0 && !head.Contains("Authorization", StringComparison.Ordinal)
            ? ("HTTP/1.1 407 no\r\nProxy-Authenticate: Basic realm=\"a\"\r\nContent-Length: 0\r\n\r\n"u8.ToArray(), false)
            : Answer(head, answer));
        using ScratchUser user = Through(new NetworkOptions
        {
            Proxy = proxy.Address,
            ProxyAuthentication = ProxyAuthentication.Basic,
            ProxyCredential = new NetworkCredential("user", "PassWord1"),
        });

        NaccsException error = await FailAsync(user, new DefinitionBuilder(new Uri("https://service.naccscert.invalid")).Pin("server", root.Certificate).Build());

        Assert.Equal(expected, error.ErrorId);
        Assert.DoesNotContain("PassWord1", error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Convert.ToBase64String(Encoding.UTF8.GetBytes("user:PassWord1")), error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("NTLM", "TlRMTVNTUAACAAAA")]
    [InlineData("NTLM", "not base64")]
    [InlineData("NTLM", "TlRMTVNTUAACAAAA/////////////////////////////////////////////////////////////////////w==")]
    [InlineData("Negotiate", "YIGeBgYrBgEFBQKg")]
    public async Task A_token_on_which_the_stack_stumbles_is_an_error_of_the_proxy(string scheme, string token)
    {
        using var root = new TestAuthority("Root");
        string demand = $"HTTP/1.1 407 no\r\nProxy-Authenticate: {scheme}{{0}}\r\nContent-Length: 0\r\n\r\n";
        await using var proxy = new RawServer(null, (_, number) =>
            (Encoding.ASCII.GetBytes(demand.Replace("{0}", number == 0 ? string.Empty : " " + token, StringComparison.Ordinal)), number > 0));
        using ScratchUser user = Through(new NetworkOptions
        {
            Proxy = proxy.Address,
            ProxyCredential = new NetworkCredential("user", "PassWord1", "DOMAIN"),
        });

        NaccsException error = await FailAsync(user, new DefinitionBuilder(new Uri("https://service.naccscert.invalid")).Pin("server", root.Certificate).Build());

        Assert.Contains(error.ErrorId, (ErrorId[])[
            ErrorId.ProxyResponseUnreadable, ErrorId.ProxyCredentialRefused, ErrorId.ProxyAuthenticationRequired, ErrorId.ProxyUnreachable]);
    }

    [Fact]
    public void Every_certificate_and_notice_is_in_words()
    {
        using var authority = new TestAuthority(TestAuthority.ClientCA);
        using var user = new ScratchUser();
        ServiceDefinition definition = new DefinitionBuilder(new Uri("https://any.invalid"))
            .Pin("server", authority.Certificate).Pin("client", authority.Certificate).Build();
        DateTimeOffset now = DateTimeOffset.UtcNow;
        using X509Certificate2 certificate = authority.IssueWithKey(
            new ClientProfile { Terminal = "1EVIL\u001B[2J\u202E", NotAfter = now.AddDays(5) });
        user.Store("My").Add(certificate);

        NaccsCertificate record = Assert.Single(user.Certificates(definition)).Record;
        RenewalPlan plan = new RenewalPlanner(ReminderSamples.Manual, now, ReminderSamples.Tokyo).Plan(record);
        Notice notice = Notice.For(plan, ReminderSamples.Manual, Readable.Hostile)!;

        Assert.Equal("1EVIL[2J", record.Terminal);
        Assert.True(Readable.Is(record.Subject), record.Subject);
        Assert.Contains(Readable.Tamed, notice.Text, StringComparison.Ordinal);
        Assert.Contains(Readable.Tamed, ToastXml.Compose(notice).ToString(), StringComparison.Ordinal);
    }

    private static (byte[] Bytes, bool IsLast) Answer(string head, string answer)
    {
        string field = head.Split("\r\n").FirstOrDefault(line => line.Contains("Authorization: Basic ", StringComparison.Ordinal)) ?? string.Empty;
        if (head.StartsWith("GET", StringComparison.Ordinal))
        {
            return ("HTTP/1.1 404 none\r\nContent-Length: 0\r\n\r\n"u8.ToArray(), false);
        }

        if (field.Length == 0)
        {
            return ("HTTP/1.1 401 codes\r\nWWW-Authenticate: Basic realm=\"a\"\r\nContent-Length: 0\r\n\r\n"u8.ToArray(), false);
        }

        string pair = Encoding.UTF8.GetString(Convert.FromBase64String(field[(field.LastIndexOf(' ') + 1)..]));
        string text = answer
            .Replace("{echo}", pair + field, StringComparison.Ordinal)
            .Replace("{spread}", string.Join('\u0001', pair.ToCharArray()), StringComparison.Ordinal);
        return (Encoding.Latin1.GetBytes(text), true);
    }

    private static ScratchUser Through(NetworkOptions network)
    {
        var user = new ScratchUser();
        return new ScratchUser { Environment = user.Environment with { Network = network } };
    }

    private static async Task<NaccsException> FailAsync(RawServer server, TestAuthority root)
    {
        // The request itself: its answer is the one that can repeat the codes.
        ServiceDefinition definition = new DefinitionBuilder(server.Address).Pin("server", root.Certificate).Build();
        var clients = new HttpClientFactory(SettableClock.AtNow(), new NetworkOptions { NoProxy = true }, new PlatformHttpHandlerFactory());
        using PinnedHttpClient client = clients.Create(definition.ServerAnchors, definition.Network);
        var est = new Transport.Est.EstClient(definition.Enrollment.Url, client, SettableClock.AtNow(), _ => false);
        using AuthenticationCodes codes = TestSessions.Codes(Outcomes.AnyCodes);
        using var credentials = new Transport.Est.BasicCredentials(
            codes.Fill(definition.Enrollment.UserTemplate), codes.Fill(definition.Enrollment.PasswordTemplate), codes.Conceal);
        return await Assert.ThrowsAsync<NaccsException>(() => est.EnrollAsync(TestAuthority.NewRequest(), credentials, holdsSecret: false, Token));
    }

    private static async Task<NaccsException> FailAsync(ScratchUser user, ServiceDefinition definition) =>
        await Assert.ThrowsAsync<NaccsException>(() => user.EnrollAsync(definition, Token));
}

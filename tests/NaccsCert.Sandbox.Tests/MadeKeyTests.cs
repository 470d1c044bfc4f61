using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using NaccsCert.TestSupport;
using Xunit;

namespace NaccsCert.Sandbox.Tests;

/// <summary>Keys that the service makes: <c>serverkeygen</c>, and the page for browsers.</summary>
public sealed class MadeKeyTests(SandboxFixture fixture) : IClassFixture<SandboxFixture>, IDisposable
{
    private readonly EstClient _client = new(fixture.Sandbox);

    private string Origin => fixture.Sandbox.Url.GetLeftPart(UriPartial.Authority);

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task The_key_and_its_certificate_come_in_two_parts_and_once_more_for_the_same_codes()
    {
        CodeSet codes = fixture.NextCodes();
        using X509Certificate2 first = await GenerateAsync(codes);
        using X509Certificate2 again = await GenerateAsync(codes);
        Assert.Equal(codes.Terminal, first.GetNameInfo(X509NameType.SimpleName, forIssuer: false));
        Assert.Equal(first.RawData, again.RawData);

        using ECDsa key = Requests.NewKey();
        using HttpResponseMessage own = await _client.EnrollAsync(codes, Requests.For(key));
        Assert.Equal((HttpStatusCode.Unauthorized, "these codes have been used"), (own.StatusCode, await own.TextAsync()));
    }

    [Fact]
    public async Task The_page_gives_a_file_with_a_password_of_its_own_each_time()
    {
        CodeSet codes = fixture.NextCodes();
        string first = await HtmlAsync(await SubmitAsync(codes));
        string again = await HtmlAsync(await SubmitAsync(codes));
        Assert.NotEqual(PasswordIn(first), PasswordIn(again));
        Assert.Equal(Opened(first), Opened(again));
        Assert.DoesNotContain(codes.Code3, first, StringComparison.Ordinal);

        X509Certificate2Collection content = X509CertificateLoader.LoadPkcs12Collection(FileIn(first), PasswordIn(first));
        using X509Certificate2 certificate = content.Single(each => each.HasPrivateKey);
        Assert.Equal(codes.Terminal, certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false));
        Assert.Equal(2, content.Count);
    }

    [Theory]
    [InlineData("https://elsewhere.example")]
    [InlineData("null")]
    [InlineData(null)]
    public async Task A_form_of_another_page_uses_no_code_up(string? origin)
    {
        CodeSet codes = fixture.NextCodes();
        using HttpResponseMessage foreign = await SubmitAsync(codes, origin);
        Assert.Equal((HttpStatusCode.Forbidden, "the form was sent from another page"), (foreign.StatusCode, await foreign.TextAsync()));
        Assert.Contains("id=\"password\"", await HtmlAsync(await SubmitAsync(codes)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_speaks_the_language_of_its_reader_and_lets_nothing_else_in()
    {
        using HttpResponseMessage page = await _client.SendAsync(Get("/", "fr, ja;q=0.8, en;q=0.2"));
        using HttpResponseMessage wrong = await SubmitAsync(fixture.NextCodes() with { Code2 = "<b>WRONG</b>" });
        string policy = page.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("<html lang=\"ja\">", await HtmlAsync(page), StringComparison.Ordinal);
        Assert.StartsWith("default-src 'none'; style-src 'sha256-", policy, StringComparison.Ordinal);
        Assert.EndsWith("form-action 'self'; base-uri 'none'; frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.True(page.Headers.CacheControl!.NoStore);
        Assert.Equal(HttpStatusCode.Forbidden, wrong.StatusCode);
        string html = await HtmlAsync(wrong);
        Assert.Contains("These codes are not known.", html, StringComparison.Ordinal);
        Assert.DoesNotContain("WRONG", html, StringComparison.Ordinal);
    }

    private static HttpRequestMessage Get(string path, string languages)
    {
        var message = new HttpRequestMessage(HttpMethod.Get, path);
        message.Headers.AcceptLanguage.ParseAdd(languages);
        return message;
    }

    private Task<HttpResponseMessage> SubmitAsync(CodeSet codes) => SubmitAsync(codes, Origin);

    private Task<HttpResponseMessage> SubmitAsync(CodeSet codes, string? origin)
    {
        var message = new HttpRequestMessage(HttpMethod.Post, "/")
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["code1"] = codes.Code1,
                ["code2"] = codes.Code2,
                ["code3"] = codes.Code3,
            }),
        };
        if (origin is not null)
        {
            message.Headers.Add("Origin", origin);
        }

        return _client.SendAsync(message);
    }

    private async Task<X509Certificate2> GenerateAsync(CodeSet codes)
    {
        using ECDsa throwaway = Requests.NewKey();
        using HttpResponseMessage reply = await _client.SendAsync(
            "serverkeygen", codes, new StringContent(Convert.ToBase64String(Requests.For(throwaway))));
        string[] parts = await PartsAsync(reply);
        using RSA key = RSA.Create();
        key.ImportPkcs8PrivateKey(Convert.FromBase64String(parts[0]), out _);
        X509Certificate2 certificate = Assert.Single(Replies.CertificatesIn(Convert.FromBase64String(parts[1])));
        Assert.Equal(key.ExportSubjectPublicKeyInfo(), certificate.PublicKey.ExportSubjectPublicKeyInfo());
        return certificate;
    }

    // RFC 2046 section 5.1.1.
    private static async Task<string[]> PartsAsync(HttpResponseMessage reply)
    {
        string text = await reply.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(reply.IsSuccessStatusCode, text);
        MediaTypeHeaderValue type = reply.Content.Headers.ContentType!;
        Assert.Equal("multipart/mixed", type.MediaType);
        string[] pieces = text.Split("--" + type.Parameters.Single(parameter => parameter.Name == "boundary").Value);
        Assert.Equal("--\r\n", pieces[^1]);
        Assert.Contains("Content-Type: application/pkcs8\r\n", pieces[1], StringComparison.Ordinal);
        Assert.Contains("Content-Type: application/pkcs7-mime; smime-type=certs-only\r\n", pieces[2], StringComparison.Ordinal);
        return [.. pieces[1..^1].Select(piece => piece.Split("\r\n\r\n", 2)[1])];
    }

    private static async Task<string> HtmlAsync(HttpResponseMessage reply)
    {
        string html = await reply.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(reply.Content.Headers.ContentType?.MediaType == "text/html", html);
        return html;
    }

    private static string PasswordIn(string html) => Regex.Match(html, "id=\"password\">([^<]+)<").Groups[1].Value;

    private static byte[] FileIn(string html) =>
        Convert.FromBase64String(WebUtility.HtmlDecode(Regex.Match(html, "base64,([^\"]+)\"").Groups[1].Value));

    private static string Opened(string html)
    {
        using X509Certificate2 certificate = X509CertificateLoader.LoadPkcs12(FileIn(html), PasswordIn(html));
        return certificate.Thumbprint;
    }
}

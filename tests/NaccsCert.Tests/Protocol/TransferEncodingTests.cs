using System;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using NaccsCert.Messages;
using NaccsCert.Messages.Est;
using Xunit;

namespace NaccsCert.Tests.Protocol;

/// <summary>What deployed servers send, and what this client sends (RFC 8951, section 3.1).</summary>
public sealed class TransferEncodingTests
{
    private static readonly byte[] Der = [0x30, 0x82, 0x01, 0x00, .. Enumerable.Range(0, 256).Select(number => (byte)number)];

    public static TheoryData<string> Shapes =>
    [
        Convert.ToBase64String(Der),
        Convert.ToBase64String(Der) + "\n",
        Convert.ToBase64String(Der, Base64FormattingOptions.InsertLineBreaks),
        Convert.ToBase64String(Der, Base64FormattingOptions.InsertLineBreaks).Replace("\r\n", "\n", StringComparison.Ordinal),
        "\r\n" + Convert.ToBase64String(Der, Base64FormattingOptions.InsertLineBreaks) + "\r\n\r\n",
        PemEncoding.WriteString("PKCS7", Der),
        PemEncoding.WriteString("CMS", Der) + "\n",
        PemEncoding.WriteString("PKCS7", Der).Replace("\n", "\r\n", StringComparison.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Base64_in_every_shape_gives_the_same_bytes(string text) =>
        Assert.Equal(Der, TransferEncoding.Decode(Encoding.ASCII.GetBytes(text)));

    [Fact]
    public void Raw_DER_is_left_alone() => Assert.Equal(Der, TransferEncoding.Decode(Der));

    [Theory]
    [InlineData("<html>")]
    [InlineData("日本語")]
    [InlineData("AAA")]
    [InlineData("-----BEGIN PKCS7-----\nAAAA\n-----BEGIN PKCS7-----")]
    [InlineData("-----BEGIN PKCS7-----\nAAAA\n-----END PKCS7-----\ntrailing")]
    public void What_is_neither_is_refused(string text) =>
        Assert.Throws<FormatException>(() => TransferEncoding.Decode(Encoding.UTF8.GetBytes(text)));

    public static TheoryData<int> Lengths => [1, 56, 57, 58, 113, 114, 115, 1000, 4096];

    [Theory]
    [MemberData(nameof(Lengths))]
    public void A_request_goes_out_in_lines_of_at_most_76_characters_with_a_final_line_end(int length)
    {
        byte[] request = RandomNumberGenerator.GetBytes(length);

        string body = Encoding.ASCII.GetString(EnrollmentRequestBody.Encode(request));

        Assert.EndsWith("\r\n", body, StringComparison.Ordinal);
        List<string> lines = [.. body.Split("\r\n")[..^1]];
        Assert.All(lines, line => Assert.InRange(line.Length, 1, 76));
        Assert.All(lines.SkipLast(1), line => Assert.Equal(76, line.Length));
        Assert.Equal(request, Convert.FromBase64String(string.Concat(lines)));
    }
}

using System;
using System.Collections.Generic;
using System.Linq;
using NaccsCert.Messages.Tls;
using Xunit;

namespace NaccsCert.Tests.SignIn;

/// <summary>The certificates of a TLS 1.2 handshake, however its bytes arrive and whatever they are.</summary>
public sealed class ServerCertificateReaderTests
{
    private const byte Handshake = 22;
    private const byte ServerHello = 2;
    private const byte Certificate = 11;

    private static readonly byte[] First = [.. Enumerable.Range(0, 700).Select(number => (byte)number)];
    private static readonly byte[] Second = [9, 8, 7];

    private static byte[] Messages => [.. Message(ServerHello, new byte[40]), .. Message(Certificate, Lists(First, Second)), .. Message(12, [1])];

    [Theory]
    [InlineData(1, 10_000)]
    [InlineData(10_000, 10_000)]
    [InlineData(7, 100)]
    [InlineData(300, 1)]
    public void They_are_found_in_pieces_of_any_size(int chunk, int record)
    {
        IReadOnlyList<byte[]>? found = Read([.. Messages.Chunk(record).SelectMany(part => Record(Handshake, part))], chunk);

        Assert.Equal([First, Second], found);
    }

    [Fact]
    public void Nothing_is_found_where_the_handshake_is_encrypted() => Assert.Null(Read(
        [.. Record(Handshake, Message(ServerHello, new byte[40])), .. Record(20, [1]), .. Record(23, Messages)], 50));

    [Fact]
    public void Lengths_that_do_not_fit_are_no_certificates()
    {
        byte[] whole = Record(Handshake, Message(Certificate, Lists(First, Second)));
        for (int at = 0; at < 20; at++)
        {
            for (int value = 0; value < 256; value++)
            {
                byte[] changed = [.. whole];
                changed[at] = (byte)value;
                IReadOnlyList<byte[]>? found = Read(changed, 64);
                Assert.True(found is null || found.Sum(certificate => certificate.Length) <= First.Length + Second.Length + 3);
            }
        }
    }

    [Fact]
    public void A_server_that_sends_without_end_is_no_longer_listened_to()
    {
        var reader = new ServerCertificateReader(_ => { });
        byte[] part = [.. Record(Handshake, new byte[16 * 1024])];
        part[5] = Certificate;
        part[6] = 0xFF;

        Assert.False(Enumerable.Range(0, 64).All(_ => reader.Read(part)));
    }

    private static IReadOnlyList<byte[]>? Read(byte[] bytes, int chunk)
    {
        IReadOnlyList<byte[]>? found = null;
        var reader = new ServerCertificateReader(certificates => found = certificates);
        _ = bytes.Chunk(chunk).TakeWhile(reader.Read).Count();
        return found;
    }

    private static byte[] Record(byte type, byte[] content) => [type, 3, 3, (byte)(content.Length >> 8), (byte)content.Length, .. content];

    private static byte[] Message(byte type, byte[] content) => [type, .. Counted(content)];

    private static byte[] Lists(params byte[][] certificates) => Counted([.. certificates.SelectMany(Counted)]);

    private static byte[] Counted(byte[] content) =>
        [(byte)(content.Length >> 16), (byte)(content.Length >> 8), (byte)content.Length, .. content];
}

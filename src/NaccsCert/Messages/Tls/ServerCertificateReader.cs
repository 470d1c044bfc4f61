using System;
using System.Collections.Generic;
using System.Linq;

namespace NaccsCert.Messages.Tls;

/// <summary>
/// Reads the certificates that a server sends in a TLS 1.2 handshake (RFC 5246, section 7.4.2), which are not encrypted there. In
/// TLS 1.3 they are, and nothing is found.
/// </summary>
/// <param name="found">Takes the DER certificates, the server's own first.</param>
internal sealed class ServerCertificateReader(Action<IReadOnlyList<byte[]>> found)
{
    // More than the chain of any server; what is larger is not looked at.
    private const int MaxLength = 256 * 1024;

    private const int RecordHeader = 5;
    private const int MessageHeader = 4;
    private const byte HandshakeRecord = 22;
    private const byte ServerHello = 2;
    private const byte Certificate = 11;

    private readonly List<byte> _records = [];
    private readonly List<byte> _messages = [];

    /// <summary>Reads on.</summary>
    /// <param name="received">The next bytes that the server sent, from the first byte of the handshake.</param>
    /// <returns>Whether more is wanted: the certificates may be yet to come.</returns>
    public bool Read(byte[] received)
    {
        _records.AddRange(received);
        return _records.Count + _messages.Count <= MaxLength && UnpackRecords() && ReadMessages();
    }

    // False at the first record that is not of a handshake in the clear.
    private bool UnpackRecords()
    {
        while (_records.Count >= RecordHeader)
        {
            if (_records[0] != HandshakeRecord)
            {
                return false;
            }

            int length = (_records[3] << 8) | _records[4];
            if (_records.Count < RecordHeader + length)
            {
                break;
            }

            _messages.AddRange(_records.Skip(RecordHeader).Take(length));
            _records.RemoveRange(0, RecordHeader + length);
        }

        return true;
    }

    private bool ReadMessages()
    {
        while (_messages.Count >= MessageHeader)
        {
            int length = Number(_messages, 1);
            if (_messages.Count < MessageHeader + length)
            {
                return true;
            }

            byte[] body = [.. _messages.Skip(MessageHeader).Take(length)];
            switch (_messages[0])
            {
                case ServerHello:
                    _messages.RemoveRange(0, MessageHeader + length);
                    break;
                case Certificate:
                    if (Split(body) is { Count: > 0 } certificates)
                    {
                        found(certificates);
                    }

                    return false;
                default:
                    return false;
            }
        }

        return true;
    }

    // Null where the lengths do not fit each other.
    private static List<byte[]>? Split(byte[] body)
    {
        const int Length = 3;
        var certificates = new List<byte[]>();
        if (body.Length < Length || Number(body, 0) != body.Length - Length)
        {
            return null;
        }

        for (int at = Length; at < body.Length;)
        {
            if (body.Length - at < Length || Number(body, at) is var size && size > body.Length - at - Length)
            {
                return null;
            }

            certificates.Add([.. body.Skip(at + Length).Take(size)]);
            at += Length + size;
        }

        return certificates;
    }

    // Three bytes, the highest first.
    private static int Number(IReadOnlyList<byte> bytes, int at) => (bytes[at] << 16) | (bytes[at + 1] << 8) | bytes[at + 2];
}

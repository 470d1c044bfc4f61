using System;
using System.Collections.Generic;
using System.Linq;
using NaccsCert.Messages.Revocation;
using NaccsCert.TestSupport.Certificates;

namespace NaccsCert.Tests.Fuzzing.Parsers;

/// <summary>A question about the sample client, and answers to it.</summary>
internal static class OcspSamples
{
    private static readonly DateTimeOffset Time = new(2026, 6, 15, 11, 0, 0, TimeSpan.Zero);

    private static readonly OcspReply Good = new() { ThisUpdate = Time, NextUpdate = Time.AddDays(1) };

    /// <summary>The question.</summary>
    public static OcspRequest Request { get; } =
        OcspRequest.For(SampleAuthority.Client.SerialNumber, SampleAuthority.Root.RawData, new byte[32]);

    /// <summary>What is signed: good, revoked, unknown, without an end and a nonce.</summary>
    public static IReadOnlyList<byte[]> ResponseData { get; } =
    [
        Good.ToBeSigned(Request.Encoded),
        (Good with { State = OcspReply.Revoked, RevokedAt = Time.AddDays(-3) }).ToBeSigned(Request.Encoded),
        (Good with { State = OcspReply.Unknown }).ToBeSigned(Request.Encoded),
        (Good with { NextUpdate = null, Nonce = _ => null }).ToBeSigned(Request.Encoded),
    ];

    /// <summary>The same, signed; and a refusal.</summary>
    public static IReadOnlyList<byte[]> Responses { get; } =
        [.. ResponseData.Select(SampleAuthority.Responder.Sign), [0x30, 0x03, 0x0A, 0x01, 0x03]];
}

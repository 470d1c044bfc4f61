using System;

namespace NaccsCert.Sandbox.Issuance;

/// <summary>What was decided about a request, in no protocol's words.</summary>
/// <param name="Decision">The decision.</param>
/// <param name="Reason">Why, in one line; empty where a certificate was issued.</param>
internal sealed record Outcome(Decision Decision, string Reason)
{
    /// <summary>The issued certificate, DER; empty where there is none.</summary>
    public byte[] Certificate { get; private init; } = [];

    /// <summary>How long a request that waits for approval has to wait.</summary>
    public TimeSpan Wait { get; private init; }

    public static Outcome Issued(byte[] certificate) => new(Decision.Issued, string.Empty) { Certificate = certificate };

    public static Outcome Pending(TimeSpan wait) =>
        new(Decision.Pending, "the request waits for approval; send it again later") { Wait = wait };
}

/// <summary>What can be decided.</summary>
internal enum Decision
{
    /// <summary>There is a certificate.</summary>
    Issued,

    /// <summary>The request waits for approval.</summary>
    Pending,

    /// <summary>The codes buy nothing.</summary>
    CodesRefused,

    /// <summary>The key of a first request is certified already.</summary>
    KeyRefused,

    /// <summary>The certificate cannot be renewed, or not with this request.</summary>
    RenewalRefused,
}

using System;
using System.Collections.Generic;

namespace NaccsCert.TestSupport;

/// <summary>How a sandbox is started. What is null is left to the sandbox.</summary>
public sealed record SandboxOptions
{
    /// <summary>The data folder; null for one that is made now and removed when the <see cref="SandboxProcess"/> is disposed.</summary>
    public string? DataDirectory { get; init; }

    /// <summary>The TCP port; 0 for that of the last run or any.</summary>
    public int Port { get; init; }

    /// <summary>A code file; null for ten code sets of the sandbox's own.</summary>
    public string? CodesFile { get; init; }

    /// <summary>The sandbox's time at its start; null for the machine's.</summary>
    public DateTimeOffset? Now { get; init; }

    /// <summary>How long issued certificates are valid, as an ISO 8601 duration: <c>P20D</c> may be renewed at once.</summary>
    public string? Validity { get; init; }

    /// <summary>The protocol: <c>Est</c> or <c>Scep</c>.</summary>
    public string? Protocol { get; init; }

    /// <summary>The EST label.</summary>
    public string? Label { get; init; }

    /// <summary>How long a first enrollment stays pending.</summary>
    public TimeSpan? ApprovalDelay { get; init; }

    /// <summary>The kind of key that its CSR attributes ask for: <c>Rsa2048</c>, <c>Rsa3072</c>, <c>Rsa4096</c>, <c>P256</c> or <c>P384</c>.</summary>
    public string? WantedKey { get; init; }

    /// <summary>How it is to differ from a well-behaved service, as on its command line: <c>--not-before</c>, <c>Midnight</c>.</summary>
    public IReadOnlyList<string> Behavior { get; init; } = [];
}

namespace NaccsCert.Harnesses.Durability.KilledProcesses;

/// <summary>What a process is told to do: one line of JSON on its standard input, since a command line could be read by others.</summary>
internal sealed record Order
{
    /// <summary>The path of the service definition.</summary>
    public required string Service { get; init; }

    /// <summary>The three codes; null for a renewal.</summary>
    public string[]? Codes { get; init; }

    /// <summary>The certificate to renew; null for a first enrollment.</summary>
    public string? Thumbprint { get; init; }

    /// <summary>The kind of key.</summary>
    public required KeyAlgorithm KeyAlgorithm { get; init; }

    /// <summary>How often a fault that may pass is tried again, after a moment.</summary>
    public int Retries { get; init; }

    /// <summary>The number of the library's event, from 1, at which the process kills itself; 0 for none.</summary>
    public int KillAt { get; init; }
}

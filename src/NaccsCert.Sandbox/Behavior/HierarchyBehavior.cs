namespace NaccsCert.Sandbox.Behavior;

/// <summary>The CAs behind the service, and what else comes in its answers.</summary>
internal sealed record HierarchyBehavior
{
    /// <summary>Whether the CAs are named without a common name.</summary>
    public bool CaWithoutCommonName { get; init; }

    /// <summary>How many CAs stand between the root and the client certificates.</summary>
    public int Intermediates { get; init; }

    /// <summary>Whether there is an older root of the same name, with the cross-certificates (RFC 7030 section 4.1.3).</summary>
    public bool OldRoot { get; init; }

    /// <summary>How many certificates that belong to nothing come with every answer.</summary>
    public int Junk { get; init; }

    /// <summary>Whether an issued certificate comes with the CAs above it.</summary>
    public bool ChainInAnswer { get; init; }

    /// <summary>Whether TLS shows a self-signed twin of its CA before the certificate that leads to the root.</summary>
    public bool TlsTwin { get; init; }
}

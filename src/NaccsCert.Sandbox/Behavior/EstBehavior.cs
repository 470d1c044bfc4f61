namespace NaccsCert.Sandbox.Behavior;

/// <summary>How the EST operations answer.</summary>
internal sealed record EstBehavior
{
    /// <summary>Whether the operations answer without the label too (RFC 7030 section 3.2.2).</summary>
    public bool LabelOptional { get; init; }

    /// <summary>Whether bodies of unknown length are read: chunked ones, and those of HTTP/2.</summary>
    public bool AnyLength { get; init; }

    /// <summary>Whether base64 is sent in one line without an end (RFC 8951 section 3.1), which is all that some clients read.</summary>
    public bool OneLine { get; init; }

    public CsrAttributesRule CsrAttributes { get; init; }

    public ChallengePasswordRule ChallengePassword { get; init; }

    public SignInRule SignIn { get; init; }

    /// <summary>Whether issued certificates come with 201 instead of 200.</summary>
    public bool Created { get; init; }
}

namespace NaccsCert.Sandbox.Behavior;

/// <summary>How the SCEP operations answer.</summary>
internal sealed record ScepBehavior
{
    /// <summary>Whether a registration authority reads and signs messages in the CA's place (RFC 8894 section 2.1.3).</summary>
    public bool RegistrationAuthority { get; init; }

    public ScepAlgorithmsRule Algorithms { get; init; }

    public ScepAnswerRule Answer { get; init; }

    /// <summary>Whether the operations are served without TLS too, as SCEP allows (RFC 8894 section 4.1).</summary>
    public bool PlainHttp { get; init; }
}

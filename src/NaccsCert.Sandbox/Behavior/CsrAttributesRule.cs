namespace NaccsCert.Sandbox.Behavior;

/// <summary>What <c>csrattrs</c> answers.</summary>
internal enum CsrAttributesRule
{
    /// <summary>The wanted key and client authentication (RFC 7030 section 4.5.2).</summary>
    Usual,

    /// <summary>An empty sequence.</summary>
    EmptySequence,

    /// <summary>404.</summary>
    NotFound,

    /// <summary>204.</summary>
    NoContent,

    /// <summary>403.</summary>
    Forbidden,

    /// <summary>500.</summary>
    ServerError,

    /// <summary>503 with Retry-After.</summary>
    Unavailable,

    /// <summary>200 without a body.</summary>
    EmptyBody,

    /// <summary>The usual, with text behind the base64.</summary>
    JunkBehind,

    /// <summary>The usual, with a NUL behind the base64.</summary>
    Nul,

    /// <summary>A page of HTML.</summary>
    Html,

    /// <summary>A certification request info template (RFC 9908 section 3.4), and the usual beside it for older clients.</summary>
    RequestTemplate,

    /// <summary>The same, where the extensions are a template too (<c>id-aa-extensionReqTemplate</c>).</summary>
    ExtensionTemplate,
}

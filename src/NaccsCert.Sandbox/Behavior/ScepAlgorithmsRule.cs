namespace NaccsCert.Sandbox.Behavior;

/// <summary>Which algorithms SCEP messages may have.</summary>
internal enum ScepAlgorithmsRule
{
    /// <summary>AES-CBC and SHA-2 (RFC 8894 section 2.9).</summary>
    Strong,

    /// <summary>The same and the old ones; <c>GetCACaps</c> names them all.</summary>
    Any,

    /// <summary>Triple DES and SHA-1 alone, as of services that nobody updates.</summary>
    Weak,
}

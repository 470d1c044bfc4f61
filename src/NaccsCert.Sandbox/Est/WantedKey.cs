namespace NaccsCert.Sandbox.Est;

/// <summary>The kind of key that the sandbox asks for in its CSR attributes. It takes every kind all the same.</summary>
internal enum WantedKey
{
    /// <summary>None in particular.</summary>
    Any,

    /// <summary>RSA, 2048 bits.</summary>
    Rsa2048,

    /// <summary>RSA, 3072 bits.</summary>
    Rsa3072,

    /// <summary>RSA, 4096 bits.</summary>
    Rsa4096,

    /// <summary>ECDSA on P-256.</summary>
    P256,

    /// <summary>ECDSA on P-384.</summary>
    P384,
}

using System;

namespace NaccsCert.Harnesses.Networks.Proxies;

/// <summary>How a squid wants to be signed in to.</summary>
[Flags]
internal enum SquidSchemes
{
    /// <summary>Not at all.</summary>
    None = 0,

    /// <summary>Basic (RFC 7617).</summary>
    Basic = 1,

    /// <summary>NTLM.</summary>
    Ntlm = 2,
}

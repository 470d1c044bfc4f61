namespace NaccsCert.Sandbox.Behavior;

/// <summary>How certificates name their terminal.</summary>
internal sealed record NamingBehavior
{
    public SubjectRule Subject { get; init; }

    public AlternativeNameRule AlternativeName { get; init; }
}

/// <summary>Where in the subject the terminal is named.</summary>
internal enum SubjectRule
{
    /// <summary><c>O=..., CN=TERMINAL</c>.</summary>
    CommonName,

    /// <summary><c>O=..., OU=TERMINAL, CN=...</c>: all terminals share the common name.</summary>
    SharedCommonName,

    /// <summary><c>O=..., OU=TERMINAL</c>: no common name.</summary>
    NoCommonName,

    /// <summary><c>O=..., CN=TERMINAL + OU=...</c>: both in one relative distinguished name.</summary>
    MultiValued,

    /// <summary>Nowhere: the subject is empty.</summary>
    None,
}

/// <summary>How the subject alternative name names the terminal.</summary>
internal enum AlternativeNameRule
{
    /// <summary>Not at all; with an empty subject as <see cref="DnsName"/>.</summary>
    None,

    /// <summary>As a host below <c>sandbox.example</c>.</summary>
    DnsName,

    /// <summary>As a mailbox at <c>sandbox.example</c>.</summary>
    Email,

    /// <summary>As a user principal name of Windows.</summary>
    PrincipalName,

    /// <summary>As a directory name with the terminal as its common name.</summary>
    DirectoryName,
}

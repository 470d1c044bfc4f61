namespace NaccsCert.Module.Tests.Commands.Support;

/// <summary>The services that the tests of the commands run against.</summary>
public enum SandboxKind
{
    /// <summary>Certificates last 20 days, so they can be renewed at once.</summary>
    Renewable,

    /// <summary>Renewable too, and the only one whose TLS root tests may put among those that the user trusts.</summary>
    Trusted,

    /// <summary>Certificates last as long as NACCS's own, so none is due.</summary>
    LongLived,

    /// <summary>A first enrollment waits seconds for approval.</summary>
    Approving,

    /// <summary>A first enrollment waits for approval longer than any test.</summary>
    Deferring,

    /// <summary>Renewable too, and by SCEP.</summary>
    Scep,

    /// <summary>It is the third Tuesday of a month, 22:30 in Japan.</summary>
    Maintained,
}

using NaccsCert.Services;

namespace NaccsCert.Validation.Installed;

/// <summary>What a test of a certificate asks others than this computer; nobody, if nothing is chosen.</summary>
internal sealed record CertificateTestOptions
{
    /// <summary>Whether to ask the issuer whether it has revoked the certificate.</summary>
    public bool CheckRevocation { get; init; }

    /// <summary>Whether to show the certificate to the hosts that take one.</summary>
    public bool SignIn { get; init; }

    /// <summary>The environment of those hosts; null for all.</summary>
    public ServiceEnvironment? Environment { get; init; }
}

namespace NaccsCert.Harnesses.Networks.Client;

/// <summary>What a client does, in this order.</summary>
internal enum Operation
{
    /// <summary><c>Request-NaccsCertificate</c>.</summary>
    Enroll,

    /// <summary><c>Update-NaccsCertificate</c>, which signs in to the service with the certificate that is to be renewed.</summary>
    Renew,

    /// <summary><c>Test-NaccsConnectivity</c>.</summary>
    Connectivity,

    /// <summary><c>Test-NaccsCertificate -CheckRevocation</c>.</summary>
    Revocation,
}

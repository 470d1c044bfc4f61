namespace NaccsCert.Harnesses.SignIn.Sites;

/// <summary>Outcomes that several sites share.</summary>
internal static class Outcomes
{
    /// <summary>The id of the error of a site that names other issuers.</summary>
    public const string NotNamed = "ClientCertificateIssuerNotNamed";

    /// <summary>What nginx says of a certificate that does not verify.</summary>
    public const string NginxWords = "HTTP 400 (The SSL certificate error)";

    /// <summary>Verified by nginx.</summary>
    public static SiteOutcomes Nginx { get; } = new("Passed", "HTTP 200") { ExpiredWords = NginxWords };

    /// <summary>Verified by OpenSSL in TLS 1.3, where a client has ended the handshake before it is refused.</summary>
    public static SiteOutcomes OpenSsl13 { get; } = new("Passed", "HTTP 200") { ExpiredWords = "certificate_expired (45) after the handshake" };

    /// <summary>Verified by OpenSSL in TLS 1.2.</summary>
    public static SiteOutcomes OpenSsl12 { get; } = new("Passed", "HTTP 200") { ExpiredWords = "certificate_expired (45) in the handshake" };

    /// <summary>Not asked for.</summary>
    public static SiteOutcomes NotRequested { get; } = new("ClientCertificateNotRequested", "HTTP 200") { Expired = "ClientCertificateNotRequested" };

    /// <summary>Asked for, and not looked at.</summary>
    public static SiteOutcomes Anyone { get; } = new("Passed", "HTTP 200") { Expired = "Passed" };

    /// <summary>Good, and forbidden.</summary>
    public static SiteOutcomes Forbidden { get; } = new("ClientCertificateForbidden", "HTTP 403");
}

using NaccsCert.Services;

namespace NaccsCert.Validation;

/// <summary>Where a certificate comes from, and so what an error about it is about: a service, or a file that somebody handed in.</summary>
/// <param name="Name">The host, or the path.</param>
/// <param name="Unreadable">That it is no certificate.</param>
/// <param name="IssuerMismatch">That another issuer made it.</param>
/// <param name="ChainInvalid">That its chain does not end in a root of the service.</param>
/// <param name="UsageInvalid">That it is not for client authentication.</param>
internal sealed record CertificateSource(
    string Name, ErrorId Unreadable, ErrorId IssuerMismatch, ErrorId ChainInvalid, ErrorId UsageInvalid)
{
    /// <summary>What a service sent.</summary>
    /// <param name="definition">The service.</param>
    public static CertificateSource ForService(ServiceDefinition definition) => new(
        HostNames.Of(definition.Enrollment.Url),
        ErrorId.ResponseUnreadable,
        ErrorId.ResponseIssuerMismatch,
        ErrorId.ResponseChainInvalid,
        ErrorId.ResponseUsageInvalid);

    /// <summary>What is in a file.</summary>
    /// <param name="path">The file.</param>
    public static CertificateSource ForFile(string path) => new(
        path,
        ErrorId.CertificateFileDamaged,
        ErrorId.ImportForeignCertificate,
        ErrorId.ImportChainInvalid,
        ErrorId.ImportUsageInvalid);
}

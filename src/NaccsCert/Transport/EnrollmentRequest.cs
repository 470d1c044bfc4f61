using System;
using System.Collections.Generic;
using System.Security.Cryptography.X509Certificates;
using NaccsCert.Keys;

namespace NaccsCert.Transport;

/// <summary>A request for a certificate, and what a protocol may need to send it.</summary>
/// <param name="CertificationRequest">The DER PKCS#10 request, without any secret.</param>
/// <param name="OpenKey">Opens the key of the request; the caller disposes of it.</param>
internal sealed record EnrollmentRequest(byte[] CertificationRequest, Func<KeyHandle> OpenKey)
{
    /// <summary>The codes of a first enrollment; null for a renewal.</summary>
    public IEnrollmentCodes? Codes { get; init; }

    /// <summary>The service's CA certificates (DER), as they came.</summary>
    public IReadOnlyList<byte[]> CACertificates { get; init; } = [];

    /// <summary>What <see cref="IEnrollmentProtocol.ComposeAsync"/> gave; null before that, or where the request itself is sent.</summary>
    public EnrollmentMessage? Message { get; init; }

    /// <summary>The certificate that is renewed, with its key; null for a first enrollment.</summary>
    public X509Certificate2? Current { get; init; }
}

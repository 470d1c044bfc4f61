using NaccsCert.Messages.Ber;

namespace NaccsCert.Messages.Scep;

/// <summary>What a CertPoll asks about: the names of issuer and subject (RFC 8894, section 3.3.3).</summary>
internal static class PollContent
{
    /// <summary>Writes an issuerAndSubject.</summary>
    /// <param name="issuer">The DER certificate of the CA that is to issue.</param>
    /// <param name="certificationRequest">The DER request.</param>
    public static byte[] Build(byte[] issuer, byte[] certificationRequest) => DerWriter.Write(
        BerTag.Sequence, CertificateParts.Parse(issuer).Subject, CertificationRequest.SubjectOf(certificationRequest));
}

using System;
using System.Collections.Generic;
using NaccsCert.Messages;
using NaccsCert.Messages.Files;
using NaccsCert.Messages.Revocation;
using NaccsCert.Validation;

namespace NaccsCert.Tests.Fuzzing.Parsers;

/// <content>Those that have the platform look at certificates as they came.</content>
internal static partial class ParserSet
{
    private static Parser[] WithThePlatform =>
    [
        new("answer", Shape.Asn1, content => Verify(content), MessageSamples.Cms),
        new("certificate-file", Shape.Asn1, content => CertificateFile.Read(content, "file"), MessageSamples.CertificateFiles),
        new("bundle", Shape.Asn1, ReadBundle, [.. MessageSamples.Cms, .. MessageSamples.CertificateFiles]),
        new("pkcs12", Shape.Asn1, content => Pkcs12Message.Parse(content, "file"), Pkcs12Samples.Protected),
        new("pkcs12-open", Shape.Asn1, OpenPkcs12, Pkcs12Samples.Open),
        new("crl-address", Shape.Asn1, content => ReadAddresses(content, RevocationList.AddressesIn), MessageSamples.Certificates),
        new("ocsp-address", Shape.Asn1, content => ReadAddresses(content, OcspRequest.AddressesIn), MessageSamples.Certificates),
    ];

    private static void Verify(byte[] content) => IssuedCertificate.Verify(
        content, SampleAuthority.CertificationRequest, [SampleAuthority.Root.RawData], TextSamples.Definition, Now);

    private static void ReadBundle(byte[] content)
    {
        foreach (byte[] certificate in CertificateFile.ReadCertificates(content, "file").Certificates)
        {
            IssuedCertificate.CarriesKeyOf(certificate, SampleAuthority.CertificationRequest);
        }
    }

    private static void OpenPkcs12(byte[] content)
    {
        using var none = new System.Security.SecureString();
        Pkcs12Message.Parse(content, "file").Open(none);
    }

    // Only what the platform takes for a certificate can be in a store, and so be asked about.
    private static void ReadAddresses(byte[] content, Func<byte[], IReadOnlyList<Uri>> read)
    {
        try
        {
            using var certificate = Certificates.Load(content);
            read(certificate.RawData);
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            // No certificate.
        }
    }
}

using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography.X509Certificates;
using Org.BouncyCastle.Cms;
using Org.BouncyCastle.Utilities.Collections;
using Org.BouncyCastle.X509;

namespace NaccsCert.TestSupport.Servers;

/// <summary>What a service answers.</summary>
internal sealed record Reply(byte[] Body)
{
    /// <summary>A certs-only CMS message (RFC 5652, section 5), as BouncyCastle builds it.</summary>
    public static Reply Certificates(params X509Certificate2[] certificates)
    {
        var parser = new X509CertificateParser();
        IEnumerable<Org.BouncyCastle.X509.X509Certificate> all =
            certificates.Select(certificate => parser.ReadCertificate(certificate.RawData));
        var generator = new CmsSignedDataGenerator();
        generator.AddCertificates(CollectionUtilities.CreateStore(all));
        return new Reply(generator.Generate(new CmsProcessableByteArray([]), encapsulate: false).GetEncoded());
    }
}

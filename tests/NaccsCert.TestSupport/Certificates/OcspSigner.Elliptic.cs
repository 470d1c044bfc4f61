using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace NaccsCert.TestSupport.Certificates;

/// <content>Signers with the elliptic keys of .NET.</content>
internal sealed partial class OcspSigner
{
    private const string EcdsaWithSha256 = "1.2.840.10045.4.3.2";

    /// <summary>One with an elliptic key.</summary>
    public static OcspSigner With(ECDsa key, params byte[][] certificates) => new(
        EcdsaWithSha256,
        content => key.SignData(content, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence),
        certificates);

    /// <summary>One who sends his certificate along.</summary>
    /// <param name="responder">The certificate with its elliptic key.</param>
    public static OcspSigner Delegate(X509Certificate2 responder) => With(responder.GetECDsaPrivateKey()!, responder.RawData);
}

using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using NaccsCert.Sandbox.Authority;

namespace NaccsCert.Sandbox.Issuance;

/// <summary>The keys that are certified: RSA of 2048, 3072 or 4096 bits, ECDSA on P-256 or P-384.</summary>
internal static class KeyRules
{
    /// <summary>Why a key is refused, or null if it is accepted.</summary>
    public static string? Refusal(PublicKey publicKey)
    {
        using RSA? rsa = publicKey.GetRSAPublicKey();
        if (rsa is not null)
        {
            return rsa.KeySize is 2048 or 3072 or 4096
                ? null
                : $"an RSA key of {rsa.KeySize} bits is not accepted; use 2048, 3072 or 4096";
        }

        using ECDsa? ecdsa = publicKey.GetECDsaPublicKey();
        return ecdsa?.ExportParameters(includePrivateParameters: false).Curve.Oid?.Value is ObjectIdentifiers.P256 or ObjectIdentifiers.P384
            ? null
            : "this kind of key is not accepted; use RSA, or ECDSA on P-256 or P-384";
    }
}

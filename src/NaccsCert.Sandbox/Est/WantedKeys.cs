using NaccsCert.Sandbox.Authority;

namespace NaccsCert.Sandbox.Est;

/// <summary>What stands for the wanted kind of key on the wire.</summary>
internal static class WantedKeys
{
    private const string EcPublicKey = "1.2.840.10045.2.1";

    /// <summary>The object identifier of the algorithm.</summary>
    public static string Algorithm(this WantedKey key) => key.Curve() is null ? ObjectIdentifiers.RsaEncryption : EcPublicKey;

    /// <summary>The object identifier of the curve, or null for RSA.</summary>
    public static string? Curve(this WantedKey key)
    {
        switch (key)
        {
            case WantedKey.P256: return ObjectIdentifiers.P256;
            case WantedKey.P384: return ObjectIdentifiers.P384;
            default: return null;
        }
    }

    /// <summary>The size of an RSA key in bits.</summary>
    public static int Size(this WantedKey key)
    {
        switch (key)
        {
            case WantedKey.Rsa4096: return 4096;
            case WantedKey.Rsa3072: return 3072;
            default: return 2048;
        }
    }
}

using Org.BouncyCastle.Asn1;
using Org.BouncyCastle.Math;

namespace NaccsCert.Messages;

/// <summary>The two spellings of an ECDSA signature.</summary>
internal static class EcdsaSignature
{
    /// <summary>From r and s side by side (IEEE P1363) to <c>Ecdsa-Sig-Value</c> (RFC 3279, section 2.2.3).</summary>
    public static byte[] ToDer(byte[] sideBySide)
    {
        int half = sideBySide.Length / 2;
        return new DerSequence(
            new DerInteger(new BigInteger(1, sideBySide, 0, half)),
            new DerInteger(new BigInteger(1, sideBySide, half, half))).GetDerEncoded();
    }
}

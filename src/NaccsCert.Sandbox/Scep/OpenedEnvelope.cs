using System;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;

namespace NaccsCert.Sandbox.Scep;

/// <summary>What was in the envelope of a request (RFC 8894 section 3.2.2).</summary>
/// <param name="Content">The content.</param>
/// <param name="Cipher">Object identifier of the algorithm that it was encrypted with.</param>
internal sealed record OpenedEnvelope(byte[] Content, string Cipher)
{
    /// <summary>Opens an envelope.</summary>
    /// <returns>What was in it, or what is wrong with it.</returns>
    public static (OpenedEnvelope? Opened, Result? Failure) Open(byte[] encoded, ScepIdentity identity, ScepAlgorithms algorithms)
    {
        try
        {
            var envelope = new EnvelopedCms();
            envelope.Decode(encoded);
            string cipher = envelope.ContentEncryptionAlgorithm.Oid.Value ?? string.Empty;
            return algorithms.AcceptsCipher(cipher)
                ? (new OpenedEnvelope(identity.Open(envelope), cipher), null)
                : (null, Result.Failure(FailInfo.BadAlg, $"the content encryption {cipher} is not accepted"));
        }
        catch (Exception exception) when (exception is CryptographicException or InvalidOperationException)
        {
            return (null, Result.Failure(FailInfo.BadMessageCheck, "the envelope cannot be opened"));
        }
    }
}

using System;
using System.Security.Cryptography;

namespace NaccsCert.Messages.Scep;

/// <summary>Who signs a message: a key that stays where it is, and the certificate that shows it.</summary>
/// <param name="Certificate">The DER certificate, to whose key the answer is encrypted.</param>
/// <param name="Sign">Signs data with a hash: RSASSA-PKCS1-v1_5 (RFC 8017).</param>
internal sealed record ScepSigner(byte[] Certificate, Func<byte[], HashAlgorithmName, byte[]> Sign);

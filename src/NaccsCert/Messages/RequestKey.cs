using System;

namespace NaccsCert.Messages;

/// <summary>The key that a certificate is requested for: what it shows of itself, and how it signs.</summary>
/// <param name="PublicKeyInfo">The DER SubjectPublicKeyInfo (RFC 5280, section 4.1.2.7).</param>
/// <param name="Algorithm">The kind of key.</param>
/// <param name="Sign">Signs data with the digest that belongs to the key.</param>
internal sealed record RequestKey(byte[] PublicKeyInfo, KeyAlgorithm Algorithm, Func<byte[], byte[]> Sign);

using System;
using System.IO;
using System.Security.Cryptography;
using Org.BouncyCastle.Asn1;
using Org.BouncyCastle.Asn1.Pkcs;
using Org.BouncyCastle.Asn1.X509;
using Org.BouncyCastle.Crypto;

namespace NaccsCert.Messages.Scep;

/// <summary>Lets BouncyCastle have a message signed by a key that it never sees.</summary>
/// <param name="digest">The hash.</param>
/// <param name="sign">Signs data with the hash.</param>
internal sealed class KeySignatureFactory(HashAlgorithmName digest, Func<byte[], HashAlgorithmName, byte[]> sign) : ISignatureFactory
{
    public object AlgorithmDetails => new AlgorithmIdentifier(Identifier, DerNull.Instance);

    private DerObjectIdentifier Identifier => digest.Name switch
    {
        "SHA1" => PkcsObjectIdentifiers.Sha1WithRsaEncryption,
        "SHA512" => PkcsObjectIdentifiers.Sha512WithRsaEncryption,
        _ => PkcsObjectIdentifiers.Sha256WithRsaEncryption,
    };

    public IStreamCalculator<IBlockResult> CreateCalculator() => new Calculator(digest, sign);

    private sealed class Calculator(HashAlgorithmName digest, Func<byte[], HashAlgorithmName, byte[]> sign)
        : IStreamCalculator<IBlockResult>, IDisposable
    {
        private readonly MemoryStream _data = new();

        public Stream Stream => _data;

        public IBlockResult GetResult() => new BlockResult(sign(_data.ToArray(), digest));

        public void Dispose() => _data.Dispose();
    }
}

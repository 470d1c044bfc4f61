using System;
using Org.BouncyCastle.Crypto;

namespace NaccsCert.Messages.Scep;

/// <summary>What BouncyCastle is handed back of a computation that others have done.</summary>
/// <param name="octets">The result.</param>
internal sealed class BlockResult(byte[] octets) : IBlockResult
{
    public byte[] Collect() => octets;

    public int Collect(byte[] buffer, int offset)
    {
        Buffer.BlockCopy(octets, 0, buffer, offset, octets.Length);
        return octets.Length;
    }

    public int GetMaxResultLength() => octets.Length;

#if NET
    public int Collect(Span<byte> output)
    {
        octets.CopyTo(output);
        return octets.Length;
    }
#endif
}

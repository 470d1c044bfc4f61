using System;
using System.Collections.Generic;
using System.Linq;

namespace NaccsCert.Tests.Fuzzing.Inputs;

/// <summary>Bytes that are shown as base64, so that a finding can be kept as a case.</summary>
internal sealed record Input(byte[] Content)
{
    private const int MaxAttempts = 48;

    /// <summary>Smaller inputs, each without a piece, the largest pieces first.</summary>
    public IEnumerable<Input> Shrink()
    {
        int attempts = 0;
        for (int piece = Content.Length; piece > 0; piece /= 2)
        {
            for (int start = 0; start + piece <= Content.Length && attempts < MaxAttempts; start += piece)
            {
                attempts++;
                yield return new Input([.. Content.Take(start), .. Content.Skip(start + piece)]);
            }
        }
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Content.Length} bytes: {Convert.ToBase64String(Content)}";
}

using System;

namespace NaccsCert.Messages.Scep;

/// <summary>A message is protected by an algorithm that is not allowed.</summary>
/// <param name="algorithm">Its object identifier.</param>
internal sealed class WeakAlgorithmException(string algorithm) : Exception(algorithm)
{
    /// <summary>Its object identifier.</summary>
    public string Algorithm { get; } = algorithm;
}

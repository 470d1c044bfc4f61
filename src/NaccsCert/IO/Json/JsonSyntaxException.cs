using System;

namespace NaccsCert.IO.Json;

/// <summary>A text is no JSON.</summary>
/// <param name="complaint">What is wrong, in the language of the session.</param>
/// <param name="position">Where: the number of characters before it.</param>
internal sealed class JsonSyntaxException(string complaint, int position) : FormatException(complaint)
{
    /// <summary>Where: the number of characters before it.</summary>
    public int Position { get; } = position;
}

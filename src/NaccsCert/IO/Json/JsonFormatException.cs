using System;

namespace NaccsCert.IO.Json;

/// <summary>A JSON document is not what it should be, at a given place.</summary>
/// <param name="path">The place, in JSONPath notation.</param>
/// <param name="complaint">What is wrong there.</param>
internal sealed class JsonFormatException(string path, string complaint) : Exception($"{path} {complaint}")
{
    /// <summary>The place.</summary>
    public string Path { get; } = path;

    /// <summary>What is wrong there.</summary>
    public string Complaint { get; } = complaint;
}

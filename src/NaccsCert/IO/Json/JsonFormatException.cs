using System;

namespace NaccsCert.IO.Json;

/// <summary>A JSON document is not what it should be, at a given place.</summary>
/// <param name="problem">What is wrong, and where.</param>
internal sealed class JsonFormatException(JsonProblem problem) : Exception($"{problem.Path} {problem.Complaint}")
{
    /// <summary>Tells what is wrong at a place whose line nobody needs.</summary>
    /// <param name="path">The place, in JSONPath notation.</param>
    /// <param name="complaint">What is wrong there.</param>
    public JsonFormatException(string path, string complaint)
        : this(new JsonProblem(path, complaint))
    {
    }

    /// <summary>What is wrong, and where.</summary>
    public JsonProblem Problem { get; } = problem;
}

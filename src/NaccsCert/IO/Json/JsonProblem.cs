namespace NaccsCert.IO.Json;

/// <summary>What is wrong at a place of a JSON document.</summary>
/// <param name="Path">The place, in JSONPath notation (RFC 9535).</param>
/// <param name="Complaint">What is wrong there, in the language of the session: the predicate to the place.</param>
internal sealed record JsonProblem(string Path, string Complaint)
{
    /// <summary>The line, from 1; null where the document as a whole is meant.</summary>
    public int? Line { get; init; }

    /// <summary>The character of the line, from 1; null where the document as a whole is meant.</summary>
    public int? Column { get; init; }

    /// <summary>The name that was probably meant; null for none.</summary>
    public string? Suggestion { get; init; }
}

namespace NaccsCert.Harnesses.Networks.Client;

/// <summary>What came of an operation.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Result">The status of the result, or the id of the error.</param>
/// <param name="Text">The message that came with it.</param>
internal sealed record Outcome(Operation Operation, string Result, string Text);

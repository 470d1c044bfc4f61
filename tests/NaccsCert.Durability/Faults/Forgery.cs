namespace NaccsCert.Durability.Faults;

/// <summary>A lie about one operation.</summary>
/// <param name="Operation">The last segment of its address.</param>
/// <param name="Lie">The lie.</param>
/// <param name="AfterService">Whether the service has done its work by then, so that its answer is lost.</param>
/// <param name="Times">How often.</param>
internal sealed record Forgery(string Operation, Lie Lie, bool AfterService, int Times);

namespace NaccsCert.Harnesses.Durability.Faults;

/// <summary>A forged response to one operation.</summary>
/// <param name="Operation">Its name: the last segment of its address, or what the query calls the operation.</param>
/// <param name="Response">The response.</param>
/// <param name="AfterService">Whether the service has done its work by then, so that its own response is lost.</param>
/// <param name="Times">How often.</param>
internal sealed record Forgery(string Operation, ForgedResponse Response, bool AfterService, int Times);

namespace NaccsCert.Harnesses.Wine.Checks;

/// <summary>One thing to look at in a session.</summary>
/// <param name="Area">What it is about.</param>
/// <param name="Name">What is to be shown.</param>
/// <param name="Script">A script that gives texts; it may take the folder of the module as <c>$Module</c>.</param>
/// <param name="Expected">The texts that it is to give, with commas between them; an error is <c>error</c> and its id.</param>
internal sealed record GuestCheck(string Area, string Name, string Script, string Expected);

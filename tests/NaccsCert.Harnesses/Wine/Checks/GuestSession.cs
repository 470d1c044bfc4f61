using System.Collections.Generic;

namespace NaccsCert.Harnesses.Wine.Checks;

/// <summary>A session, and what is looked at in it.</summary>
/// <param name="Name">Its name, which is one of a folder too.</param>
/// <param name="Culture">Its culture.</param>
/// <param name="Module">What it imports the module by: a folder or a name.</param>
/// <param name="Checks">The checks, in their order.</param>
internal sealed record GuestSession(string Name, string Culture, string Module, IReadOnlyList<GuestCheck> Checks);

using NaccsCert.Guidance;

namespace NaccsCert.PowerShell.Guidance;

/// <summary>What a command has looked for, over all its input objects.</summary>
/// <param name="Subject">What it has looked for.</param>
/// <param name="Place">Where, at last.</param>
/// <param name="Listed">How many there are at most, whichever of them were meant.</param>
/// <param name="Found">How many were meant and are there.</param>
internal sealed record Lookup(LookupSubject Subject, CommandPlace Place, int Listed, int Found)
{
    /// <summary>This lookup and the one before it.</summary>
    public Lookup After(Lookup? before) => before is null
        ? this
        : this with { Listed = System.Math.Max(Listed, before.Listed), Found = Found + before.Found };
}

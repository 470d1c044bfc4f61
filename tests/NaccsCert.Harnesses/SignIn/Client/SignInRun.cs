using System.Collections.Generic;
using System.Linq;

namespace NaccsCert.Harnesses.SignIn.Client;

/// <summary>What came of a run of the script.</summary>
/// <param name="Outcomes">The outcomes.</param>
/// <param name="Output">All that it wrote.</param>
internal sealed record SignInRun(IReadOnlyList<SignInOutcome> Outcomes, string Output)
{
    /// <summary>What came of a certificate at a site; where the session did not get to it, what it wrote instead.</summary>
    public SignInOutcome Of(string terminal, int index) =>
        Outcomes.FirstOrDefault(outcome => outcome.Terminal == terminal && outcome.Index == index)
        ?? new SignInOutcome(terminal, index, "(ended)", Output.ReplaceLineEndings(" "));
}

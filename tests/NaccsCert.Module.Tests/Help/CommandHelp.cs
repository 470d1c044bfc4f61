using System.Collections.Generic;

namespace NaccsCert.Module.Tests.Help;

/// <summary>What help says of a command, whichever form it has.</summary>
/// <param name="Name">The command.</param>
/// <param name="Synopsis">What it does, in one sentence.</param>
/// <param name="Description">What it does, in full.</param>
/// <param name="Examples">How it is used.</param>
/// <param name="Parameters">Its parameters, the common ones left out.</param>
/// <param name="OutputTypes">The full names of the types that it puts out.</param>
internal sealed record CommandHelp(
    string Name,
    string Synopsis,
    string Description,
    IReadOnlyList<HelpExample> Examples,
    IReadOnlyList<HelpParameter> Parameters,
    IReadOnlyList<string> OutputTypes);

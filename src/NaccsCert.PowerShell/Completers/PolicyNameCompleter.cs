using System.Collections;
using System.Collections.Generic;
using System.Linq;
using NaccsCert.Sessions;

namespace NaccsCert.PowerShell.Completers;

/// <summary>Completes the names of the settings of Group Policy, with what holds as the tool tip.</summary>
public sealed class PolicyNameCompleter : ValueCompleter
{
    /// <inheritdoc/>
    private protected override IEnumerable<(string Value, string ToolTip)> Values(IDictionary boundParameters) =>
        CompositionRoot.Compose().Policy.List().Select(policy => (policy.Name, $"{policy.Source} {policy.Value}".TrimEnd()));
}

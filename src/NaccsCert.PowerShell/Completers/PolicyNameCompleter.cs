using System.Collections;
using System.Collections.Generic;
using System.Linq;
using NaccsCert.Policies;

namespace NaccsCert.PowerShell.Completers;

/// <summary>Completes the names of the settings of Group Policy, with what holds as the tool tip.</summary>
public sealed class PolicyNameCompleter : ValueCompleter
{
    /// <inheritdoc/>
    private protected override IEnumerable<(string Value, string ToolTip)> Values(IDictionary boundParameters) =>
        GroupPolicy.Current.List().Select(policy => (policy.Name, $"{policy.Source} {policy.Value}".TrimEnd()));
}

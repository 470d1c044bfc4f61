using System.Collections;
using System.Collections.Generic;
using System.Linq;
using NaccsCert.Sessions;

namespace NaccsCert.PowerShell.Completers;

/// <summary>Completes the names of service definitions.</summary>
public sealed class ServiceCompleter : ValueCompleter
{
    /// <inheritdoc/>
    private protected override IEnumerable<(string Value, string ToolTip)> Values(IDictionary boundParameters) =>
        CompositionRoot.Compose().Definitions.Names().Select(name => (name, name));
}

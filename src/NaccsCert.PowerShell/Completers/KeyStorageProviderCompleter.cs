using System.Collections;
using System.Collections.Generic;
using System.Linq;
using NaccsCert.Keys;

namespace NaccsCert.PowerShell.Completers;

/// <summary>Completes the key storage providers of this platform.</summary>
public sealed class KeyStorageProviderCompleter : ValueCompleter
{
    /// <inheritdoc/>
    private protected override IEnumerable<(string Value, string ToolTip)> Values(IDictionary boundParameters) =>
        KeyProviderNames.All.Select(name => (name, name));
}

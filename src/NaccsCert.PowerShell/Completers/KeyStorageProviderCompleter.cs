using System.Collections;
using System.Collections.Generic;
using System.Linq;
using NaccsCert.Keys.Providers;

namespace NaccsCert.PowerShell.Completers;

/// <summary>Completes the key storage providers of this platform.</summary>
public sealed class KeyStorageProviderCompleter : ValueCompleter
{
    /// <inheritdoc/>
    private protected override IEnumerable<(string Value, string ToolTip)> Values(IDictionary boundParameters) =>
        KeyProviders.Names.Select(name => (name, name));
}

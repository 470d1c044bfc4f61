using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;
using NaccsCert.Keys;

namespace NaccsCert.PowerShell.Completers;

/// <summary>Completes the key storage providers of this platform.</summary>
public sealed class KeyStorageProviderCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName,
        string parameterName,
        string wordToComplete,
        CommandAst commandAst,
        IDictionary fakeBoundParameters) =>
        KeyProviders.Names
            .Where(name => name.StartsWith(wordToComplete.Trim('\'', '"'), StringComparison.OrdinalIgnoreCase))
            .Select(name => new CompletionResult(
                name.Contains(" ") ? "'" + name + "'" : name, name, CompletionResultType.ParameterValue, name));
}

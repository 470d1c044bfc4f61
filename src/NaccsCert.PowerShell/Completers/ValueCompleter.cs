using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace NaccsCert.PowerShell.Completers;

/// <summary>Completes the values that there are, each quoted where it has to be, with a tool tip.</summary>
public abstract class ValueCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName,
        string parameterName,
        string wordToComplete,
        CommandAst commandAst,
        IDictionary fakeBoundParameters)
    {
        string beginning = CompletedText.Beginning(wordToComplete);
        try
        {
            return
            [
                .. Values(fakeBoundParameters)
                    .Where(candidate => candidate.Value.StartsWith(beginning, StringComparison.OrdinalIgnoreCase))
                    .Select(candidate => new CompletionResult(
                        CompletedText.Of(candidate.Value, wordToComplete),
                        ListItem(candidate),
                        CompletionResultType.ParameterValue,
                        candidate.ToolTip)),
            ];
        }
        catch (NaccsException)
        {
            // Completion has nowhere to report to; the command itself will.
            return [];
        }
    }

    /// <summary>What stands in a list of the values.</summary>
    private protected virtual string ListItem((string Value, string ToolTip) candidate) => candidate.Value;

    /// <summary>The values that there are.</summary>
    /// <param name="boundParameters">The other parameters of the command, by name.</param>
    private protected abstract IEnumerable<(string Value, string ToolTip)> Values(IDictionary boundParameters);
}

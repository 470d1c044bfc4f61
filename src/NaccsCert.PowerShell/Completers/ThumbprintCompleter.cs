using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;
using NaccsCert.Services;
using NaccsCert.Stores;
using NaccsCert.Time;

namespace NaccsCert.PowerShell.Completers;

/// <summary>Completes the thumbprints of installed certificates, with terminal and status as the tool tip.</summary>
public sealed class ThumbprintCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName,
        string parameterName,
        string wordToComplete,
        CommandAst commandAst,
        IDictionary fakeBoundParameters)
    {
        try
        {
            ServiceDefinition definition = ServiceDefinitionSource.Default.Load(fakeBoundParameters["Service"] as string);
            var store = new UserCertificateStore(fakeBoundParameters["StoreName"] as string ?? "My");
            string beginning = wordToComplete.Trim('\'', '"');
            return
            [
                .. CertificateCatalog.List(store, definition, new SystemClock())
                    .Select(certificate => certificate.Record)
                    .Where(record => record.Thumbprint.StartsWith(beginning, StringComparison.OrdinalIgnoreCase))
                    .Select(record => new CompletionResult(
                        record.Thumbprint,
                        record.Thumbprint,
                        CompletionResultType.ParameterValue,
                        $"{record.Terminal} ({record.Status}) {LocalTime.Text(record.NotAfter)}")),
            ];
        }
        catch (NaccsException)
        {
            // Completion has nowhere to report to; the command itself will.
            return [];
        }
    }
}

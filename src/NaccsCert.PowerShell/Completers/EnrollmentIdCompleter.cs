using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;
using NaccsCert.Enrollment;

namespace NaccsCert.PowerShell.Completers;

/// <summary>Completes the names of unfinished enrolments, with their state as the tool tip.</summary>
public sealed class EnrollmentIdCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName,
        string parameterName,
        string wordToComplete,
        CommandAst commandAst,
        IDictionary fakeBoundParameters) =>
        EnrollmentCatalog.List(EnrollmentEnvironment.Current(canAskUser: false))
            .Where(enrollment => enrollment.EnrollmentId.StartsWith(wordToComplete.Trim('\'', '"'), StringComparison.OrdinalIgnoreCase))
            .Select(enrollment => new CompletionResult(
                enrollment.EnrollmentId,
                enrollment.EnrollmentId,
                CompletionResultType.ParameterValue,
                $"{enrollment.Status} {enrollment.Reason}"));
}

using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Text;
using NaccsCert.Module.Tests.Engine;
using NaccsCert.TestSupport;
using Xunit;

namespace NaccsCert.Module.Tests.Commands.Support;

/// <summary>Everything that a run let out, as text.</summary>
internal static class Streams
{
    /// <summary>Fails when a code, or the credentials that are made of codes, can be read anywhere.</summary>
    public static void HoldNoCode(SessionRun run, IEnumerable<CodeSet> codes)
    {
        string everything = Everything(run);
        foreach (CodeSet set in codes)
        {
            string credentials = Convert.ToBase64String(Encoding.ASCII.GetBytes($"{set.Code1}:{set.Code2}{set.Code3}"));
            Assert.All(
                [set.Code1, set.Code2, set.Code3, credentials],
                secret => Assert.DoesNotContain(secret, everything, StringComparison.OrdinalIgnoreCase));
        }
    }

    /// <summary>All streams of a run, with every property of objects and every part of errors.</summary>
    public static string Everything(SessionRun run) => string.Join(
        '\n',
        [
            .. run.Output.Select(Properties),
            .. run.Errors.Select(Full),
            .. run.Verbose,
            .. run.Debug,
            .. run.Warnings,
            .. run.Information.Select(record => record.ToString()),
            .. run.Progress.Select(record => $"{record} {record.CurrentOperation}"),
            run.Shown,
        ]);

    private static string Properties(PSObject item) => string.Join(
        '\n', item.Properties.Select(property => $"{property.Name} = {Value(property.Value)}").Append(item.ToString()));

    private static string Value(object? value) => value is IEnumerable items and not string
        ? string.Join(", ", items.Cast<object?>())
        : $"{value}";

    private static string Full(ErrorRecord error) => string.Join(
        '\n',
        error,
        error.Exception,
        error.FullyQualifiedErrorId,
        error.CategoryInfo,
        Value(error.TargetObject),
        error.ErrorDetails,
        error.ErrorDetails?.RecommendedAction,
        error.InvocationInfo is { } invocation ? Properties(PSObject.AsPSObject(invocation)) : null,
        error.ScriptStackTrace,
        Value(error.Exception.Data.Values),
        Properties(PSObject.AsPSObject(error.Exception)));
}

using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using NaccsCert.Module.Tests.Engine;
using Xunit;

namespace NaccsCert.Module.Tests.Commands.Support;

/// <summary>What every run of a command is held to.</summary>
internal static class SessionRunChecks
{
    /// <summary>Every object that was put out, as text.</summary>
    public static IReadOnlyList<string> OutputTexts(this SessionRun run) => [.. run.Output.Select(item => item.ToString())];

    /// <summary>One property of every object that was put out, as text.</summary>
    public static IReadOnlyList<string> Texts(this SessionRun run, string property) =>
        [.. run.Values(property).Select(value => $"{value}")];

    /// <summary>One property of the only object that was put out, as text.</summary>
    public static string Text(this SessionRun run, string property) => Assert.Single(run.Texts(property));

    /// <summary>The only object that was put out, in a run without errors.</summary>
    public static PSObject Result(this SessionRun run)
    {
        Assert.Empty(run.Errors);
        return Assert.Single(run.Output);
    }

    /// <summary>The only error, which has a stable id, a category, a target and a recommended action that is part of what is shown.</summary>
    public static ErrorRecord Error(this SessionRun run, string id, ErrorCategory category, string target)
    {
        Assert.Equal([id], run.ErrorIds);
        ErrorRecord error = run.Errors[0];
        Assert.Equal(category, error.CategoryInfo.Category);
        Assert.Equal(target, error.TargetObject);
        Assert.False(string.IsNullOrWhiteSpace(error.Remedy()));
        Assert.DoesNotContain('{', error.ErrorDetails.Message + error.Remedy());
        Assert.EndsWith(error.Remedy(), error.ErrorDetails.Message, StringComparison.Ordinal);
        return error;
    }

    /// <summary>What to do about an error.</summary>
    public static string Remedy(this ErrorRecord error) =>
        (string)PSObject.AsPSObject(error.Exception).Properties["RecommendedAction"].Value;
}

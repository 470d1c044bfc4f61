using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace NaccsCert.Module.Tests.Engine;

/// <summary>What one script gave, stream by stream.</summary>
public sealed record SessionRun
{
    /// <summary>What the script put out.</summary>
    public required IReadOnlyList<PSObject> Output { get; init; }

    /// <summary>The errors in their order; the one that ended the script, if any did, is the last.</summary>
    public required IReadOnlyList<ErrorRecord> Errors { get; init; }

    /// <summary>Verbose messages.</summary>
    public required IReadOnlyList<string> Verbose { get; init; }

    /// <summary>Warnings.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }

    /// <summary>Debug messages.</summary>
    public required IReadOnlyList<string> Debug { get; init; }

    /// <summary>Records of the information stream.</summary>
    public required IReadOnlyList<InformationRecord> Information { get; init; }

    /// <summary>Progress records.</summary>
    public required IReadOnlyList<ProgressRecord> Progress { get; init; }

    /// <summary>All that the host was given to show, prompts included and other streams not.</summary>
    public required string Shown { get; init; }

    /// <summary>The warnings that the host was given to show, those of the stream included.</summary>
    public required IReadOnlyList<string> Warned { get; init; }

    /// <summary>Whether an error ended the script.</summary>
    public bool Terminated { get; init; }

    /// <summary>Whether the script was stopped, as by Ctrl+C.</summary>
    public bool Stopped { get; init; }

    /// <summary>The ids of the errors, without the cmdlet's name behind the comma.</summary>
    public IReadOnlyList<string> ErrorIds => [.. Errors.Select(error => error.FullyQualifiedErrorId.Split(',')[0])];

    /// <summary>One property of every object that was put out.</summary>
    /// <param name="property">Its name.</param>
    public IReadOnlyList<object?> Values(string property) => [.. Output.Select(item => item.Properties[property]?.Value)];
}

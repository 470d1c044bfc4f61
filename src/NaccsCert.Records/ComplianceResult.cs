using System;
using System.Collections.Generic;

namespace NaccsCert;

/// <summary>Whether the certificates of this user need anything now; the answer of <c>Test-NaccsCompliance</c>.</summary>
public sealed record ComplianceResult
{
    /// <summary>What was found, worst first; the codes never change their meaning.</summary>
    public required ComplianceCode Code { get; init; }

    /// <summary>Whether nothing needs to be done now by anybody but the user.</summary>
    public required bool IsCompliant { get; init; }

    /// <summary>The same as the exit code that management agents expect: 0, or 1 when something needs to be done.</summary>
    public int ExitCode => IsCompliant ? 0 : 1;

    /// <summary>The name of the computer.</summary>
    public required string ComputerName
    {
        get;
        init => field = CellText.Guard(value);
    }

    /// <summary>The account of this process, on Windows with its domain.</summary>
    public required string UserName
    {
        get;
        init => field = CellText.Guard(value);
    }

    /// <summary>The version of this module, for example <c>1.2.0</c>.</summary>
    public required string ModuleVersion
    {
        get;
        init => field = CellText.Guard(value);
    }

    /// <summary>The operator's own tool with its version, where it is installed beside this module; null where it is not.</summary>
    public string? OfficialTool
    {
        get;
        init => field = CellText.Guard(value);
    }

    /// <summary>When it was found, in UTC.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>All of this as one line of JSON in ASCII, at most 2,048 characters long, for management agents.</summary>
    public required string Line { get; init; }

    /// <summary>What is to be done about each certificate.</summary>
    public required IReadOnlyList<RenewalPlan> Plans
    {
        get;
        init => field = new ResultList<RenewalPlan>(value);
    }

    /// <summary>The verdict on one line.</summary>
    public override string ToString() => Plans.Count == 0 ? $"{Code}" : $"{Code}: {Plans}";
}

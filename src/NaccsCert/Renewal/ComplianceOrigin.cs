using System;

namespace NaccsCert.Renewal;

/// <summary>Where and when a compliance was found.</summary>
/// <param name="ComputerName">The name of the computer.</param>
/// <param name="UserName">The account, on Windows with its domain.</param>
/// <param name="ModuleVersion">The version of this module.</param>
/// <param name="Time">The moment, in UTC.</param>
internal sealed record ComplianceOrigin(string ComputerName, string UserName, string ModuleVersion, DateTimeOffset Time)
{
    /// <summary>The operator's own tool with its version; null where it is not installed.</summary>
    public string? OfficialTool { get; init; }
}

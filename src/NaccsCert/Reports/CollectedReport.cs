using System;
using System.Collections.Generic;

namespace NaccsCert.Reports;

/// <summary>What a file says that <c>Test-NaccsCompliance</c> has left in a folder. All texts can stand in a message.</summary>
internal sealed record CollectedReport
{
    /// <summary>The full path of the file.</summary>
    public required string Path { get; init; }

    /// <summary>When it was found (UTC), by the clock of that computer.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>The name of the computer.</summary>
    public required string ComputerName { get; init; }

    /// <summary>The account, on Windows with its domain; empty where the file does not say.</summary>
    public required string UserName { get; init; }

    /// <summary>The account as the system knows it, on Windows its SID; empty where the file does not say.</summary>
    public required string UserId { get; init; }

    /// <summary>The version of the module that wrote it; empty where the file does not say.</summary>
    public required string ModuleVersion { get; init; }

    /// <summary>What was found, by name; a newer module may have a name that this one does not know.</summary>
    public required string CodeName { get; init; }

    /// <summary>What was found; null for a name that this module does not know.</summary>
    public ComplianceCode? Code => EnumNames.Find<ComplianceCode>(CodeName);

    /// <summary>Whether nothing needs to be done now by anybody but the user.</summary>
    public required bool IsCompliant { get; init; }

    /// <summary>The roots of the service that are trusted there, by name; empty where the file does not say.</summary>
    public IReadOnlyList<string> TrustedRoots { get; init; } = [];

    /// <summary>The certificates that somebody still works with; those that a newer one has replaced are not reported.</summary>
    public required IReadOnlyList<CollectedCertificate> Certificates { get; init; }

    /// <summary>Whose report it is: one that is newer takes the place of one with the same.</summary>
    public (string Computer, string User) Origin =>
        (ComputerName.ToUpperInvariant(), (UserId.Length > 0 ? UserId : UserName).ToUpperInvariant());
}

using System;

namespace NaccsCert.Fleet;

/// <summary>A certificate of a user on a computer; or, where there is none, that user. What is null or empty is not known.</summary>
/// <remarks>The properties are the columns of the CSV file and the members of the JSON file, in this order.</remarks>
internal sealed record FleetRow
{
    /// <summary>The name of the computer.</summary>
    public required string ComputerName { get; init; }

    /// <summary>The account.</summary>
    public required string UserName { get; init; }

    /// <summary>The logical terminal name.</summary>
    public string Terminal { get; init; } = string.Empty;

    /// <summary>The state now, by the report and by the dates: a name of <see cref="FleetStates"/>, or the code of the report.</summary>
    public required string State { get; init; }

    /// <summary>How much it asks for attention.</summary>
    public required FleetGrade Grade { get; init; }

    /// <summary>Whole days until the end of validity, negative after it.</summary>
    public int? DaysLeft { get; init; }

    /// <summary>The last moment at which the certificate is valid (UTC). Of a device of Intune it is known to the day.</summary>
    public DateTimeOffset? NotAfter { get; init; }

    /// <summary>The moment from which the service renews it (UTC).</summary>
    public DateTimeOffset? RenewalOpens { get; init; }

    /// <summary>The moment from which it is renewed silently (UTC).</summary>
    public DateTimeOffset? AutomaticRenewal { get; init; }

    /// <summary>What was reported, by name.</summary>
    public required string ReportedCode { get; init; }

    /// <summary>When it was reported (UTC).</summary>
    public required DateTimeOffset Reported { get; init; }

    /// <summary>Whether that was too long ago.</summary>
    public required bool IsStale { get; init; }

    /// <summary>What a script said of its failure.</summary>
    public string? Detail { get; init; }

    /// <summary>The name of the service definition.</summary>
    public string Service { get; init; } = string.Empty;

    /// <summary>SHA-1 in upper-case hexadecimal digits.</summary>
    public string Thumbprint { get; init; } = string.Empty;

    /// <summary>The version of the module.</summary>
    public required string ModuleVersion { get; init; }

    /// <summary>How it came to be known.</summary>
    public required FleetSource Source { get; init; }
}

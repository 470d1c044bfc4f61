using System.Globalization;

namespace NaccsCert;

/// <summary>A setting of Group Policy, as <c>Get-NaccsPolicy</c> shows it.</summary>
public sealed record NaccsPolicy
{
    /// <summary>The name of the setting: that of the registry value.</summary>
    public required string Name { get; init; }

    /// <summary>What holds: a text, a number, a switch, or null where the service definition or the system decides.</summary>
    public required object? Value { get; init; }

    /// <summary>Where the value comes from.</summary>
    public required PolicySource Source { get; init; }

    /// <summary>Where that is, and what is wrong with a value that had to be passed over, in the language of the session.</summary>
    public required string Reason
    {
        get;
        init => field = CellText.Guard(value);
    }

    /// <summary>The setting on one line.</summary>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "{0}: {1} ({2})", Name, Value ?? "-", Source);
}

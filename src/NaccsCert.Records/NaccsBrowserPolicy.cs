using System.Collections.Generic;

namespace NaccsCert;

/// <summary>An entry of <c>AutoSelectCertificateForUrls</c> for a host that takes client certificates, as <c>Get-NaccsBrowserPolicy</c> gives it.</summary>
public sealed record NaccsBrowserPolicy
{
    /// <summary>The name of the service definition.</summary>
    public required string Service { get; init; }

    /// <summary>The browser.</summary>
    public required BrowserKind Browser { get; init; }

    /// <summary>Whether the browser has the entry on this computer.</summary>
    public required BrowserPolicyStatus Status { get; init; }

    /// <summary>What the host is for, for example <c>WebNaccs</c>.</summary>
    public required string Role { get; init; }

    /// <summary>The host's name.</summary>
    public required string HostName { get; init; }

    /// <summary>The TCP port.</summary>
    public required int Port { get; init; }

    /// <summary>The addresses that the entry is for, as a pattern of content settings, for example <c>https://host.example.co.jp</c>.</summary>
    public required string Pattern { get; init; }

    /// <summary>The entry itself: a JSON object with <c>pattern</c> and <c>filter</c>.</summary>
    public required string Value { get; init; }

    /// <summary>Its number in the registry.</summary>
    public required int Number { get; init; }

    /// <summary>Where it is, or belongs: a value of the registry, or a file.</summary>
    public required string Path
    {
        get;
        init => field = CellText.Guard(value);
    }

    /// <summary>What the status means here and what to do, in the language of the session.</summary>
    public required string Reason
    {
        get;
        init => field = CellText.Guard(value);
    }

    /// <summary>What contradicts it.</summary>
    public IReadOnlyList<NaccsBrowserConflict> Conflicts
    {
        get;
        init => field = new ResultList<NaccsBrowserConflict>(value);
    } = new ResultList<NaccsBrowserConflict>([]);

    /// <summary>The entry on one line.</summary>
    public override string ToString() => $"{Status}: {Browser}: {Pattern}";
}

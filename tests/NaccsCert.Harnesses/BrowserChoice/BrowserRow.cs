using System.Collections.Generic;

namespace NaccsCert.Harnesses.BrowserChoice;

/// <summary>A row of the table: what a browser does in a situation.</summary>
/// <param name="Policy">The policy, in words.</param>
/// <param name="Store">What the user's store has, in words.</param>
/// <param name="Expected">Which certificate the site receives.</param>
internal sealed record BrowserRow(string Policy, string Store, string Expected)
{
    /// <summary>What the table says where the browser asks the user instead.</summary>
    public const string Asks = "(the browser asks)";

    /// <summary>The files of the managed policy, by name.</summary>
    public IReadOnlyDictionary<string, string> Files { get; init; } = new Dictionary<string, string>();

    /// <summary>The certificates that the store has when the browser starts.</summary>
    public required IReadOnlyList<UserCertificate> Certificates { get; init; }

    /// <summary>The certificate that is added while the browser is open, after a first visit; null for none.</summary>
    public UserCertificate? Added { get; init; }

    /// <summary>The certificate that is taken out before the browser starts; null for none.</summary>
    public UserCertificate? Removed { get; init; }
}

using System;

namespace NaccsCert.Harnesses.BrowserChoice;

/// <summary>A certificate of the user.</summary>
/// <param name="Name">What the table calls it.</param>
/// <param name="Begins">When its validity begins, in days from now.</param>
/// <param name="Ends">When its validity ends, in days from now.</param>
internal sealed record UserCertificate(string Name, int Begins, int Ends)
{
    /// <summary>The one that is to be renewed.</summary>
    public static UserCertificate Old { get; } = new("old", -1800, 20);

    /// <summary>The one that it was renewed into.</summary>
    public static UserCertificate New { get; } = new("new", -1, 1800);

    /// <summary>One that was renewed although it is valid for longer than what it was renewed into.</summary>
    public static UserCertificate OldThatEndsLater { get; } = new("old that ends later", -300, 2000);

    /// <summary>One of another CA that the site takes as well.</summary>
    public static UserCertificate OfAnotherIssuer { get; } = new("of another issuer", -1, 4000) { Issuer = "Other CA" };

    /// <summary>All of them.</summary>
    public static UserCertificate[] All => [Old, New, OldThatEndsLater, OfAnotherIssuer];

    /// <summary>The common name of the issuer; null for that of the definition.</summary>
    public string? Issuer { get; init; }

    /// <summary>When its validity begins.</summary>
    public DateTimeOffset NotBefore => DateTimeOffset.UtcNow.AddDays(Begins);

    /// <summary>When its validity ends.</summary>
    public DateTimeOffset NotAfter => DateTimeOffset.UtcNow.AddDays(Ends);
}

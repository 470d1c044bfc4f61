namespace NaccsCert.Validation.Roots;

/// <summary>A root that somebody is asked to trust.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Sha256">SHA-256 of the DER certificate.</param>
/// <param name="Host">The service that brought it.</param>
internal sealed record RootOffer(string Name, string Sha256, string Host);

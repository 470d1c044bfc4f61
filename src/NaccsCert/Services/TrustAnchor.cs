namespace NaccsCert.Services;

/// <summary>A root certificate that the definition pins. The pin decides; the file only saves a download.</summary>
/// <param name="Name">The name that people read.</param>
/// <param name="Purpose">What it vouches for.</param>
/// <param name="Sha256">SHA-256 of the DER certificate: 64 upper-case hexadecimal digits.</param>
/// <param name="Certificate">The DER certificate, already held against the pin; null when the definition only has the pin.</param>
internal sealed record TrustAnchor(string Name, TrustAnchorPurpose Purpose, string Sha256, byte[]? Certificate);

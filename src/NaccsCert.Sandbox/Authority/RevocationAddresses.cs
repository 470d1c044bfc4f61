using System;

namespace NaccsCert.Sandbox.Authority;

/// <summary>Where whoever holds a certificate can ask whether it was revoked.</summary>
/// <param name="List">Where the revocation list is published.</param>
/// <param name="Responder">Where the OCSP responder listens.</param>
internal sealed record RevocationAddresses(Uri List, Uri Responder);

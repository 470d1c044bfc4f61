using NaccsCert.Sandbox.Issuance;

namespace NaccsCert.Sandbox.Est;

/// <summary>A request that came with a good code set.</summary>
/// <param name="CodeSet">The code set.</param>
/// <param name="Credentials">The codes, as they came.</param>
/// <param name="Request">The CSR.</param>
internal sealed record SignedInRequest((long Id, string Terminal) CodeSet, BasicCredentials Credentials, SigningRequest Request);

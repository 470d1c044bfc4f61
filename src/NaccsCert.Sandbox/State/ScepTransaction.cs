namespace NaccsCert.Sandbox.State;

/// <summary>The enrollment that a transaction of SCEP stands for.</summary>
/// <param name="CodeSet">The code set that it came with.</param>
/// <param name="PublicKey">SHA-256 of the subject public key info of its key.</param>
internal sealed record ScepTransaction((long Id, string Terminal) CodeSet, byte[] PublicKey);

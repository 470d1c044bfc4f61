using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Sandbox.Authority;
using NaccsCert.Sandbox.State;

namespace NaccsCert.Sandbox.Issuance;

/// <summary>
/// Keys that are made here. Each is kept, encrypted with the codes that bought its certificate and that nobody keeps, so that
/// whoever lost the answer gets it again.
/// </summary>
/// <param name="ledger">Where they are kept.</param>
/// <param name="enrollment">Certifies them.</param>
internal sealed class MadeKeys(Ledger ledger, Enrollment enrollment)
{
    private const int KeySize = 2048;

    private static readonly PbeParameters Encryption = new(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, iterationCount: 100_000);

    /// <summary>Makes and certifies the key of a good code set, or finds it again.</summary>
    /// <param name="codeSet">The code set.</param>
    /// <param name="codes">The codes in a row.</param>
    /// <param name="revocation">Where revocation can be asked about.</param>
    /// <param name="cancellationToken">Gives up waiting for its turn.</param>
    /// <returns>The decision and, where there is a certificate, the key as PKCS #8.</returns>
    public async Task<(Outcome Outcome, byte[] Key)> EnrollAsync(
        (long Id, string Terminal) codeSet, string codes, RevocationAddresses revocation, CancellationToken cancellationToken)
    {
        using RSA key = RSA.Create(KeySize);
        return await ledger.DecideAsync(entries => Decide(entries, codeSet, codes, key, revocation), cancellationToken);
    }

    private (Outcome Outcome, byte[] Key) Decide(
        LedgerTransaction entries, (long Id, string Terminal) codeSet, string codes, RSA key, RevocationAddresses revocation)
    {
        byte[]? kept = entries.MadeKey(codeSet.Id);
        if (kept is not null)
        {
            key.ImportEncryptedPkcs8PrivateKey(codes, kept, out _);
        }

        Outcome outcome = enrollment.Decide(entries, codeSet, RequestedKey.Of(new PublicKey(key)), revocation);
        if (kept is null && outcome.Decision is (Decision.Issued or Decision.Pending))
        {
            entries.AddMadeKey(codeSet.Id, key.ExportEncryptedPkcs8PrivateKey(codes, Encryption));
        }

        return (outcome, outcome.Decision == Decision.Issued ? key.ExportPkcs8PrivateKey() : []);
    }
}

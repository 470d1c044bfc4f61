using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using NaccsCert.Messages;
using NaccsCert.Messages.Revocation;
using NaccsCert.Validation;
using NaccsCert.Validation.Paths;

namespace NaccsCert.Harnesses.Conformance.Pkits;

/// <summary>
/// NIST's Public Key Interoperability Test Suite (https://csrc.nist.gov/projects/pki-testing): every certificate of an
/// end entity in it, with the settings of a relying party that takes any policy.
/// </summary>
internal static class PkitsSuite
{
    // All of the suite is valid then, or not by intention. Its keys and hashes are those of 2001.
    private static readonly PathRules Rules =
        new(null, new DateTimeOffset(2005, 1, 1, 0, 0, 0, TimeSpan.Zero))
        {
            AllowsWeak = true,

            // The suite tells nothing about what a certificate is used for.
            AllowsAuthorityFirst = true,
        };

    /// <summary>Tries every case.</summary>
    /// <param name="folder">The folder with the certificates and lists.</param>
    public static IEnumerable<CaseOutcome> Run(string folder)
    {
        string certificates = Path.Combine(folder, "certs");
        byte[] root = File.ReadAllBytes(Path.Combine(certificates, "TrustAnchorRootCertificate.crt"));
        byte[][] authorities =
        [
            .. Directory.EnumerateFiles(certificates, "*.crt").Order(StringComparer.Ordinal)
                .Where(file => !Path.GetFileNameWithoutExtension(file).EndsWith("EE", StringComparison.Ordinal))
                .Select(File.ReadAllBytes),
        ];
        RevocationList[] lists =
        [
            .. Directory.EnumerateFiles(Path.Combine(folder, "crls"), "*.crl").Order(StringComparer.Ordinal)
                .Select(File.ReadAllBytes).SelectMany(Read),
        ];
        var revocation = new RevocationCheck(lists, [.. authorities.Select(CertificateParts.Parse)], Rules);
        return
        [
            .. DeviationTable.Lines("pkits-cases.tsv").Select(line => new CaseOutcome(
                $"{line[0]} {line[1]}",
                $"{line[0]}.{line[2]}",
                line[4] == "valid",
                FailureOf(File.ReadAllBytes(Path.Combine(certificates, line[3] + ".crt")), authorities, root, revocation))),
        ];
    }

    private static string? FailureOf(byte[] certificate, byte[][] authorities, byte[] root, RevocationCheck revocation)
    {
        ChainResult result = ChainValidator.Validate(certificate, authorities, [root], Rules);
        return result.Failure ?? revocation.FailureOf(result.Path);
    }

    // A list that cannot be read proves nothing to anybody.
    private static IEnumerable<RevocationList> Read(byte[] content)
    {
        try
        {
            return [RevocationList.Read(content)];
        }
        catch (MessageFormatException)
        {
            return [];
        }
    }
}

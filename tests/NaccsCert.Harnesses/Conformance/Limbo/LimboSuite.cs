using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using NaccsCert.Messages;
using NaccsCert.Messages.Revocation;
using NaccsCert.Validation;
using NaccsCert.Validation.Paths;

namespace NaccsCert.Harnesses.Conformance.Limbo;

/// <summary>The cases of x509-limbo (https://x509-limbo.com), one JSON document.</summary>
internal static class LimboSuite
{
    // A case without a moment of its own holds at any; a fixed one makes each run the same.
    private static readonly DateTimeOffset AnyTime = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Tries every case.</summary>
    /// <param name="path">The document.</param>
    public static IEnumerable<CaseOutcome> Run(string path)
    {
        using FileStream stream = File.OpenRead(path);
        LimboCase[] cases = JsonDocument.Parse(stream).RootElement.GetProperty("testcases").Deserialize<LimboCase[]>() ?? [];
        return [.. cases.Select(Run)];
    }

    private static CaseOutcome Run(LimboCase one) => new(
        one.Id.Split("::")[0], one.Id, one.Expected == "SUCCESS", FailureOf(one));

    private static string? FailureOf(LimboCase one)
    {
        bool isServer = one.Kind == "SERVER";
        DateTimeOffset time = one.Time ?? AnyTime;
        var rules = new PathRules(isServer ? ChainValidator.ServerAuthentication : ChainValidator.ClientAuthentication, time)
        {
            MaxIntermediates = Math.Min(one.MaxDepth ?? int.MaxValue, new PathRules(null, time).MaxIntermediates),
        };
        byte[] certificate = Der(one.Certificate);
        ChainResult result = ChainValidator.Validate(certificate, one.Intermediates.Select(Der), one.Roots.Select(Der), rules);
        if (result.Failure is not null)
        {
            return result.Failure;
        }

        if (one.RevocationLists is { Count: > 0 } lists)
        {
            RevocationList[] read = [.. lists.Select(Der).Select(RevocationList.Read)];
            var revocation = new RevocationCheck(read, [.. one.Roots.Concat(one.Intermediates).Select(Der).Select(CertificateParts.Parse)], rules);
            if (revocation.FailureOf(result.Path) is { } failure)
            {
                return failure;
            }
        }

        return isServer && one.Name is { } name && !HasName(certificate, name.Value)
            ? $"not named {name.Value}"
            : null;
    }

    // TLS compares the name with the platform's own routine, after which the module looks at the chain.
    private static bool HasName(byte[] certificate, string name)
    {
        try
        {
            using X509Certificate2 loaded = X509CertificateLoader.LoadCertificate(certificate);
            return loaded.MatchesHostname(name, allowWildcards: true, allowCommonName: false);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private static byte[] Der(string pem)
    {
        PemFields fields = PemEncoding.Find(pem);
        return Convert.FromBase64String(pem[fields.Base64Data]);
    }
}

using System;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Enrollment;
using NaccsCert.Harnesses.Durability.Homes;
using NaccsCert.Harnesses.Durability.KilledProcesses;
using NaccsCert.Sessions;
using NaccsCert.TestSupport;

namespace NaccsCert.Harnesses.Durability.Service;

/// <summary>What is at stake in one case: a code set, or a certificate that is to be renewed.</summary>
/// <param name="Terminal">The logical terminal.</param>
/// <param name="Codes">The codes; null for a renewal.</param>
/// <param name="KeyAlgorithm">The kind of key.</param>
/// <param name="Previous">The thumbprint of the certificate to renew; null for a first enrollment.</param>
internal sealed record Subject(string Terminal, string[]? Codes, KeyAlgorithm KeyAlgorithm, string? Previous)
{
    /// <summary>Takes fresh codes, or has a certificate issued into a home.</summary>
    public static async Task<Subject> NewAsync(Operation operation, CertificateService service, KilledProcessHome home)
    {
        CodeSet set = service.TakeCodes();
        string[] codes = [set.Code1, set.Code2, set.Code3];
        return operation == Operation.Enroll
            ? new Subject(set.Terminal, codes, service.KeyAlgorithm, null)
            : new Subject(set.Terminal, null, service.KeyAlgorithm, await EnrollAsync(service, home, codes));
    }

    /// <summary>The order to enroll or renew it.</summary>
    /// <param name="definitionPath">The service definition.</param>
    public Order Order(string definitionPath) =>
        new() { Service = definitionPath, Codes = Codes, Thumbprint = Previous, KeyAlgorithm = KeyAlgorithm };

    // Within this process: a certificate to renew is only the precondition, and another process would take a second to make it.
    private static async Task<string> EnrollAsync(CertificateService service, KilledProcessHome home, string[] texts)
    {
        using var codes = new AuthenticationCodes(SecureText.Of(texts[0]), SecureText.Of(texts[1]), SecureText.Of(texts[2]));
        var options = new EnrollmentOptions { KeyAlgorithm = service.KeyAlgorithm };
        using var session = EnrollmentSession.Enroll(home.Environment(), service.Definition, codes, options);
        while (!session.IsFinished)
        {
            await session.AdvanceAsync(CancellationToken.None);
        }

        return session.Result.Thumbprint ?? throw new InvalidOperationException($"No certificate: {session.Result.Reason}");
    }
}

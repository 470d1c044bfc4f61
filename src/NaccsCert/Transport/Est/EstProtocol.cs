using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Keys;
using NaccsCert.Messages;
using NaccsCert.Services;

namespace NaccsCert.Transport.Est;

/// <summary>Enrolls by EST: the codes become HTTP Basic credentials, and where the definition says so a challengePassword.</summary>
/// <param name="endpoint">The base URL, and the templates for the codes.</param>
/// <param name="client">Sends the messages; for re-enrollment over TLS with the current certificate.</param>
internal sealed class EstProtocol(EnrollmentEndpoint endpoint, EstClient client) : IEnrollmentProtocol
{
    public IReadOnlyList<KeyAlgorithm> KeyAlgorithms { get; } =
        [KeyAlgorithm.Rsa2048, KeyAlgorithm.Rsa3072, KeyAlgorithm.Rsa4096, KeyAlgorithm.EcdsaP256, KeyAlgorithm.EcdsaP384];

    public bool KeyDecrypts => false;

    public bool CodesSent => client.CodesSent;

    public Task<IReadOnlyList<byte[]>> GetCACertificatesAsync(CancellationToken cancellationToken) =>
        client.GetCACertificatesAsync(cancellationToken);

    public Task<CsrAttributes> GetCsrAttributesAsync(EnrollmentOperation operation, CancellationToken cancellationToken) =>
        client.GetCsrAttributesAsync(cancellationToken);

    public Task<EnrollmentMessage?> ComposeAsync(EnrollmentRequest request, CancellationToken cancellationToken) =>
        Task.FromResult<EnrollmentMessage?>(null);

    public async Task<EnrollmentReply> EnrollAsync(EnrollmentRequest request, CancellationToken cancellationToken)
    {
        IEnrollmentCodes codes = request.Codes ?? throw new ArgumentException("A first enrollment needs codes.", nameof(request));
        using var credentials = new BasicCredentials(
            codes.Fill(endpoint.UserTemplate), codes.Fill(endpoint.PasswordTemplate), codes.Conceal);
        if (endpoint.ChallengePasswordTemplate is not { } template)
        {
            return await client
                .EnrollAsync(request.CertificationRequest, credentials, holdsSecret: false, cancellationToken).ConfigureAwait(false);
        }

        byte[] secretRequest = AddSecret(request, codes.Fill(template));
        try
        {
            return await client.EnrollAsync(secretRequest, credentials, holdsSecret: true, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            Array.Clear(secretRequest, 0, secretRequest.Length);
        }
    }

    public Task<EnrollmentReply> ReenrollAsync(EnrollmentRequest request, CancellationToken cancellationToken) =>
        client.ReenrollAsync(request.CertificationRequest, cancellationToken);

    // The same request again (RFC 7030, section 4.2.3).
    public Task<EnrollmentReply> PollAsync(EnrollmentRequest request, CancellationToken cancellationToken) =>
        request.Current is null ? EnrollAsync(request, cancellationToken) : ReenrollAsync(request, cancellationToken);

    private static byte[] AddSecret(EnrollmentRequest request, string password)
    {
        using KeyHandle key = request.OpenKey();
        return CertificationRequest.WithChallengePassword(
            request.CertificationRequest,
            password,
            new RequestKey(key.ExportSubjectPublicKeyInfo(), key.Algorithm, key.Sign));
    }
}

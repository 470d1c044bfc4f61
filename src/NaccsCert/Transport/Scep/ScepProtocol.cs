using System;
using System.Collections.Generic;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Keys;
using NaccsCert.Messages;
using NaccsCert.Messages.Scep;
using NaccsCert.Services;
using NaccsCert.Time;

namespace NaccsCert.Transport.Scep;

/// <summary>Enrolls by SCEP: the codes become a challengePassword, which only a CA of the pinned root can read.</summary>
/// <param name="endpoint">The URL, the template for the codes, and what is allowed.</param>
/// <param name="anchors">The pins for client certificates.</param>
/// <param name="client">Sends the messages.</param>
/// <param name="clock">The present moment.</param>
internal sealed class ScepProtocol(
    EnrollmentEndpoint endpoint, IReadOnlyList<TrustAnchor> anchors, ScepClient client, IClock clock) : IEnrollmentProtocol
{
    private readonly string _host = HostNames.Of(endpoint.Url);

    public IReadOnlyList<KeyAlgorithm> KeyAlgorithms { get; } = [KeyAlgorithm.Rsa2048, KeyAlgorithm.Rsa3072, KeyAlgorithm.Rsa4096];

    // The answer is encrypted to it.
    public bool KeyDecrypts => true;

    // The message holds them, and whatever was sent of it can be opened by CA or RA.
    public bool CodesSent => client.IsMessageSent;

    private ScepAuthorities Authorities => new(anchors, _host);

    public async Task<IReadOnlyList<byte[]>> GetCACertificatesAsync(CancellationToken cancellationToken)
    {
        IReadOnlyList<byte[]> certificates = Authorities.WithRoots(
            await client.GetCACertificatesAsync(cancellationToken).ConfigureAwait(false));
        Authorities.Require(certificates, clock.UtcNow);
        return certificates;
    }

    public async Task<CsrAttributes> GetCsrAttributesAsync(EnrollmentOperation operation, CancellationToken cancellationToken)
    {
        CACapabilities capabilities = await client.GetCapabilitiesAsync(cancellationToken).ConfigureAwait(false);
        Require(capabilities, operation);
        return new CsrAttributes(KeyAlgorithms, ChallengePassword: false, []);
    }

    public async Task<EnrollmentMessage?> ComposeAsync(EnrollmentRequest request, CancellationToken cancellationToken)
    {
        CACapabilities capabilities = await client.GetCapabilitiesAsync(cancellationToken).ConfigureAwait(false);
        ScepAlgorithms algorithms = Require(
            capabilities, request.Current is null ? EnrollmentOperation.Enroll : EnrollmentOperation.Reenroll);
        byte[] recipient = Authorities.RecipientOf(Authorities.Require(request.CACertificates, clock.UtcNow));
        var message = new PkiMessage(
            request.Current is null ? ScepMessageType.PkcsReq : ScepMessageType.RenewalReq,
            TransactionIdOf(request.CertificationRequest),
            NewNonce(),
            clock.UtcNow);
        using RsaKeyHandle key = OpenSigningKey(request);
        byte[] certificate = request.Current?.RawData
            ?? SelfSignedCertificate.Build(request.CertificationRequest, clock.UtcNow, key.Sign);
        byte[] content = ContentOf(request, key);
        try
        {
            return new EnrollmentMessage(
                message.TransactionId, message.Build(content, recipient, new ScepSigner(certificate, key.Sign), algorithms));
        }
        finally
        {
            Array.Clear(content, 0, content.Length);
        }
    }

    public async Task<EnrollmentReply> EnrollAsync(EnrollmentRequest request, CancellationToken cancellationToken) =>
        ReplyIn(await SendAsync(request, MessageOf(request).Content, cancellationToken).ConfigureAwait(false), request);

    public Task<EnrollmentReply> ReenrollAsync(EnrollmentRequest request, CancellationToken cancellationToken) =>
        EnrollAsync(request, cancellationToken);

    public async Task<EnrollmentReply> PollAsync(EnrollmentRequest request, CancellationToken cancellationToken)
    {
        EnrollmentMessage asked = MessageOf(request);
        ScepAlgorithms algorithms = Require(
            await client.GetCapabilitiesAsync(cancellationToken).ConfigureAwait(false), EnrollmentOperation.Enroll);
        IReadOnlyList<byte[]> trusted = Authorities.Require(request.CACertificates, clock.UtcNow);
        using RsaKeyHandle key = OpenSigningKey(request);
        byte[] certificate = request.Current?.RawData ?? SignedMessage.Parse(asked.Content).Certificates[0];
        var message = new PkiMessage(ScepMessageType.CertPoll, asked.TransactionId, NewNonce(), clock.UtcNow);
        byte[] content = PollContent.Build(ScepAuthorities.IssuerOf(trusted), request.CertificationRequest);
        byte[] poll = message.Build(content, Authorities.RecipientOf(trusted), new ScepSigner(certificate, key.Sign), algorithms);
        ScepReply reply = await SendAsync(request, poll, cancellationToken).ConfigureAwait(false);

        // It knows nothing of the transaction: who answered was not the one who decides, or it has forgotten. The identical message
        // begins it anew, and is the same to a service that does know it.
        return reply.Answer is { Status: PkiStatus.Failure, FailInfo: FailInfo.BadCertId }
            ? await EnrollAsync(request, cancellationToken).ConfigureAwait(false)
            : ReplyIn(reply, request);
    }

    private async Task<ScepReply> SendAsync(EnrollmentRequest request, byte[] message, CancellationToken cancellationToken)
    {
        Func<string, string> conceal = request.Codes is { } codes ? codes.Conceal : AsItIs;
        HttpReply reply = await client.SendAsync(message, conceal, cancellationToken).ConfigureAwait(false);
        var reader = new ScepReplyReader(_host, endpoint.AllowsLegacyAlgorithms, message, conceal);
        if (reader.Read(reply.Body, Authorities.Require(request.CACertificates, clock.UtcNow)) is not { } answer)
        {
            // CA or RA may have changed since the enrollment was begun.
            IReadOnlyList<byte[]> now = await GetCACertificatesAsync(cancellationToken).ConfigureAwait(false);
            answer = reader.Read(reply.Body, Authorities.Require(now, clock.UtcNow))
                ?? throw new NaccsException(ErrorId.ResponseNotAuthentic, _host, "signature");
        }

        return new ScepReply(answer, reader, reply.RetryAfter);
    }

    private EnrollmentReply ReplyIn(ScepReply reply, EnrollmentRequest request)
    {
        switch (reply.Answer.Status)
        {
            case PkiStatus.Failure when reply.Answer.FailInfo == FailInfo.BadMessageCheck:
                return new EnrollmentReply(null, null) { Unread = Rejected(reply) };
            case PkiStatus.Failure:
                throw Rejected(reply);
            case PkiStatus.Pending:
                return new EnrollmentReply(null, RetryAfter.Parse(reply.RetryAfter, clock.UtcNow));
            default:
                using (RsaKeyHandle key = OpenSigningKey(request))
                {
                    return new EnrollmentReply(reply.Reader.Open(reply.Answer, key.Decrypt), null);
                }
        }
    }

    private NaccsException Rejected(ScepReply reply) => new(ErrorId.RequestRejected, _host, reply.Answer.Reason);

    private static EnrollmentMessage MessageOf(EnrollmentRequest request) =>
        request.Message ?? throw new ArgumentException("A message is composed before it is sent.", nameof(request));

    private ScepAlgorithms Require(CACapabilities capabilities, EnrollmentOperation operation)
    {
        ScepAlgorithms algorithms = ScepAlgorithms.Choose(capabilities, endpoint.AllowsLegacyAlgorithms)
            ?? throw new NaccsException(ErrorId.AlgorithmsTooWeak, _host, capabilities.ToString());
        return operation == EnrollmentOperation.Enroll || capabilities.Renewal
            ? algorithms
            : throw new NaccsException(ErrorId.RenewalNotOffered, _host);
    }

    private byte[] ContentOf(EnrollmentRequest request, RsaKeyHandle key)
    {
        if (request.Codes is not { } codes || endpoint.ChallengePasswordTemplate is not { } template)
        {
            return [.. request.CertificationRequest];
        }

        return CertificationRequest.WithChallengePassword(
            request.CertificationRequest,
            codes.Fill(template),
            new RequestKey(key.ExportSubjectPublicKeyInfo(), key.Algorithm, key.Sign));
    }

    // The key whose certificate signs the message, to which the answer is encrypted: that of the request, or of the certificate that is
    // renewed. A key that cannot read the answer is better known before the service has issued.
    private RsaKeyHandle OpenSigningKey(EnrollmentRequest request)
    {
        KeyHandle key = request.Current is { } current ? OpenKeyOf(current) : request.OpenKey();
        if (key is RsaKeyHandle rsa && rsa.CanDecrypt())
        {
            return rsa;
        }

        key.Dispose();
        throw new NaccsException(ErrorId.KeyUnsuitable, _host, key.Name);
    }

    private RsaKeyHandle OpenKeyOf(X509Certificate2 certificate)
    {
        return KeyDescription.KindOf(certificate) is { } kind && certificate.GetRSAPrivateKey() is { } key
            ? new RsaKeyHandle(certificate.Thumbprint, kind, key)
            : throw new NaccsException(ErrorId.KeyUnsuitable, _host, KeyDescription.Algorithm(certificate));
    }

    // One for each key (RFC 8894, section 3.2.1.1), so that every message about it belongs together.
    private static string TransactionIdOf(byte[] certificationRequest) =>
        Fingerprint.Sha256(CertificationRequest.PublicKeyOf(certificationRequest));

    private static byte[] NewNonce()
    {
        byte[] nonce = new byte[16];
        using var random = RandomNumberGenerator.Create();
        random.GetBytes(nonce);
        return nonce;
    }

    private static string AsItIs(string text) => text;
}

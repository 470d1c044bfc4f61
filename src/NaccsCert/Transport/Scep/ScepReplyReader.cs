using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using NaccsCert.Messages;
using NaccsCert.Messages.Scep;
using NaccsCert.Resources;

namespace NaccsCert.Transport.Scep;

/// <summary>Reads an answer, and believes it only if CA or RA have signed it for this very message.</summary>
/// <param name="host">The host, for errors.</param>
/// <param name="allowsLegacy">Whether SHA-1, Triple DES and DES may protect it.</param>
/// <param name="sent">The message that it answers.</param>
/// <param name="conceal">Takes secrets out of a server's words.</param>
internal sealed class ScepReplyReader(string host, bool allowsLegacy, byte[] sent, Func<string, string> conceal)
{
    private const int MaxTextLength = 300;

    // A secret that is cut would not be recognized, so secrets are removed from much more than is shown.
    private const int MaxExaminedLength = 16 * 1024;

    /// <summary>Reads an answer.</summary>
    /// <param name="body">The octets that came.</param>
    /// <param name="authorities">The DER certificates of those whose answers count.</param>
    /// <returns>The answer: granted, rejected or pending; null where none of them has signed it.</returns>
    /// <exception cref="NaccsException">It is no answer to the message, or not protected as is allowed.</exception>
    public CertRep? Read(byte[] body, IReadOnlyList<byte[]> authorities)
    {
        try
        {
            var message = SignedMessage.Parse(body);
            if (!ScepAlgorithms.AllowsDigest(message.Digest, allowsLegacy))
            {
                throw new NaccsException(ErrorId.AlgorithmsTooWeak, host, ScepAlgorithms.NameOf(message.Digest));
            }

            return message.FindSigner(authorities) is null ? null : Interpret(message, SignedMessage.Parse(sent));
        }
        catch (MessageFormatException exception)
        {
            throw Unreadable(exception);
        }
    }

    /// <summary>Decrypts what was granted.</summary>
    /// <param name="reply">An answer that grants.</param>
    /// <param name="decrypt">Decrypts by the key that signed the message.</param>
    /// <returns>The certs-only message with the certificate.</returns>
    /// <exception cref="NaccsException">It cannot be read, or not protected as is allowed.</exception>
    public byte[] Open(CertRep reply, Func<byte[], byte[]> decrypt)
    {
        try
        {
            return EnvelopedMessage.Open(reply.Content, decrypt, allowsLegacy);
        }
        catch (WeakAlgorithmException exception)
        {
            throw new NaccsException(ErrorId.AlgorithmsTooWeak, host, exception, ScepAlgorithms.NameOf(exception.Algorithm));
        }
        catch (MessageFormatException exception)
        {
            throw Unreadable(exception);
        }
    }

    // RFC 8894, section 3.2.1.5: the nonce shows that it is not the answer to another message.
    private CertRep Interpret(SignedMessage message, SignedMessage asked)
    {
        if (message.Type != ScepMessageType.CertRep)
        {
            throw NotAuthentic("messageType");
        }

        if (message.TransactionId != asked.TransactionId)
        {
            throw NotAuthentic("transactionID");
        }

        if (message.Nonce(ScepAttributes.RecipientNonce) is not { } nonce
            || !nonce.SequenceEqual(asked.Nonce(ScepAttributes.SenderNonce) ?? []))
        {
            throw NotAuthentic("recipientNonce");
        }

        switch ((PkiStatus?)message.Number(ScepAttributes.PkiStatus))
        {
            case PkiStatus.Success:
                return new CertRep(PkiStatus.Success, message.Content);
            case PkiStatus.Pending:
                return new CertRep(PkiStatus.Pending, []);
            case PkiStatus.Failure:
                return Rejection(message);
            default:
                throw new NaccsException(ErrorId.ResponseUnreadable, host, "pkiStatus");
        }
    }

    private CertRep Rejection(SignedMessage message)
    {
        int? number = message.Number(ScepAttributes.FailInfo);
        string meaning = Strings.Format(MeaningOf((FailInfo?)number), number?.ToString(CultureInfo.InvariantCulture) ?? "-");
        return new CertRep(PkiStatus.Failure, [])
        {
            FailInfo = (FailInfo?)number,
            Reason = message.Text(ScepAttributes.FailInfoText) is { Length: > 0 } text
                ? $"{meaning} ({ForeignText.ToMessage(conceal(ForeignText.ToMessage(text, MaxExaminedLength)), MaxTextLength)})"
                : meaning,
        };
    }

    private static StringId MeaningOf(FailInfo? failInfo) => failInfo switch
    {
        FailInfo.BadAlg => StringId.FailInfoBadAlg,
        FailInfo.BadMessageCheck => StringId.FailInfoBadMessageCheck,
        FailInfo.BadRequest => StringId.FailInfoBadRequest,
        FailInfo.BadTime => StringId.FailInfoBadTime,
        FailInfo.BadCertId => StringId.FailInfoBadCertId,
        _ => StringId.FailInfoUnknown,
    };

    private NaccsException NotAuthentic(string part) => new(ErrorId.ResponseNotAuthentic, host, part);

    private NaccsException Unreadable(MessageFormatException exception) =>
        new(ErrorId.ResponseUnreadable, host, exception, exception.Message);
}

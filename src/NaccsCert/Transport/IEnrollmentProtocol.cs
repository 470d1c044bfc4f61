using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Messages;

namespace NaccsCert.Transport;

/// <summary>
/// What an enrollment needs of a protocol. Its errors are <see cref="NaccsException"/>, each with an identity that tells what it means;
/// those of <see cref="RetryPolicy.MayPass"/> are tried again.
/// </summary>
internal interface IEnrollmentProtocol
{
    /// <summary>The kinds of key for which the protocol can carry a request.</summary>
    IReadOnlyList<KeyAlgorithm> KeyAlgorithms { get; }

    /// <summary>Whether the key of a request must decrypt as well as sign.</summary>
    bool KeyDecrypts { get; }

    /// <summary>Whether the last request for a first certificate may have brought codes to the service.</summary>
    bool CodesSent { get; }

    /// <summary>Asks for the CA certificates.</summary>
    /// <returns>The DER certificates: root, intermediates, old and new.</returns>
    Task<IReadOnlyList<byte[]>> GetCACertificatesAsync(CancellationToken cancellationToken);

    /// <summary>Asks what the service wants in a request.</summary>
    /// <param name="operation">What the request is for.</param>
    /// <param name="cancellationToken">Ends the exchange.</param>
    /// <returns>What it wants; nothing in particular where it does not say so.</returns>
    Task<CsrAttributes> GetCsrAttributesAsync(EnrollmentOperation operation, CancellationToken cancellationToken);

    /// <summary>Makes what is sent for a request, where that is not the request itself. Nothing is sent to be decided on yet.</summary>
    /// <param name="request">The request, with its codes or the certificate that is renewed.</param>
    /// <param name="cancellationToken">Ends the asking.</param>
    /// <returns>The message, to be kept and handed in again; null where the request itself is sent.</returns>
    Task<EnrollmentMessage?> ComposeAsync(EnrollmentRequest request, CancellationToken cancellationToken);

    /// <summary>Sends a request for a first certificate.</summary>
    /// <param name="request">The request, with its message, or else with its codes.</param>
    /// <param name="cancellationToken">Ends the exchange.</param>
    /// <returns>Issued or pending.</returns>
    Task<EnrollmentReply> EnrollAsync(EnrollmentRequest request, CancellationToken cancellationToken);

    /// <summary>Sends a request for the successor of a certificate, with a new key.</summary>
    /// <param name="request">The request, with the certificate that is renewed.</param>
    /// <param name="cancellationToken">Ends the exchange.</param>
    /// <returns>Issued or pending.</returns>
    Task<EnrollmentReply> ReenrollAsync(EnrollmentRequest request, CancellationToken cancellationToken);

    /// <summary>Asks what has become of a request for which the service wanted to answer later.</summary>
    /// <param name="request">The request as it was sent.</param>
    /// <param name="cancellationToken">Ends the exchange.</param>
    /// <returns>Issued, or still pending.</returns>
    Task<EnrollmentReply> PollAsync(EnrollmentRequest request, CancellationToken cancellationToken);
}

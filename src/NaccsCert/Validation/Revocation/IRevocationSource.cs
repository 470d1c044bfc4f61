using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.Messages;

namespace NaccsCert.Validation.Revocation;

/// <summary>A way of an issuer to tell which certificates it revoked.</summary>
internal interface IRevocationSource
{
    /// <summary>The name of the way, the same in every language.</summary>
    string Name { get; }

    /// <summary>The addresses that a certificate names for it.</summary>
    /// <param name="certificate">The DER certificate.</param>
    /// <returns>The addresses; none when the issuer does not offer it.</returns>
    /// <exception cref="MessageFormatException">They cannot be read.</exception>
    IReadOnlyList<Uri> AddressesIn(byte[] certificate);

    /// <summary>Asks at one address.</summary>
    /// <param name="address">One of the addresses.</param>
    /// <param name="question">The certificate in question, and what belongs to it.</param>
    /// <param name="cancellationToken">Ends the asking.</param>
    /// <returns>What was found out, or why nothing was.</returns>
    /// <exception cref="NaccsException">There was no answer.</exception>
    /// <exception cref="MessageFormatException">The answer cannot be read, or is not the issuer's.</exception>
    Task<RevocationReply> AskAsync(Uri address, RevocationQuestion question, CancellationToken cancellationToken);
}

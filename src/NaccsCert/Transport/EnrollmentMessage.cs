namespace NaccsCert.Transport;

/// <summary>
/// What a protocol sends where that is not the certification request itself. It is kept before it is sent, so that the identical octets
/// can be sent again.
/// </summary>
/// <param name="TransactionId">Names the transaction on both sides.</param>
/// <param name="Content">The octets; what is secret in them only the service can read.</param>
internal sealed record EnrollmentMessage(string TransactionId, byte[] Content);

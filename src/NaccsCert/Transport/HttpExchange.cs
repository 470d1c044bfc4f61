using System;

namespace NaccsCert.Transport;

/// <summary>One request and its answer, for those who trace. It holds no header field and no body.</summary>
/// <param name="Method">The method.</param>
/// <param name="Url">The address.</param>
/// <param name="StatusCode">The status of the answer; 0 when there was none.</param>
/// <param name="Duration">From the first byte sent to the last byte read.</param>
internal sealed record HttpExchange(string Method, Uri Url, int StatusCode, TimeSpan Duration);

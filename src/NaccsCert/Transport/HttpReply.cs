using System;
using System.Collections.Generic;
using System.Linq;

namespace NaccsCert.Transport;

/// <summary>A whole answer, its body bounded and read.</summary>
internal sealed class HttpReply
{
    /// <summary>The status code (RFC 9110, section 15).</summary>
    public required int StatusCode { get; init; }

    /// <summary>The body, at most <see cref="BoundedBody.Largest"/> bytes.</summary>
    public required byte[] Body { get; init; }

    /// <summary>The Retry-After field as it came; null when there was none.</summary>
    public string? RetryAfter { get; init; }

    /// <summary>The schemes of its challenges (RFC 9110, section 11.6.1), in their order: tokens, as they came.</summary>
    public IReadOnlyList<string> Challenges { get; init; } = [];

    /// <summary>Whether one of the challenges is Basic (RFC 7617).</summary>
    public bool ChallengesBasic => Challenges.Contains("Basic", StringComparer.OrdinalIgnoreCase);

    /// <summary>Where a redirect points to, as it came; null when there was no Location field.</summary>
    public string? Location { get; init; }

    /// <summary>The service's clock, from the Date field; null when there was none that can be meant.</summary>
    public DateTimeOffset? Date { get; init; }
}

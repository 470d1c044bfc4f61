using System;
using System.Collections.Generic;
using System.Text.Json.Serialization;

namespace NaccsCert.Harnesses.Conformance.Limbo;

/// <summary>A case of the suite, as far as it is used here.</summary>
internal sealed record LimboCase
{
    [JsonPropertyName("id")]
    public required string Id { get; init; }

    [JsonPropertyName("validation_kind")]
    public required string Kind { get; init; }

    [JsonPropertyName("trusted_certs")]
    public required IReadOnlyList<string> Roots { get; init; }

    [JsonPropertyName("untrusted_intermediates")]
    public required IReadOnlyList<string> Intermediates { get; init; }

    [JsonPropertyName("peer_certificate")]
    public required string Certificate { get; init; }

    [JsonPropertyName("validation_time")]
    public DateTimeOffset? Time { get; init; }

    [JsonPropertyName("expected_result")]
    public required string Expected { get; init; }

    [JsonPropertyName("expected_peer_name")]
    public LimboName? Name { get; init; }

    [JsonPropertyName("max_chain_depth")]
    public int? MaxDepth { get; init; }

    [JsonPropertyName("crls")]
    public IReadOnlyList<string>? RevocationLists { get; init; }

    /// <summary>The name that a server must have.</summary>
    /// <param name="Value">The name.</param>
    internal sealed record LimboName([property: JsonPropertyName("value")] string Value);
}

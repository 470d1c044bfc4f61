using System.Collections.Generic;
using System.Linq;

namespace NaccsCert.TestSupport.Servers;

/// <summary>A request that an <see cref="HttpTestServer"/> received.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path with its query.</param>
/// <param name="Fields">The header fields, by names without regard to case.</param>
/// <param name="Body">The body, byte for byte.</param>
internal sealed record RecordedRequest(
    string Method, string Path, IReadOnlyDictionary<string, IReadOnlyList<string>> Fields, byte[] Body)
{
    /// <summary>The last segment of the path, by which EST names its operations (RFC 7030, section 3.2.2).</summary>
    public string Operation => Path[(Path.LastIndexOf('/') + 1)..];

    /// <summary>The Authorization field; null when there was none.</summary>
    public string? Authorization => Field("Authorization");

    /// <summary>The Content-Length field, in bytes; null when there was none.</summary>
    public long? ContentLength =>
        Field("Content-Length") is { } text ? long.Parse(text, System.Globalization.CultureInfo.InvariantCulture) : null;

    private string? Field(string name) => Fields.TryGetValue(name, out IReadOnlyList<string>? values) ? values.Single() : null;
}

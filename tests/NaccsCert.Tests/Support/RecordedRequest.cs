namespace NaccsCert.Tests.Support;

/// <summary>What a client sent to a <see cref="FakeEstServer"/>.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path with its query.</param>
/// <param name="Authorization">The Authorization field; null when there was none.</param>
/// <param name="ContentLength">The Content-Length field; null when there was none.</param>
/// <param name="Body">The body, byte for byte.</param>
internal sealed record RecordedRequest(string Method, string Path, string? Authorization, long? ContentLength, byte[] Body)
{
    /// <summary>The last segment of the path, by which EST names its operations (RFC 7030, section 3.2.2).</summary>
    public string Operation => Path[(Path.LastIndexOf('/') + 1)..];
}

namespace NaccsCert.IO.Json;

/// <summary>What a JSON text may have.</summary>
internal enum JsonNotation
{
    /// <summary>What RFC 8259 provides for, and nothing else.</summary>
    Strict,

    /// <summary>Comments as well, as in JavaScript: editors know them as JSONC. For texts that people write.</summary>
    WithComments,
}

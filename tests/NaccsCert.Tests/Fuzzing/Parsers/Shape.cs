namespace NaccsCert.Tests.Fuzzing.Parsers;

/// <summary>What inputs look like, by which they are bent.</summary>
internal enum Shape
{
    /// <summary>DER, perhaps as base64 or in armour.</summary>
    Asn1,

    /// <summary>A JSON document.</summary>
    Json,

    /// <summary>A short text.</summary>
    Text,
}

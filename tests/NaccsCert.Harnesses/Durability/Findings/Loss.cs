namespace NaccsCert.Harnesses.Durability.Findings;

/// <summary>What must never happen.</summary>
internal enum Loss
{
    /// <summary>There is not exactly one new certificate whose key signs, or the old one is gone.</summary>
    Lost,

    /// <summary>There is none, and the service takes the codes, or the current certificate, no more.</summary>
    Burnt,

    /// <summary>A key, an entry, a temporary or a torn file stayed behind.</summary>
    Orphan,

    /// <summary>Something was thrown that is not the library's own error, or an error stayed after its cause was gone.</summary>
    Unclear,

    /// <summary>A run did not end.</summary>
    Hung,
}

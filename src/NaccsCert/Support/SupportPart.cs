using System;
using NaccsCert.Resources;

namespace NaccsCert.Support;

/// <summary>A file of the support bundle, before it is read.</summary>
/// <param name="Name">Its name in the archive.</param>
/// <param name="Title">What it is, for the index.</param>
/// <param name="Read">Reads what is in it; may fail.</param>
internal sealed record SupportPart(string Name, StringId Title, Func<byte[]> Read)
{
    /// <summary>A part made of records.</summary>
    /// <param name="name">Its name in the archive.</param>
    /// <param name="title">What it is.</param>
    /// <param name="read">Reads the records, or other values that <see cref="RecordJson"/> writes.</param>
    public static SupportPart Of(string name, StringId title, Func<object?> read) =>
        new(name, title, () => RecordJson.Document(read()));
}

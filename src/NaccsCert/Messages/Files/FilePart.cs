using NaccsCert.Resources;

namespace NaccsCert.Messages.Files;

/// <summary>One thing in a certificate file.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Content">The value as it came; empty where it is of no use here.</param>
/// <param name="Label">The name that its armour gives it; null where it has none.</param>
internal sealed record FilePart(DerKind Kind, byte[] Content, string? Label)
{
    /// <summary>What it is, in the language of the session.</summary>
    public string Describe() => Kind switch
    {
        DerKind.PrivateKey => Strings.Format(StringId.FoundPrivateKey),
        DerKind.Request => Strings.Format(StringId.FoundRequest),
        DerKind.RevocationList => Strings.Format(StringId.FoundRevocationList),
        _ when Label is not null => Strings.Format(StringId.FoundBlock, Label),
        _ => Strings.Format(StringId.FoundUnknown),
    };
}

using System;
using System.Linq;

namespace NaccsCert.Messages.Files;

/// <summary>One armoured part of a text (RFC 7468).</summary>
/// <param name="Label">What it says it is, for example <c>CERTIFICATE</c>: capital letters, digits and blanks only.</param>
/// <param name="Body">What stands between the armour; null where the armour has no end.</param>
internal sealed record PemBlock(string Label, string? Body)
{
    /// <summary>Whether it is a private key.</summary>
    public bool IsPrivateKey => Label.EndsWith("PRIVATE KEY", StringComparison.Ordinal);

    /// <summary>Whether it says that it has certificates, in whichever of their messages.</summary>
    public bool HasCertificates => Label.EndsWith("CERTIFICATE", StringComparison.Ordinal)
        || Label.StartsWith("PKCS", StringComparison.Ordinal) || Label == "CMS";

    /// <summary>Undoes the base64 of the body.</summary>
    /// <returns>The bytes.</returns>
    /// <exception cref="FormatException">The body is cut off, or is no base64.</exception>
    public byte[] Decode() => Convert.FromBase64String(
        new string([.. (Body ?? throw new FormatException("no end of the armour")).Where(character => !char.IsWhiteSpace(character))]));
}

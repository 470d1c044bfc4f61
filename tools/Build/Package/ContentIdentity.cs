using System;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography;
using System.Text;

namespace NaccsCert.Build.Package;

/// <summary>Identities that are the same for the same content (RFC 9562, section 5.8).</summary>
internal static class ContentIdentity
{
    /// <summary>That of files with their paths.</summary>
    public static Guid Of(IEnumerable<ModuleFile> files) => Of(string.Concat(files.Select(file => $"{file.Sha256}  {file.Path}\n")));

    /// <summary>That of a text.</summary>
    public static Guid Of(string text)
    {
        byte[] digest = SHA256.HashData(Encoding.UTF8.GetBytes(text));
        digest[6] = (byte)((digest[6] & 0x0F) | 0x80);
        digest[8] = (byte)((digest[8] & 0x3F) | 0x80);
        return new Guid(digest.AsSpan(0, 16), bigEndian: true);
    }
}

using System;
using System.Security.Cryptography;

namespace NaccsCert.Build.Package;

/// <summary>A file of the staged module.</summary>
/// <param name="Path">Its path in the module, with slashes.</param>
/// <param name="Content">Its bytes.</param>
internal sealed record ModuleFile(string Path, byte[] Content)
{
    /// <summary>SHA-256 in lower-case hexadecimal digits.</summary>
    public string Sha256 => Convert.ToHexStringLower(SHA256.HashData(Content));
}

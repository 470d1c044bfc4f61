using System.IO;
using Org.BouncyCastle.Utilities.IO.Pem;

namespace System.Security.Cryptography;

/// <summary>Armour (RFC 7468) as BouncyCastle writes it, with the line ends of .NET and no last one.</summary>
internal static class PemEncoding
{
    public static string WriteString(string label, byte[] data)
    {
        using var text = new StringWriter { NewLine = "\n" };
        using var writer = new PemWriter(text);
        writer.WriteObject(new PemObject(label, data));
        return text.ToString().TrimEnd('\n');
    }
}

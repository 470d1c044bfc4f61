using System;
using System.Collections.Generic;
using System.Runtime.InteropServices;
using System.Security;
using System.Text;

namespace NaccsCert.Messages.Files;

/// <summary>A password as PKCS#12 takes it, cleared when disposed of.</summary>
internal sealed class Pkcs12Password : IDisposable
{
    private Pkcs12Password(byte[] bmp, byte[] utf8) => (Bmp, Utf8) = (bmp, utf8);

    /// <summary>The password for the key derivation of RFC 7292, appendix B.1.</summary>
    public byte[] Bmp { get; }

    /// <summary>The password for PBES2 (RFC 8018, section 3).</summary>
    public byte[] Utf8 { get; }

    /// <summary>What a password may mean: no password is written in two ways.</summary>
    /// <param name="password">The password; an empty one for none.</param>
    /// <returns>One meaning or two; the caller disposes of them.</returns>
    public static IEnumerable<Pkcs12Password> Meanings(SecureString password)
    {
        yield return Encode(password);
        if (password.Length == 0)
        {
            yield return new Pkcs12Password([], []);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Array.Clear(Bmp, 0, Bmp.Length);
        Array.Clear(Utf8, 0, Utf8.Length);
    }

    private static Pkcs12Password Encode(SecureString password)
    {
        char[] characters = new char[password.Length + 1];
        IntPtr text = Marshal.SecureStringToGlobalAllocUnicode(password);
        try
        {
            Marshal.Copy(text, characters, 0, password.Length);
            return new Pkcs12Password(
                Encoding.BigEndianUnicode.GetBytes(characters), Encoding.UTF8.GetBytes(characters, 0, password.Length));
        }
        finally
        {
            Marshal.ZeroFreeGlobalAllocUnicode(text);
            Array.Clear(characters, 0, characters.Length);
        }
    }
}

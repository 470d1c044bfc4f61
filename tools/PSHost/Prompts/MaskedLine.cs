using System;
using System.Security;

namespace NaccsCert.PSHost.Prompts;

/// <summary>Reads a secret from the keyboard.</summary>
internal static class MaskedLine
{
    private const string EraseOneCell = "\b \b";

    /// <summary>Reads keys up to Enter; shows an asterisk for each, and takes one away for Backspace.</summary>
    public static SecureString Read()
    {
        var secret = new SecureString();
        while (true)
        {
            ConsoleKeyInfo key = Console.ReadKey(intercept: true);
            if (key.Key == ConsoleKey.Enter)
            {
                Console.Out.WriteLine();
                secret.MakeReadOnly();
                return secret;
            }

            if (key.Key == ConsoleKey.Backspace)
            {
                RemoveLast(secret);
            }
            else if (!char.IsControl(key.KeyChar))
            {
                secret.AppendChar(key.KeyChar);
                Console.Out.Write('*');
            }
        }
    }

    /// <summary>Makes a secret of a text that is already in memory.</summary>
    public static SecureString Protect(string text)
    {
        var secret = new SecureString();
        foreach (char character in text)
        {
            secret.AppendChar(character);
        }

        secret.MakeReadOnly();
        return secret;
    }

    private static void RemoveLast(SecureString secret)
    {
        if (secret.Length > 0)
        {
            secret.RemoveAt(secret.Length - 1);
            Console.Out.Write(EraseOneCell);
        }
    }
}

using System;
using System.Text.RegularExpressions;

namespace NaccsCert.Transport.Est;

/// <summary>Takes base64 out of a server's words: a server that repeats a request would repeat the secret in it.</summary>
internal static class Base64Text
{
    // Longer than any word, and shorter than any part of a request that could hold a secret.
    private static readonly Regex Run = new(
        @"[A-Za-z0-9+/=\r\n]{24,}", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    /// <summary>Replaces every long run of base64.</summary>
    /// <param name="text">The server's words.</param>
    /// <returns>The words without it.</returns>
    public static string Conceal(string text) => Run.Replace(text, BasicCredentials.Hidden);
}

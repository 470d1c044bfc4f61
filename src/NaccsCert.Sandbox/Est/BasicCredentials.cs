using System;
using System.Net.Http.Headers;
using System.Text;

namespace NaccsCert.Sandbox.Est;

/// <summary>The user and password of an Authorization header (RFC 7617).</summary>
internal sealed record BasicCredentials(string User, string Password)
{
    /// <summary>Reads the header.</summary>
    /// <returns>The credentials, or null if the header is not Basic or cannot be read.</returns>
    public static BasicCredentials? Read(string? header)
    {
        if (!AuthenticationHeaderValue.TryParse(header, out AuthenticationHeaderValue? value)
            || !value.Scheme.Equals("Basic", StringComparison.OrdinalIgnoreCase)
            || value.Parameter is not { } parameter)
        {
            return null;
        }

        var bytes = new byte[parameter.Length];
        if (!Convert.TryFromBase64String(parameter, bytes, out int length))
        {
            return null;
        }

        string text = Encoding.UTF8.GetString(bytes, 0, length);
        int colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? null : new BasicCredentials(text[..colon], text[(colon + 1)..]);
    }
}

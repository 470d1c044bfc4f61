using System;
using System.Text;

namespace NaccsCert.Transport.Est;

/// <summary>The user and password of HTTP Basic authentication (RFC 7617), overwritten when no longer needed.</summary>
internal sealed class BasicCredentials : IDisposable
{
    /// <summary>What stands where a secret stood.</summary>
    public const string Hidden = "***";

    private readonly byte[] _pair;
    private readonly Func<string, string> _conceal;

    /// <summary>Keeps user and password as UTF-8 (RFC 7617, section 2.1).</summary>
    /// <param name="user">The user name, without a colon.</param>
    /// <param name="password">The password.</param>
    /// <param name="conceal">Takes the secrets, of which user and password are made, out of a text.</param>
    public BasicCredentials(string user, string password, Func<string, string> conceal)
    {
        _pair = Encoding.UTF8.GetBytes(user + ":" + password);
        _conceal = conceal;
    }

    /// <summary>The token of the Authorization field.</summary>
    public string ToToken() => Convert.ToBase64String(_pair);

    /// <summary>Takes out of a server's words what it was sent, should it repeat that: they end up in errors and logs.</summary>
    /// <param name="text">The server's words.</param>
    /// <returns>The words without the secrets.</returns>
    public string Conceal(string text) => _conceal(text.Replace(ToToken(), Hidden));

    /// <summary>Overwrites the pair.</summary>
    public void Dispose() => Array.Clear(_pair, 0, _pair.Length);
}

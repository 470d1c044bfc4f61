using System;
using System.Text;

namespace NaccsCert.Protocol.Est;

/// <summary>The user and password of HTTP Basic authentication (RFC 7617), overwritten when no longer needed.</summary>
internal sealed class BasicCredentials : IDisposable
{
    private readonly byte[] _pair;

    /// <summary>Keeps user and password as UTF-8 (RFC 7617, section 2.1).</summary>
    /// <param name="user">The user name, without a colon.</param>
    /// <param name="password">The password.</param>
    public BasicCredentials(string user, string password) => _pair = Encoding.UTF8.GetBytes(user + ":" + password);

    /// <summary>The token of the Authorization field.</summary>
    public string ToToken() => Convert.ToBase64String(_pair);

    /// <summary>Overwrites the pair.</summary>
    public void Dispose() => Array.Clear(_pair, 0, _pair.Length);
}

using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;

namespace NaccsCert.Transport;

/// <summary>
/// What to sign in to a proxy with: the signed-in user's own credentials, those of the proxy's settings, and those that
/// were given, one after the other. It remembers what the proxy asked for, because the HTTP stack of .NET throws away
/// the answer to CONNECT and its offers with it.
/// </summary>
internal sealed class ProxyCredentials : ICredentials
{
    private const string Basic = "Basic";

    private readonly object _gate = new();
    private readonly HashSet<string> _asked = new(StringComparer.OrdinalIgnoreCase);
    private readonly ProxyAuthentication _authentication;
    private readonly ICredentials[] _candidates;
    private int _index;
    private int _usedIndex = -1;
    private bool _withheld;

    /// <summary>Sets up the candidates.</summary>
    /// <param name="authentication">How to sign in.</param>
    /// <param name="given">What the user gave; null for nothing.</param>
    /// <param name="ofProxy">What the proxy's settings have; null for nothing.</param>
    public ProxyCredentials(ProxyAuthentication authentication, ICredentials? given, ICredentials? ofProxy)
    {
        _authentication = authentication;
        _candidates = [.. new[] { SignedInUser.Credentials, ofProxy, given }.OfType<ICredentials>()];
    }

    /// <summary>The schemes for which a proxy has asked, in no order that matters; empty when none did.</summary>
    public IReadOnlyList<string> Asked
    {
        get
        {
            lock (_gate)
            {
                return [.. _asked.OrderBy(scheme => scheme, StringComparer.OrdinalIgnoreCase)];
            }
        }
    }

    /// <summary>The scheme that was last signed in with, whatever came of it; null when nothing was shown to the proxy.</summary>
    public string? Used { get; private set; }

    /// <summary>Whether the proxy takes nothing but Basic, which would show the password to the network.</summary>
    public bool BasicWithheld
    {
        get
        {
            lock (_gate)
            {
                return _withheld && _asked.All(IsBasic);
            }
        }
    }

    /// <inheritdoc/>
    public NetworkCredential? GetCredential(Uri uri, string authType)
    {
        lock (_gate)
        {
            _asked.Add(authType);
            if (!Permits(authType))
            {
                _withheld |= IsBasic(authType);
                return null;
            }

            for (int index = _index; index < _candidates.Length; index++)
            {
                if (_candidates[index].GetCredential(uri, authType) is { } credential)
                {
                    (Used, _usedIndex) = (authType, index);
                    return credential;
                }
            }

            return null;
        }
    }

    /// <summary>Leaves what the proxy did not take, and goes on to the next.</summary>
    /// <returns>Whether there is a next.</returns>
    public bool Advance()
    {
        lock (_gate)
        {
            // A candidate may have nothing for this proxy; then nothing new was shown to it, and it is not asked a third time.
            bool isNew = _usedIndex + 1 > _index;
            _index = _usedIndex + 1;
            return Used is not null && isNew && _index < _candidates.Length;
        }
    }

    private bool Permits(string scheme) => _authentication switch
    {
        ProxyAuthentication.Basic => IsBasic(scheme),
        ProxyAuthentication.Ntlm => string.Equals(scheme, "NTLM", StringComparison.OrdinalIgnoreCase),
        ProxyAuthentication.Negotiate => string.Equals(scheme, "Negotiate", StringComparison.OrdinalIgnoreCase),
        _ => !IsBasic(scheme),
    };

    private static bool IsBasic(string scheme) => string.Equals(scheme, Basic, StringComparison.OrdinalIgnoreCase);
}

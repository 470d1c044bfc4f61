using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using NaccsCert.Messages;
using NaccsCert.Messages.Signatures;

namespace NaccsCert.Validation.Paths;

/// <summary>
/// What public root programmes ask of server certificates and what a validator alone would pass over: servers are known
/// to keep it, while the profile of a service's client certificates need not be public.
/// </summary>
internal static class ServerProfile
{
    private const string CommonName = "2.5.4.3";
    private const int MaxSerialOctets = 20;

    /// <summary>What is wrong with a certificate in the path of a server; null when nothing is.</summary>
    /// <param name="certificate">The certificate.</param>
    /// <param name="isFirst">Whether it is the server's.</param>
    /// <param name="isAnchor">Whether it is the root.</param>
    /// <exception cref="FormatException">An extension cannot be read.</exception>
    public static ChainProblem? ProblemIn(CertificateParts certificate, bool isFirst, bool isAnchor)
    {
        // Public roots with the number 0 are about, and nobody has to tell a root by it.
        if (!isAnchor && !IsSerialNumber(certificate.SerialNumber))
        {
            return ChainProblem.InvalidSerialNumber;
        }

        if (PublicKeyParts.Read(certificate.PublicKeyInfo) is { Rsa: not null } key && key.Bits % 8 != 0)
        {
            return ChainProblem.WeakKey;
        }

        if (isFirst)
        {
            return isAnchor ? null : ProblemOfServer(certificate);
        }

        return IsWellMadeAuthority(certificate, isAnchor) ? null : ChainProblem.InvalidExtension;
    }

    // RFC 5280, section 4.1.2.2.
    private static bool IsSerialNumber(byte[] serial) =>
        serial.Length is > 0 and <= MaxSerialOctets && serial[0] < 0x80 && serial.Any(octet => octet != 0);

    // RFC 5280, sections 4.2.1.1, 4.2.1.2, 4.2.1.9 and 4.2.1.11: a CA says critically that it is one and what binds those
    // below it, and names its key and its issuer's.
    private static bool IsWellMadeAuthority(CertificateParts authority, bool isAnchor)
    {
        if (authority.Extensions.Any(extension => extension.Identifier == ExtensionIds.PolicyConstraints && !extension.IsCritical))
        {
            return false;
        }

        bool namesIssuer = authority.Extensions.Any(extension => extension.Identifier == ExtensionIds.AuthorityKeyIdentifier);
        return authority.Extensions.Any(extension => extension.Identifier == ExtensionIds.BasicConstraints && extension.IsCritical)
            && KeyIdentifiers.Subject(authority) is not null
            && ((isAnchor && !namesIssuer) || KeyIdentifiers.Authority(authority) is not null)
            && (!authority.IsSelfIssued || !isAnchor || KeyIdentifiers.Match(authority, authority) is not false);
    }

    private static ChainProblem? ProblemOfServer(CertificateParts certificate)
    {
        if (certificate.Version != 3)
        {
            return ChainProblem.InvalidVersion;
        }

        if (ExtendedUsage.Names(certificate, ExtendedUsage.Any))
        {
            return ChainProblem.NotValidForUsage;
        }

        List<GeneralNameParts> names = [.. GeneralNameParts.AlternativeNames(certificate)];
        if (names.Exists(name => !name.IsWellFormed))
        {
            return ChainProblem.InvalidName;
        }

        // What people would take for an address or a foreign host, and is not among the names, was not checked when issued.
        return DistinguishedNames.Texts(certificate.Subject, CommonName).Any(text => (IPAddress.TryParse(text, out _) || IsForeignHost(text)) && !names.Exists(name => name.Says(text)))
            ? ChainProblem.InvalidName
            : null;
    }

    // Letters that look like others make a host of another name.
    private static bool IsForeignHost(string name) =>
        name.IndexOf('.') > 0
        && (name.Any(letter => letter > 0x7F)
            || name.Split('.').Any(label => label.StartsWith("xn--", StringComparison.OrdinalIgnoreCase)));
}

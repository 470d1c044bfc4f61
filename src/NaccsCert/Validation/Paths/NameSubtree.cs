using System;
using System.Linq;
using NaccsCert.Messages;

namespace NaccsCert.Validation.Paths;

/// <summary>Whether a name lies in a subtree of names (RFC 5280, section 4.2.1.10).</summary>
internal static class NameSubtree
{
    /// <summary>Whether a subtree is one.</summary>
    public static bool IsWellFormed(GeneralNameParts subtree)
    {
        switch (subtree.Kind)
        {
            case GeneralNameParts.Dns:
                return subtree.Content.Length == 0 || GeneralNameParts.IsHostName(subtree.Text);
            case GeneralNameParts.Email:
                string text = subtree.Text;
                return text.Split('@') is { Length: 1 or 2 } parts
                    && (parts.Length == 2 ? parts[0].Length > 0 && GeneralNameParts.IsHostName(parts[1]) : IsDomain(text));
            case GeneralNameParts.Uri:
                return IsDomain(subtree.Text);
            case GeneralNameParts.Address:
                return subtree.Content.Length is 8 or 32 && IsMask(subtree.Content);
            default:
                return true;
        }
    }

    /// <summary>Whether a name lies wholly in a subtree of its kind.</summary>
    public static bool Contains(GeneralNameParts subtree, GeneralNameParts name)
    {
        if (subtree.Kind != name.Kind || !name.IsWellFormed)
        {
            return false;
        }

        switch (name.Kind)
        {
            case GeneralNameParts.Dns:
                return IsBelow(Unstarred(name.Text), subtree.Text, orEqual: true);
            case GeneralNameParts.Email:
                return IsMailboxIn(name.Text, subtree.Text);
            case GeneralNameParts.Uri:
                return HostOf(name.Text) is { } host && IsHostIn(host, subtree.Text);
            case GeneralNameParts.Address:
                return IsAddressIn(name.Content, subtree.Content);
            case GeneralNameParts.Directory:
                return DistinguishedNames.IsWithin(name.Content, subtree.Content);
            default:
                return false;
        }
    }

    /// <summary>
    /// Whether a name cannot be told to lie outside a subtree that is closed to it: also one with a star for what lies in
    /// it, one that cannot be read, and one of a kind that is not known here.
    /// </summary>
    public static bool MayContain(GeneralNameParts subtree, GeneralNameParts name)
    {
        if (subtree.Kind != name.Kind)
        {
            return false;
        }

        bool isKnown = name.Kind is GeneralNameParts.Dns or GeneralNameParts.Email or GeneralNameParts.Uri
            or GeneralNameParts.Address or GeneralNameParts.Directory;
        return !isKnown
            || !name.IsWellFormed
            || (name.Kind == GeneralNameParts.Uri && HostOf(name.Text) is null)
            || Contains(subtree, name)
            || (name.Kind == GeneralNameParts.Dns && name.Text.StartsWith("*.", StringComparison.Ordinal)
                && IsOneLabelBelow(subtree.Text, Unstarred(name.Text)));
    }

    private static string Unstarred(string name) =>
        name.StartsWith("*.", StringComparison.Ordinal) ? name.Substring(2) : name;

    private static bool IsOneLabelBelow(string host, string domain) =>
        IsBelow(host, domain, orEqual: false);

    private static bool IsBelow(string host, string domain, bool orEqual) =>
        domain.Length == 0
        || (orEqual && host.Equals(domain, StringComparison.OrdinalIgnoreCase))
        || host.EndsWith("." + domain, StringComparison.OrdinalIgnoreCase);

    // With a leading period, hosts below; without, the one host (section 4.2.1.10).
    private static bool IsHostIn(string host, string constraint) =>
        constraint.StartsWith(".", StringComparison.Ordinal)
            ? host.EndsWith(constraint, StringComparison.OrdinalIgnoreCase) && host.Length > constraint.Length
            : host.Equals(constraint, StringComparison.OrdinalIgnoreCase);

    private static bool IsMailboxIn(string mailbox, string constraint)
    {
        int at = mailbox.LastIndexOf('@');
        string host = mailbox.Substring(at + 1);
        int constraintAt = constraint.LastIndexOf('@');
        return constraintAt < 0
            ? IsHostIn(host, constraint)
            : string.Equals(mailbox.Substring(0, at), constraint.Substring(0, constraintAt), StringComparison.Ordinal)
                && host.Equals(constraint.Substring(constraintAt + 1), StringComparison.OrdinalIgnoreCase);
    }

    private static string? HostOf(string uri) =>
        Uri.TryCreate(uri, UriKind.Absolute, out Uri? parsed) && parsed.HostNameType == UriHostNameType.Dns ? parsed.Host : null;

    private static bool IsAddressIn(byte[] address, byte[] subtree) =>
        subtree.Length == 2 * address.Length
        && address.Select((octet, index) => (octet ^ subtree[index]) & subtree[address.Length + index]).All(difference => difference == 0);

    private static bool IsDomain(string text) =>
        GeneralNameParts.IsHostName(text.StartsWith(".", StringComparison.Ordinal) ? text.Substring(1) : text);

    // Ones, then zeros (RFC 4632, section 3.1).
    private static bool IsMask(byte[] subtree)
    {
        string bits = string.Concat(subtree.Skip(subtree.Length / 2).Select(octet => Convert.ToString(octet, 2).PadLeft(8, '0')));
        return bits.TrimEnd('0').All(bit => bit == '1');
    }
}

using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using NaccsCert.Messages.Ber;

namespace NaccsCert.Messages;

/// <summary>
/// Compares names as RFC 5280 (section 7.1) has it: without regard to upper and lower case, to blanks in a row and to
/// the type of a string, but with regard to order.
/// </summary>
internal static class DistinguishedNames
{
    /// <summary>The common name (RFC 5280, appendix A.1), as all of these.</summary>
    public const string CommonName = "2.5.4.3";

    /// <summary>The organizational unit.</summary>
    public const string OrganizationalUnit = "2.5.4.11";

    /// <summary>The organization.</summary>
    public const string Organization = "2.5.4.10";

    private static readonly string[] ByPrecedence = [CommonName, OrganizationalUnit, Organization];

    private static readonly Dictionary<string, string> Keywords = new(StringComparer.Ordinal)
    {
        [CommonName] = "CN",
        [OrganizationalUnit] = "OU",
        [Organization] = "O",
        ["2.5.4.6"] = "C",
        ["2.5.4.7"] = "L",
        ["2.5.4.8"] = "ST",
    };

    /// <summary>Whether two names are the same.</summary>
    /// <param name="one">An encoded name.</param>
    /// <param name="other">An encoded name.</param>
    public static bool AreEqual(byte[] one, byte[] other) =>
        one.SequenceEqual(other) || (TryRead(one) is { } left && TryRead(other) is { } right && left.SequenceEqual(right));

    /// <summary>Whether a name lies below another one in the directory (section 4.2.1.10).</summary>
    /// <param name="name">An encoded name.</param>
    /// <param name="subtree">The encoded name above it; an empty one is above all.</param>
    /// <exception cref="FormatException">One of them is no name.</exception>
    public static bool IsWithin(byte[] name, byte[] subtree)
    {
        List<string> above = Read(subtree);
        return Read(name).Take(above.Count).SequenceEqual(above);
    }

    /// <summary>Whether a name has no parts.</summary>
    public static bool IsEmpty(byte[] name) => BerValue.Read(name).Length == 0;

    /// <summary>The texts of one kind of attribute in a name.</summary>
    /// <param name="name">An encoded name.</param>
    /// <param name="attribute">The object identifier of the attribute.</param>
    /// <exception cref="FormatException">It is no name.</exception>
    public static IEnumerable<string> Texts(byte[] name, string attribute) =>
        Attributes(name).Where(pair => pair.Type == attribute).Select(pair => pair.Text);

    /// <summary>The attributes of a name that are texts, in their order; those of a multi-valued part one after the other.</summary>
    /// <param name="name">An encoded name.</param>
    /// <exception cref="FormatException">It is no name.</exception>
    public static IEnumerable<(string Type, string Text)> Attributes(byte[] name) =>
        BerValue.Read(name).As(BerTag.Sequence).Members()
            .SelectMany(part => part.As(BerTag.Set).Members())
            .Select(pair => pair.As(BerTag.Sequence).Members())
            .Where(pair => pair.Count == 2 && Text(pair[1]) is not null)
            .Select(pair => (pair[0].ObjectIdentifier(), Text(pair[1])!));

    /// <summary>The attribute by which a name is shown: the common name, or where it has none, its organizational unit or organization.</summary>
    /// <param name="name">An encoded name.</param>
    /// <returns>Its type and text; null where the name has none of them, or is none.</returns>
    public static (string Type, string Text)? Simple(byte[] name)
    {
        (string Type, string Text)[] attributes = TryReadAttributes(name) ?? [];
        string? type = Array.Find(ByPrecedence, known => attributes.Any(attribute => attribute.Type == known));
        return type is null ? null : attributes.First(attribute => attribute.Type == type);
    }

    /// <summary>The keyword of an attribute (RFC 4514, section 3); its object identifier where it has none.</summary>
    public static string KeywordOf(string attribute) => Keywords.TryGetValue(attribute, out string? keyword) ? keyword : attribute;

    /// <summary>
    /// A name in words: its attributes in their order. Read here and not by the platform, as those differ in what a name that is none
    /// does to them.
    /// </summary>
    /// <param name="name">An encoded name.</param>
    /// <returns>For example <c>C=JP, O=Organization, CN=Name</c>; a question mark where it is no name.</returns>
    public static string Describe(byte[] name) => TryReadAttributes(name) is { } attributes
        ? string.Join(", ", attributes.Select(attribute => $"{KeywordOf(attribute.Type)}={attribute.Text}"))
        : "?";

    private static (string Type, string Text)[]? TryReadAttributes(byte[] name)
    {
        try
        {
            return [.. Attributes(name)];
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static List<string>? TryRead(byte[] name)
    {
        try
        {
            return Read(name);
        }
        catch (Exception exception) when (exception is FormatException or ArgumentException)
        {
            return null;
        }
    }

    private static List<string> Read(byte[] name) =>
        [.. BerValue.Read(name).As(BerTag.Sequence).Members().Select(RelativeName)];

    // The attributes of one part have no order among them.
    private static string RelativeName(BerValue part) => string.Join(
        "\u0001", part.As(BerTag.Set).Members().Select(Attribute).OrderBy(text => text, StringComparer.Ordinal));

    private static string Attribute(BerValue attribute)
    {
        List<BerValue> pair = attribute.As(BerTag.Sequence).Members();
        if (pair.Count != 2)
        {
            throw new FormatException("no attribute of a name");
        }

        return pair[0].ObjectIdentifier() + "\u0002" + (Text(pair[1]) is { } text
            ? "T" + Fold(text)
            : "E" + Convert.ToBase64String(pair[1].Encoded()));
    }

    private static string? Text(BerValue value)
    {
        switch (value.Tag)
        {
            case BerTag.Utf8String:
                return Encoding.UTF8.GetString(value.Content());
            case BerTag.PrintableString or BerTag.Ia5String:
                return Encoding.ASCII.GetString(value.Content());
            case BerTag.BmpString:
                return Encoding.BigEndianUnicode.GetString(value.Content());
            default:
                return null;
        }
    }

    private static string Fold(string text) => string.Join(
        " ", text.Normalize(NormalizationForm.FormKC).ToUpperInvariant().Split([' ', '\t', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries));
}

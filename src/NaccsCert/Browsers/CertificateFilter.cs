using System.Linq;
using NaccsCert.IO.Json;

namespace NaccsCert.Browsers;

/// <summary>What the names of a certificate have to have. Two filters that ask the same are equal, however they were written.</summary>
/// <param name="Text">The filter in JSON, in one spelling.</param>
internal sealed record CertificateFilter(string Text)
{
    // The names that Chromium looks at; it passes over all others.
    private static readonly string[] Sections = ["ISSUER", "SUBJECT"];
    private static readonly string[] Attributes = ["CN", "L", "O", "OU"];

    /// <summary>A filter by the issuer.</summary>
    /// <param name="attribute">The attribute of its name.</param>
    /// <param name="value">Its value, which has to be the same to the letter.</param>
    public static CertificateFilter OfIssuer(string attribute, string value) =>
        new(JsonText.Object(Member("ISSUER", JsonText.Object(JsonText.Text(attribute, value)))));

    /// <summary>Reads a filter.</summary>
    /// <param name="filter">The value of the member; null where it is missing.</param>
    /// <returns>The filter; null where it is none.</returns>
    public static CertificateFilter? Read(JsonValue? filter) => filter is not { Type: "object" }
        ? null
        : new CertificateFilter(JsonText.Object([.. Sections.Select(section => ReadSection(section, filter.Member(section)))]));

    private static string? ReadSection(string name, JsonValue? section)
    {
        string?[] members = section is { Type: "object" }
            ? [.. Attributes.Select(attribute => section.Member(attribute) is { Type: "string" } value ? JsonText.Text(attribute, value.Text) : null)]
            : [];
        return members.All(member => member is null) ? null : Member(name, JsonText.Object(members));
    }

    private static string Member(string name, string value) => $"{JsonText.Quote(name)}:{value}";
}

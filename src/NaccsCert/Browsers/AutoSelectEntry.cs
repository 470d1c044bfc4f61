using System;
using System.Text;
using NaccsCert.IO.Json;

namespace NaccsCert.Browsers;

/// <summary>An entry of <c>AutoSelectCertificateForUrls</c>: which certificates a browser may select by itself, and where.</summary>
/// <param name="Pattern">A pattern of content settings, for example <c>https://host.example.co.jp</c>.</param>
/// <param name="Filter">What certificates have to have.</param>
internal sealed record AutoSelectEntry(string Pattern, CertificateFilter Filter)
{
    /// <summary>The entry as browsers read it.</summary>
    public string Text => $"{{{JsonText.Quote("pattern")}:{JsonText.Quote(Pattern)},{JsonText.Quote("filter")}:{Filter.Text}}}";

    /// <summary>Reads an entry.</summary>
    /// <param name="text">What is set; null for what is no text.</param>
    /// <returns>The entry; null for what browsers cannot read: they pass over it.</returns>
    public static AutoSelectEntry? Parse(string? text)
    {
        try
        {
            JsonValue? entry = text is null ? null : JsonDocument.ReadValue(Encoding.UTF8.GetBytes(text), JsonNotation.Strict);
            return entry?.Member("pattern") is { Type: "string" } pattern && CertificateFilter.Read(entry.Member("filter")) is { } filter
                ? new AutoSelectEntry(pattern.Text, filter)
                : null;
        }
        catch (Exception exception) when (exception is FormatException or JsonFormatException)
        {
            return null;
        }
    }
}

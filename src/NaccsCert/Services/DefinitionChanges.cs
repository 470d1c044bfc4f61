using System;
using System.Globalization;
using System.Linq;
using NaccsCert.IO.Json;

namespace NaccsCert.Services;

/// <summary>What a new service definition has other than the one that it is made from; null for what stays.</summary>
/// <param name="Name">Its name.</param>
internal sealed record DefinitionChanges(string Name)
{
    /// <summary>The name that people read; without it, <see cref="Name"/>: two of one name could not be told apart.</summary>
    public string? DisplayName { get; init; }

    /// <summary>The base URL of enrollment.</summary>
    public string? EnrollmentUrl { get; init; }

    /// <summary>The protocol.</summary>
    public EnrollmentProtocol? Protocol { get; init; }

    /// <summary>The common name of the issuer.</summary>
    public string? Issuer { get; init; }

    /// <summary>The address of the schema, for editors.</summary>
    public string? SchemaAddress { get; init; }

    /// <summary>Applies the changes.</summary>
    /// <param name="definition">A valid definition.</param>
    /// <returns>The definition with them; what cannot be used is for the parser to find.</returns>
    public JsonValue Apply(JsonValue definition)
    {
        JsonValue enrollment = definition.Member("enrollment")!;
        string from = enrollment.Member("url")!.Text;
        string to = EnrollmentUrl ?? from;
        JsonValue changed = definition
            .With("name", JsonValue.OfText(Name))
            .With("displayName", JsonValue.OfText(DisplayName ?? Name))
            .With("enrollment", EnrollmentConversion.Convert(enrollment, Protocol, to))
            .With("hosts", EachOf(definition.Member("hosts")!, host => Follow(host, from, to)))
            .With("trustAnchors", EachOf(definition.Member("trustAnchors")!, BringFile));
        changed = EnrollmentConversion.WithClientRoot(Issuer is null ? changed : changed.With("issuer", JsonValue.OfText(Issuer)));
        return SchemaAddress is null ? changed : changed.With("$schema", JsonValue.OfText(SchemaAddress));
    }

    /// <summary>The name that a file of a root has beside the new definition.</summary>
    /// <param name="file">Its name in the old one, where it may lie in another folder.</param>
    public static string FileBeside(string file) => file.Split('/', '\\').Last();

    // The host that certificates are requested from has to be reachable wherever it is now.
    private static JsonValue Follow(JsonValue host, string from, string to) =>
        Uri.TryCreate(from, UriKind.Absolute, out Uri? old) && Uri.TryCreate(to, UriKind.Absolute, out Uri? next)
            && string.Equals(host.Member("host")?.Text, old.Host, StringComparison.OrdinalIgnoreCase)
            ? host.With("host", JsonValue.OfText(next.Host)).With("port", Number(next.Port))
            : host;

    private static JsonValue BringFile(JsonValue anchor) => anchor.Member("file") is { Type: "string", Text: var file }
        ? anchor.With("file", JsonValue.OfText(FileBeside(file)))
        : anchor;

    private static JsonValue EachOf(JsonValue array, Func<JsonValue, JsonValue> change) =>
        new() { Type = "array", Values = [.. array.Values.Select(change)] };

    private static JsonValue Number(int number) =>
        new() { Type = "number", Text = number.ToString(CultureInfo.InvariantCulture) };
}

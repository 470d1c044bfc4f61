using System;
using System.Linq;
using NaccsCert.IO.Json;

namespace NaccsCert.Services;

/// <summary>Turns what a definition says of enrollment into what it says for another protocol or address.</summary>
internal static class EnrollmentConversion
{
    /// <summary>The hash of no certificate: what is pinned by it trusts nothing, until somebody enters that of a root.</summary>
    public static readonly string UnknownRoot = new('0', 64);

    private const string Est = "est";
    private const string Scep = "scep";
    private const string Refuse = "refuse";
    private const string Allow = "allow";

    /// <summary>Converts the member <c>enrollment</c>. The codes stay the same, in the places that the protocol has for them.</summary>
    /// <param name="enrollment">The member of a valid definition.</param>
    /// <param name="protocol">The protocol; null for the one that it is.</param>
    /// <param name="url">The address. One of http is allowed to be one by being named, where the protocol can do that.</param>
    public static JsonValue Convert(JsonValue enrollment, EnrollmentProtocol? protocol, string url)
    {
        JsonValue converted = (protocol switch
        {
            EnrollmentProtocol.Est when Speaks(enrollment, Scep) => ToEst(),
            EnrollmentProtocol.Scep when Speaks(enrollment, Est) => ToScep(enrollment),
            _ => enrollment,
        }).With("url", JsonValue.OfText(url));
        return Speaks(converted, Scep) && Uri.TryCreate(url, UriKind.Absolute, out Uri? address) && address.Scheme == Uri.UriSchemeHttp
            ? converted.With("plainHttp", JsonValue.OfText(Allow))
            : converted;
    }

    /// <summary>A definition with a root for client certificates, where its protocol needs one and it has none: an unknown one.</summary>
    /// <param name="definition">The definition.</param>
    public static JsonValue WithClientRoot(JsonValue definition)
    {
        JsonValue anchors = definition.Member("trustAnchors")!;
        if (!Speaks(definition.Member("enrollment")!, Scep) || anchors.Values.Any(IsForClients))
        {
            return definition;
        }

        JsonValue unknown = Object(
            ("name", definition.Member("issuer")!.Text), ("purpose", "client"), ("sha256", UnknownRoot));
        return definition.With("trustAnchors", new JsonValue { Type = "array", Values = [.. anchors.Values, unknown] });
    }

    private static JsonValue ToEst() => Object(
        ("protocol", Est), ("url", string.Empty), ("user", "{code1}"), ("password", "{code2}{code3}"));

    private static JsonValue ToScep(JsonValue enrollment) => Object(
        ("protocol", Scep),
        ("url", string.Empty),
        ("challengePassword", ChallengeOf(enrollment)),
        ("plainHttp", Refuse),
        ("legacyAlgorithms", Refuse));

    // As HTTP Basic writes user name and password, where there is no challengePassword already.
    private static string ChallengeOf(JsonValue enrollment) => enrollment.Member("challengePassword") is { Type: "string", Text: var template }
        ? template
        : $"{enrollment.Member("user")!.Text}:{enrollment.Member("password")!.Text}";

    private static bool Speaks(JsonValue enrollment, string protocol) => enrollment.Member("protocol")!.Text == protocol;

    private static bool IsForClients(JsonValue anchor) =>
        string.Equals(anchor.Member("purpose")?.Text, "client", StringComparison.OrdinalIgnoreCase);

    private static JsonValue Object(params (string Name, string Value)[] members) => members.Aggregate(
        new JsonValue { Type = "object" }, (made, member) => made.With(member.Name, JsonValue.OfText(member.Value)));
}

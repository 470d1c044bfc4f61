using System;
using NaccsCert.IO.Json;
using NaccsCert.Resources;

namespace NaccsCert.Services;

/// <summary>Reads what a service definition says of enrollment; each protocol has members of its own.</summary>
internal static class EnrollmentEndpointParser
{
    /// <summary>What stands in for an address that cannot be used, until all errors are told.</summary>
    public static readonly Uri Nowhere = new("https://nowhere.invalid");

    private const string Est = "est";
    private const string Scep = "scep";

    /// <summary>Reads the member <c>enrollment</c>.</summary>
    public static EnrollmentEndpoint Read(JsonElement json) =>
        ReadProtocol(json.Required("protocol")) == EnrollmentProtocol.Scep ? ReadScep(json) : ReadEst(json);

    private static EnrollmentProtocol ReadProtocol(JsonElement json) => json.Text() switch
    {
        Est => EnrollmentProtocol.Est,
        Scep => EnrollmentProtocol.Scep,
        _ => json.Refuse(Strings.Format(StringId.JsonChoice, $"{Est}, {Scep}"), EnrollmentProtocol.Est),
    };

    private static EnrollmentEndpoint ReadEst(JsonElement json)
    {
        json.AllowOnly("protocol", "url", "user", "password", "challengePassword");
        return new EnrollmentEndpoint(EnrollmentProtocol.Est, ReadUrl(json.Required("url"), allowsPlain: false))
        {
            UserTemplate = ReadUserTemplate(json.Required("user")),
            PasswordTemplate = DefinitionText.ReadTemplate(json.Required("password")),
            ChallengePasswordTemplate = json.Optional("challengePassword") is { } template ? DefinitionText.ReadTemplate(template) : null,
        };
    }

    private static EnrollmentEndpoint ReadScep(JsonElement json)
    {
        json.AllowOnly("protocol", "url", "challengePassword", "caIdentifier", "plainHttp", "legacyAlgorithms");
        bool allowsPlain = json.Optional("plainHttp") is { } plain && DefinitionText.ReadAllowed(plain);
        return new EnrollmentEndpoint(EnrollmentProtocol.Scep, ReadUrl(json.Required("url"), allowsPlain))
        {
            ChallengePasswordTemplate = DefinitionText.ReadTemplate(json.Required("challengePassword")),
            CAIdentifier = json.Optional("caIdentifier") is { } identifier ? DefinitionText.Read(identifier) : null,
            AllowsLegacyAlgorithms = json.Optional("legacyAlgorithms") is { } legacy && DefinitionText.ReadAllowed(legacy),
        };
    }

    private static Uri ReadUrl(JsonElement json, bool allowsPlain) =>
        Uri.TryCreate(DefinitionText.Read(json), UriKind.Absolute, out Uri? address)
            && (address.Scheme == Uri.UriSchemeHttps || (allowsPlain && address.Scheme == Uri.UriSchemeHttp))
            && address is { UserInfo.Length: 0, Query.Length: 0, Fragment.Length: 0, Port: not 0 }
            ? new Uri(address.AbsoluteUri.TrimEnd('/'))
            : json.Refuse(Strings.Format(allowsPlain ? StringId.DefinitionPlainUrl : StringId.DefinitionUrl), Nowhere);

    // The first colon ends the user name (RFC 7617, section 2).
    private static string ReadUserTemplate(JsonElement json) =>
        DefinitionText.ReadTemplate(json) is var template && template.IndexOf(':') < 0
            ? template
            : json.Refuse(Strings.Format(StringId.DefinitionColon), template);
}

using System;
using System.Collections.Generic;
using System.Text.Json.Nodes;
using NaccsCert.Harnesses.Networks.Client;
using NaccsCert.Harnesses.Networks.Proxies;

namespace NaccsCert.Harnesses.Networks.Rows;

/// <summary>squid with Basic, over a connection that shows the password to the network.</summary>
internal static class BasicRows
{
    private const string Basic = "Basic";

    /// <summary>The rows.</summary>
    public static IEnumerable<Row> List() =>
    [
        Row("right, -ProxyAuthentication Basic", SquidRow.As(SquidUser.Taro, Basic), Expect.Success, Basic),
        Row("right, Unicode", SquidRow.As(SquidUser.Yamada, Basic), Expect.Success, Basic),
        Row(
            "wrong, -ProxyAuthentication Basic",
            SquidRow.As(SquidUser.Taro with { Password = SquidRow.WrongPassword }, Basic),
            Expect.Failure("ProxyCredentialRefused"),
            Basic) with { Message = "it offers Basic" },
        Row("none, -ProxyAuthentication Basic", ClientOptions.Plain with { Authentication = Basic }, Expect.Failure("ProxyAuthenticationRequired")) with
        {
            Message = "it offers Basic",
        },
        Row("none", ClientOptions.Plain, Expect.Failure("ProxyBasicNotAllowed")),
        Row("right, not allowed", SquidRow.As(SquidUser.Taro), Expect.Failure("ProxyBasicNotAllowed")),
        Row("right, allowed by the definition", SquidRow.As(SquidUser.Taro), Expect.Success, Basic) with
        {
            Definition = json => json["network"] = new JsonObject { ["proxyAuthentication"] = "basic" },
        },
        Row("right, proxy of HTTPS_PROXY", FromEnvironment("http://{proxy}") with
        {
            User = SquidUser.Taro.Name,
            Password = SquidUser.Taro.Password,
        }, Expect.Success, Basic),
        Row("right, in HTTPS_PROXY", FromEnvironment(
            $"http://{SquidUser.Taro.Name}:{Uri.EscapeDataString(SquidUser.Taro.Password)}@{{proxy}}"), Expect.Success, Basic),
    ];

    private static Row Row(string credential, ClientOptions client, IReadOnlyDictionary<Operation, string> expected, params string[] shown) =>
        SquidRow.Of(SquidSchemes.Basic, credential, client, expected, shown);

    private static ClientOptions FromEnvironment(string value) => ClientOptions.Plain with
    {
        Authentication = Basic,
        NamesProxy = false,
        Environment = new Dictionary<string, string> { ["HTTPS_PROXY"] = value },
    };
}

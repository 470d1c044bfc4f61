using System.Collections.Generic;
using NaccsCert.Harnesses.Networks.Client;
using NaccsCert.Harnesses.Networks.Proxies;

namespace NaccsCert.Harnesses.Networks.Rows;

/// <summary>squid with Samba's NTLM.</summary>
internal static class NtlmRows
{
    private const string Ntlm = "NTLM";

    private static readonly SquidUser Taro = SquidUser.Taro with { Name = $"{SquidUser.Domain}\\{SquidUser.Taro.Name}" };

    /// <summary>The rows.</summary>
    public static IEnumerable<Row> List() =>
    [
        Row("right", SquidRow.As(Taro), Expect.Success, Ntlm),
        Row("right, without a domain", SquidRow.As(SquidUser.Taro), Expect.Success, Ntlm),
        Row("right, -ProxyAuthentication Ntlm", SquidRow.As(Taro, "Ntlm"), Expect.Success, Ntlm),
        Row("right, proxy of HTTPS_PROXY", SquidRow.As(Taro) with
        {
            NamesProxy = false,
            Environment = new Dictionary<string, string> { ["HTTPS_PROXY"] = "http://{proxy}" },
        }, Expect.Success, Ntlm),
        Row(
            "wrong",
            SquidRow.As(Taro with { Password = SquidRow.WrongPassword }),
            Expect.Failure("ProxyCredentialRefused"),
            Ntlm) with { Message = "it offers NTLM" },
        Row("none", ClientOptions.Plain, Expect.Failure("ProxyAuthenticationRequired")) with { Message = "it offers NTLM" },
        SquidRow.Of(SquidSchemes.Ntlm | SquidSchemes.Basic, "right", SquidRow.As(Taro), Expect.Success, Ntlm),
    ];

    private static Row Row(string credential, ClientOptions client, IReadOnlyDictionary<Operation, string> expected, params string[] shown) =>
        SquidRow.Of(SquidSchemes.Ntlm, credential, client, expected, shown);
}

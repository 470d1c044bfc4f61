using System.Collections.Generic;
using NaccsCert.Harnesses.Networks.Client;
using NaccsCert.Harnesses.Networks.Proxies;

namespace NaccsCert.Harnesses.Networks.Rows;

/// <summary>Ways without a proxy.</summary>
internal static class DirectRows
{
    /// <summary>The rows.</summary>
    public static IEnumerable<Row> List() =>
    [
        new Row("none", "-") { Expected = Expect.Success },
        new Row("squid, HTTPS_PROXY and NO_PROXY", "-")
        {
            StartProxy = async (_, token) => await Squid.StartAsync(SquidSchemes.Basic, token),
            Client = ClientOptions.Plain with
            {
                NamesProxy = false,
                Environment = new Dictionary<string, string> { ["HTTPS_PROXY"] = "http://{proxy}", ["NO_PROXY"] = "127.0.0.1" },
            },
            Expected = Expect.Success,
            Shown = [],
        },
    ];
}

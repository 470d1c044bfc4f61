using System;
using System.Collections.Generic;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using NaccsCert.Harnesses.Networks.Client;
using NaccsCert.TestSupport.Proxies;

namespace NaccsCert.Harnesses.Networks.Rows;

/// <summary>A proxy that looks into TLS.</summary>
internal static class InspectingRows
{
    private static readonly Action<JsonNode> Allow = json => json["network"] = new JsonObject { ["tlsInspection"] = "allow" };

    /// <summary>The rows.</summary>
    public static IEnumerable<Row> List() =>
    [
        Row("root trusted by the user", Expect.Failure("TlsInspectionDetected")) with { TrustsProxy = true },
        Row("root trusted by nobody", Expect.Failure("ServerNotTrusted")),
        Row("root trusted by nobody, definition allows", Expect.Failure("ServerNotTrusted")) with { Definition = Allow },
        Row("root trusted by the user, definition allows", new Dictionary<Operation, string>(Expect.Success)
        {
            // The proxy cannot sign in to the service with a key that only the client has; a warning says whose fault it is.
            [Operation.Renew] = "RequestForbidden",
        }) with
        {
            TrustsProxy = true,
            Definition = Allow,
            Shown = ["Authorization", "GET", "POST"],
        },
    ];

    private static Row Row(string credential, IReadOnlyDictionary<Operation, string> expected) => new("one that inspects TLS", credential)
    {
        StartProxy = (service, _) => Task.FromResult<IProxy>(new InspectingProxy(service.TlsRootPath)),
        Expected = expected,
        Message = InspectingProxy.RootName,
        Shown = [],
    };
}

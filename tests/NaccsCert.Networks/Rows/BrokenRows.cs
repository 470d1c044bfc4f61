using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using NaccsCert.Networks.Proxies;

namespace NaccsCert.Networks.Rows;

/// <summary>Proxies that open no way.</summary>
internal static class BrokenRows
{
    /// <summary>The rows.</summary>
    public static IEnumerable<Row> List() =>
    [
        Row("never answers", BrokenProxy.Silent, "ConnectionTimedOut"),
        Row("answers 403 with HTML", BrokenProxy.Forbidding, "ProxyRefused"),
        Row("drops CONNECT", BrokenProxy.Dropping, "ProxyUnreachable"),
        Row("is down", () => new NoSuchProxy(), "ProxyUnreachable"),
    ];

    private static Row Row(string name, Func<IProxy> proxy, string errorId) => new("one that " + name, "-")
    {
        StartProxy = (_, _) => Task.FromResult(proxy()),
        Expected = Expect.Failure(errorId),
    };
}

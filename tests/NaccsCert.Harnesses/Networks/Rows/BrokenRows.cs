using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using NaccsCert.TestSupport.Proxies;

namespace NaccsCert.Harnesses.Networks.Rows;

/// <summary>Proxies that open no way.</summary>
internal static class BrokenRows
{
    /// <summary>The rows.</summary>
    public static IEnumerable<Row> List() =>
    [
        Row("never answers", FakeProxy.Silent, "ConnectionTimedOut"),
        Row("answers 403 with HTML", FakeProxy.Forbidding, "ProxyRefused"),
        Row("drops CONNECT", FakeProxy.Dropping, "ProxyUnreachable"),
        Row("is down", () => new StoppedProxy(), "ProxyUnreachable"),
    ];

    private static Row Row(string name, Func<IProxy> proxy, string errorId) => new("one that " + name, "-")
    {
        StartProxy = (_, _) => Task.FromResult(proxy()),
        Expected = Expect.Failure(errorId),
    };
}

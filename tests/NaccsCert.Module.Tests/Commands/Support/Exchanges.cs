using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using NaccsCert.Module.Tests.Engine;

namespace NaccsCert.Module.Tests.Commands.Support;

/// <summary>The HTTP exchanges that debug messages tell of.</summary>
internal static partial class Exchanges
{
    /// <summary>Method, operation and status of each exchange, in their order.</summary>
    public static IReadOnlyList<string> In(SessionRun run) =>
        [.. run.Debug.Select(line => Line().Match(line)).Where(match => match.Success).Select(match => match.Result("${method} ${operation}: ${status}"))];

    [GeneratedRegex(@"^(?<method>[A-Z]+) https://\S*/(?<operation>[a-z]+): (?<status>\d+) \(\d+ ms\)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Line();
}

using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using NaccsCert.Module.Tests.Engine;

namespace NaccsCert.Module.Tests.Commands.Support;

/// <summary>The HTTP exchanges that verbose messages tell of.</summary>
internal static partial class Exchanges
{
    /// <summary>Method, operation and status of each exchange, in their order.</summary>
    public static IReadOnlyList<string> In(SessionRun run) =>
        [.. run.Verbose.Select(line => Line().Match(line)).Where(match => match.Success).Select(match => match.Result("${method} ${operation}: ${status}"))];

    /// <summary>The verbose messages that tell of something else.</summary>
    public static IEnumerable<string> Around(SessionRun run) => run.Verbose.Where(line => !Line().IsMatch(line));

    [GeneratedRegex(@"^(?<method>[A-Z]+) https://\S*/(?<operation>[a-z]+): (?<status>\d+) \(\d+ ms\)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Line();
}

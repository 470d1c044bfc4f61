using System.Linq;
using NaccsCert.Tests.Fuzzing.Inputs;
using NaccsCert.Tests.Fuzzing.Parsers;
using Xunit;

namespace NaccsCert.Tests.Fuzzing;

public sealed class BombTests
{
    public static TheoryData<string> Parsers => [.. ParserSet.All.Select(parser => parser.Name)];

    [Theory]
    [MemberData(nameof(Parsers))]
    public void The_largest_inputs_cost_no_more_than_their_share(string name)
    {
        Parser parser = ParserSet.Named(name);
        string[] findings =
        [
            .. Bombs.All
                .Select(bomb => (bomb.Key, Finding: Limits.Check(parser, bomb.Value())))
                .Where(bomb => bomb.Finding is not null)
                .Select(bomb => $"{bomb.Key}: {bomb.Finding}"),
        ];
        Assert.True(findings.Length == 0, string.Join('\n', findings));
    }
}

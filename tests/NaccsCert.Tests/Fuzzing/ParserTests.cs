using System.Linq;
using FsCheck.Fluent;
using NaccsCert.Tests.Fuzzing.Inputs;
using NaccsCert.Tests.Fuzzing.Parsers;
using Xunit;

namespace NaccsCert.Tests.Fuzzing;

public sealed class ParserTests
{
    private const int Cases = 1500;

    public static TheoryData<string> Parsers => [.. ParserSet.All.Select(parser => parser.Name)];

    [Theory]
    [MemberData(nameof(Parsers))]
    public void Samples_are_taken(string name)
    {
        Parser parser = ParserSet.Named(name);
        Assert.NotEmpty(parser.Samples);
        Assert.All(parser.Samples, sample => parser.Read(parser.MessageOf(sample)!));
    }

    [Theory]
    [MemberData(nameof(Parsers))]
    public void No_input_costs_more_than_its_share_or_brings_out_a_strange_error(string name)
    {
        Parser parser = ParserSet.Named(name);
        FsCheck.Check.One(FuzzSettings.With(Cases), Prop.ForAll(InputSource.For(parser), input =>
        {
            string? finding = Limits.Check(parser, input.Content);
            return (finding is null).Label(finding ?? string.Empty);
        }));
    }
}

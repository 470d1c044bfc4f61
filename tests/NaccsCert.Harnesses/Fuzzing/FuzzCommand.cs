using System.CommandLine;
using System.IO;
using System.Linq;
using NaccsCert.Tests.Fuzzing.Parsers;

namespace NaccsCert.Harnesses.Fuzzing;

/// <summary>Defines the verb <c>fuzz</c>, which AFL++ starts and its user, with a verb of its own for each step.</summary>
internal static class FuzzCommand
{
    /// <summary>Makes the command.</summary>
    /// <param name="output">Where results go.</param>
    public static Command Create(TextWriter output)
    {
        var folder = new Argument<string>("folder") { Description = "The folder to write to." };
        var parser = new Argument<string>("parser") { Description = "The name of the parser." };
        var paths = new Argument<string[]>("path") { Description = "Files, or folders of files.", Arity = ArgumentArity.OneOrMore };

        var list = new Command("parsers", "Lists the names of the parsers.");
        list.SetAction(_ => FuzzActions.List(output));
        var instrument = new Command("instrument", "Copies this program with the instrumentation by which AFL++ sees its branches.") { folder };
        instrument.SetAction(parsed => FuzzActions.Instrument(parsed.GetValue(folder)!));
        var seeds = new Command("seeds", "Writes the corpus to start from.") { parser, folder };
        seeds.SetAction(parsed => FuzzActions.WriteSeeds(ParserSet.Named(parsed.GetValue(parser)!), parsed.GetValue(folder)!));
        var run = new Command("run", "Is the target that AFL++ starts.") { parser };
        run.SetAction(parsed => FuzzActions.Run(parsed.GetValue(parser)!));
        var replay = new Command("replay", "Puts files through a parser, under the limits of the property tests.") { parser, paths };
        replay.SetAction(parsed => FuzzActions.Replay(
            ParserSet.Named(parsed.GetValue(parser)!), parsed.GetValue(paths)!.SelectMany(FuzzActions.Files), output));

        return new Command("fuzz", "Fuzzes the parsers with AFL++ (docs/fuzzing.md).") { list, instrument, seeds, run, replay };
    }
}

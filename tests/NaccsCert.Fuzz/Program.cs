using System;
using System.Linq;
using NaccsCert.Fuzz;
using NaccsCert.Tests.Fuzzing.Parsers;

return args switch
{
    ["parsers"] => Commands.List(Console.Out),
    ["instrument", string folder] => Commands.Instrument(folder),
    ["seeds", string parser, string folder] => Commands.WriteSeeds(ParserSet.Named(parser), folder),
    ["run", string parser] => Commands.Run(parser),
    ["replay", string parser, .. string[] files] => Commands.Replay(ParserSet.Named(parser), files.SelectMany(Commands.Files), Console.Out),
    _ => Commands.Usage(Console.Error),
};

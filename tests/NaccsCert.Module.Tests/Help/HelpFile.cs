using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Xml.Linq;
using NaccsCert.Module.Tests.Engine;

namespace NaccsCert.Module.Tests.Help;

/// <summary>The help file of a language as it is staged: the XML (MAML) that Get-Help reads, in every PowerShell.</summary>
internal sealed class HelpFile
{
    private const string Name = "NaccsCert.PowerShell.dll-Help.xml";

    private static readonly XNamespace Command = "http://schemas.microsoft.com/maml/dev/command/2004/10";
    private static readonly XNamespace Dev = "http://schemas.microsoft.com/maml/dev/2004/10";
    private static readonly XNamespace Maml = "http://schemas.microsoft.com/maml/2004/10";

    private HelpFile(string path)
    {
        Text = File.ReadAllText(path);
        Commands = XDocument.Parse(Text).Root!.Elements(Command + "command").Select(Read).ToDictionary(help => help.Name);
    }

    /// <summary>All of it.</summary>
    public string Text { get; }

    /// <summary>What it says of each command, by its name.</summary>
    public IReadOnlyDictionary<string, CommandHelp> Commands { get; }

    /// <summary>Reads that of a language.</summary>
    /// <param name="language">The language, which names its folder.</param>
    public static HelpFile Of(string language) => new(Path.Combine(BuildPaths.StagedModule, language, Name));

    private static CommandHelp Read(XElement command)
    {
        XElement details = command.Element(Command + "details")!;
        return new CommandHelp(
            details.Element(Command + "name")!.Value,
            Paragraphs(details.Element(Maml + "description")),
            Paragraphs(command.Element(Maml + "description")),
            [.. command.Descendants(Command + "example").Select(ExampleOf)],
            [.. command.Element(Command + "parameters")!.Elements(Command + "parameter").Select(ParameterOf)],
            [.. command.Descendants(Command + "returnValue").Select(value => value.Element(Dev + "type")!.Element(Maml + "name")!.Value)]);
    }

    private static HelpExample ExampleOf(XElement example) => new(
        example.Element(Maml + "title")!.Value.Trim('-', ' '),
        example.Element(Dev + "code")!.Value,
        Paragraphs(example.Element(Dev + "remarks")).Trim('\n'));

    private static HelpParameter ParameterOf(XElement parameter) => new(
        parameter.Element(Maml + "name")!.Value,
        parameter.Element(Dev + "type")!.Element(Maml + "name")!.Value,
        Paragraphs(parameter.Element(Maml + "description")));

    private static string Paragraphs(XElement? parent) =>
        string.Join('\n', (parent?.Elements(Maml + "para") ?? []).Select(paragraph => paragraph.Value));
}

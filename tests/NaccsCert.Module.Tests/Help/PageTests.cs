using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;
using System.Text.RegularExpressions;
using NaccsCert.Module.Tests.Engine;
using Xunit;

namespace NaccsCert.Module.Tests.Help;

/// <summary>The help pages against the commands as they were built.</summary>
public sealed partial class PageTests(PowerShellSession session) : IClassFixture<PowerShellSession>
{
    private const int FewestExamples = 2;
    private const int ConsoleColumns = 80;

    private readonly IReadOnlyList<CmdletInfo> _commands = BuiltCommands.Of(session);
    private readonly Findings _findings = new();

    [Theory]
    [MemberData(nameof(HelpLanguages.All), MemberType = typeof(HelpLanguages))]
    public void Every_command_has_a_page_and_every_page_a_command(string language)
    {
        _findings.ExpectSame(_commands.Select(command => command.Name), HelpPage.ReadAll(language).Keys, language);
        _findings.AssertNone();
    }

    [Theory]
    [MemberData(nameof(HelpLanguages.All), MemberType = typeof(HelpLanguages))]
    public void Every_page_is_filled_in(string language) => Check(language, (page, command) =>
    {
        CommandHelp help = page.Help;
        _findings.Expect(!page.Text.Contains("{{", StringComparison.Ordinal), $"{command.Name}: something is still to be filled in");
        _findings.Expect(page.Field("Locale") == language, $"{command.Name}: Locale is {page.Field("Locale")}");
        _findings.Expect(help.Name == command.Name, $"{command.Name}: the title is {help.Name}");
        _findings.Expect(help.Synopsis.Length > 0 && !help.Synopsis.Contains('\n', StringComparison.Ordinal), $"{command.Name}: synopsis");
        _findings.Expect(help.Description.Length > 0, $"{command.Name}: description");
        _findings.Expect(help.Examples.Count >= FewestExamples, $"{command.Name}: {help.Examples.Count} example(s)");
        _findings.Expect(help.Examples.All(example => example.Code.Length > 0), $"{command.Name}: an example without code");
        _findings.Expect(page.Section("NOTES").Length > 0, $"{command.Name}: notes");
        _findings.Expect(page.Section("RELATED LINKS").Length > 0, $"{command.Name}: related links");
    });

    [Theory]
    [MemberData(nameof(HelpLanguages.All), MemberType = typeof(HelpLanguages))]
    public void Parameters_and_outputs_are_those_of_the_command(string language) => Check(language, (page, command) =>
    {
        Dictionary<string, string> described = page.Help.Parameters.ToDictionary(parameter => parameter.Name, parameter => parameter.Type);
        _findings.ExpectSame(BuiltCommands.Own(command.Parameters.Keys), described.Keys, $"{command.Name}, parameters");
        foreach ((string name, string type) in described)
        {
            string? built = command.Parameters.GetValueOrDefault(name)?.ParameterType.ToString();
            _findings.Expect(type == built, $"{command.Name} -{name}: {type} instead of {built}");
        }

        _findings.ExpectSame(OutputsOf(command), page.Help.OutputTypes, $"{command.Name}, outputs");
        _findings.ExpectSame(command.ParameterSets.Select(set => set.Name), page.Syntax.Keys, $"{command.Name}, syntax");
        foreach (CommandParameterSetInfo set in command.ParameterSets)
        {
            _findings.ExpectSame(
                BuiltCommands.Own(set.Parameters.Select(parameter => parameter.Name)),
                page.Syntax.GetValueOrDefault(set.Name, []).Where(name => name != command.Noun),
                $"{command.Name}, {set.Name}");
        }
    });

    [Theory]
    [MemberData(nameof(HelpLanguages.All), MemberType = typeof(HelpLanguages))]
    public void Examples_are_valid_and_call_the_command_with_parameters_that_it_has(string language) => Check(language, (page, command) =>
    {
        CommandAst[] calls = [.. page.Help.Examples.SelectMany(example => Calls(example.Code))];
        _findings.Expect(calls.Any(call => call.GetCommandName() == command.Name), $"{command.Name}: no example calls it");
        foreach (CommandAst call in calls)
        {
            if (_commands.FirstOrDefault(one => one.Name == call.GetCommandName()) is { } called)
            {
                _findings.ExpectSame(
                    [],
                    call.CommandElements.OfType<CommandParameterAst>().Select(parameter => parameter.ParameterName)
                        .Where(name => !called.Parameters.ContainsKey(name)),
                    $"{command.Name}, example of {called.Name}");
            }
        }
    });

    [Theory]
    [MemberData(nameof(HelpLanguages.All), MemberType = typeof(HelpLanguages))]
    public void Tables_in_examples_are_those_of_a_console(string language) => Check(language, (page, command) =>
    {
        foreach (string line in page.Help.Examples.SelectMany(example => TableRow().Matches(example.Remarks)).Select(match => match.Value))
        {
            _findings.Expect(HelpText.Columns(line) <= ConsoleColumns, $"{command.Name}: {line}");
        }
    });

    [Fact]
    public void Both_languages_show_the_same_code()
    {
        IReadOnlyDictionary<string, HelpPage> english = HelpPage.ReadAll(HelpLanguages.English);
        foreach ((string name, HelpPage page) in HelpPage.ReadAll(HelpLanguages.Japanese))
        {
            _findings.Expect(english.ContainsKey(name) && CodeOf(page).SequenceEqual(CodeOf(english[name])), $"{name}: other code");
        }

        _findings.AssertNone();
    }

    [Fact]
    public void Japanese_pages_are_Japanese()
    {
        foreach ((string name, HelpPage page) in HelpPage.ReadAll(HelpLanguages.Japanese))
        {
            CommandHelp help = page.Help;
            foreach (string text in help.Parameters.Select(parameter => parameter.Text)
                .Concat([help.Synopsis, help.Description, page.Section("NOTES")])
                .Concat(help.Examples.Select(example => example.Title)))
            {
                _findings.Expect(text.Any(character => character is >= '\u3041' and <= '\u3096'), $"{name}: {text}");
            }
        }

        _findings.AssertNone();
    }

    private void Check(string language, Action<HelpPage, CmdletInfo> check)
    {
        IReadOnlyDictionary<string, HelpPage> pages = HelpPage.ReadAll(language);
        foreach (CmdletInfo command in _commands)
        {
            if (pages.TryGetValue(command.Name, out HelpPage? page))
            {
                check(page, command);
            }
            else
            {
                _findings.Expect(false, $"{command.Name}: no page");
            }
        }

        _findings.AssertNone();
    }

    private static IEnumerable<string> OutputsOf(CmdletInfo command) =>
        command.OutputType.Count > 0 ? command.OutputType.Select(type => type.Name) : ["None"];

    private static IEnumerable<string> CodeOf(HelpPage page) => page.Help.Examples.Select(example => example.Code);

    private IEnumerable<CommandAst> Calls(string code)
    {
        ScriptBlockAst script = Parser.ParseInput(code, out _, out ParseError[] errors);
        _findings.Expect(errors.Length == 0, code);
        return script.FindAll(node => node is CommandAst, searchNestedScriptBlocks: true).Cast<CommandAst>();
    }

    // From the line of dashes below the headings to the empty line behind the last row.
    [GeneratedRegex(@"(?<=^-[- ]+\n(.+\n)*).+", RegexOptions.Multiline)]
    private static partial Regex TableRow();
}

using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using NaccsCert.Module.Tests.Engine;
using NaccsCert.TestSupport.PowerShell;
using Xunit;

namespace NaccsCert.Module.Tests.Help;

/// <summary>The help files say what the pages say, and Get-Help shows it, offline and in the language of the session.</summary>
public sealed class HelpFileTests
{
    private readonly Findings _findings = new();

    [Theory]
    [MemberData(nameof(HelpLanguages.All), MemberType = typeof(HelpLanguages))]
    public void A_help_file_says_what_the_pages_say(string language)
    {
        IReadOnlyDictionary<string, HelpPage> pages = HelpPage.ReadAll(language);
        IReadOnlyDictionary<string, CommandHelp> commands = HelpFile.Of(language).Commands;
        _findings.ExpectSame(pages.Keys, commands.Keys, language);
        foreach ((string name, CommandHelp help) in commands.Where(command => pages.ContainsKey(command.Key)))
        {
            Compare(name, pages[name].Help, help);
        }

        _findings.AssertNone();
    }

    [Theory]
    [MemberData(nameof(HelpLanguages.All), MemberType = typeof(HelpLanguages))]
    public void A_help_file_has_nothing_that_a_console_cannot_show(string language)
    {
        string text = HelpFile.Of(language).Text;
        Assert.DoesNotContain(text, character => char.IsControl(character) && character != '\n');
        Assert.DoesNotContain("```", text, StringComparison.Ordinal);
        Assert.DoesNotMatch("<maml:uri>(?!https:)[^<]*\\.md<", text);
    }

    // In a process of its own, as the path of modules and the language are the whole process's.
    [Theory]
    [MemberData(nameof(HelpLanguages.All), MemberType = typeof(HelpLanguages))]
    public async Task Get_Help_shows_synopsis_and_examples_in_the_language_of_the_session(string language)
    {
        const string mark = "==== ";
        ProcessRun run = await PowerShellProcess.RunAsync(
            string.Empty,
            [
                "-NonInteractive",
                "-Command",
                $"$env:PSModulePath = '{Path.GetDirectoryName(BuildPaths.StagedModule)}'; "
                    + $"[Threading.Thread]::CurrentThread.CurrentUICulture = '{language}'; "
                    + $"foreach ($name in (Get-Command -Module NaccsCert).Name) {{ '{mark}' + $name; Get-Help $name -Examples }}",
            ],
            TestContext.Current.CancellationToken);
        Assert.Equal(string.Empty, run.Error);
        Dictionary<string, string> shown = run.Output.Split(mark).Skip(1).ToDictionary(
            text => text.Split('\n')[0], text => HelpText.Bare(text));
        IReadOnlyDictionary<string, HelpPage> pages = HelpPage.ReadAll(language);
        _findings.ExpectSame(pages.Keys, shown.Keys, language);
        foreach ((string name, string text) in shown)
        {
            CommandHelp help = pages[name].Help;
            foreach (string part in help.Examples.SelectMany(one => new[] { one.Title, "PS> " + one.Code, one.Remarks }).Prepend(help.Synopsis))
            {
                _findings.Expect(text.Contains(HelpText.Bare(part), StringComparison.Ordinal), $"{name}: not shown: {part}");
            }
        }

        _findings.AssertNone();
    }

    private void Compare(string name, CommandHelp page, CommandHelp help)
    {
        ExpectText(page.Synopsis, help.Synopsis, $"{name}, synopsis");
        ExpectText(page.Description, help.Description, $"{name}, description");
        _findings.ExpectSame(page.OutputTypes, help.OutputTypes, $"{name}, outputs");
        _findings.ExpectSame(page.Examples.Select(example => example.ToString()), help.Examples.Select(example => example.ToString()), $"{name}, examples");
        _findings.ExpectSame(
            page.Parameters.Select(parameter => parameter.Name), help.Parameters.Select(parameter => parameter.Name), $"{name}, parameters");
        foreach (HelpParameter parameter in help.Parameters)
        {
            HelpParameter? described = page.Parameters.FirstOrDefault(one => one.Name == parameter.Name);
            _findings.Expect(parameter.Type == described?.Type, $"{name} -{parameter.Name}: {parameter.Type}");
            ExpectText(described?.Text ?? string.Empty, parameter.Text, $"{name} -{parameter.Name}");
        }
    }

    // The form of PlatyPS breaks lines as it likes, and shows emphasis without its marks.
    private void ExpectText(string page, string help, string of) =>
        _findings.Expect(HelpText.Same(Regex.Replace(page, "[`*]", string.Empty), Regex.Replace(help, "[`*]", string.Empty)), $"{of}: {help}");
}

using System;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;
using System.Xml.Linq;
using NaccsCert.Module.Tests.Commands.Support;
using NaccsCert.Module.Tests.Engine;
using Xunit;

namespace NaccsCert.Module.Tests.Commands;

/// <summary>The command of the reminder's task, as PowerShell's own parser reads it: texts in it stay texts.</summary>
public sealed class ReminderCommandLineTests(PowerShellSession session, Sandboxes sandboxes) : CommandTests(session, sandboxes)
{
    /// <summary>Names of files, all of which Linux takes. PowerShell takes a backslash for what parts folders there too.</summary>
    public static TheoryData<string> Names =>
    [
        "plain", "two words", "O'Brien", "O\u2018Brien", "O\u2019Brien", "O\u201ABrien", "O\u201BBrien", "''", "\u2019\u2019", "'\u2019",
        "\u2019; New-Item pwned; \u2018", "'; New-Item pwned #", "\u201Ca\u201D", "\u201Ea\u201D", "a\" ; New-Item pwned #", "$HOME", "$(Get-Date)",
        "$(Arg0)", "`$a", "`", "a`nb", "a\nb", "a\r\nb", "a;b", "a|b", "a&b", "100%", "%PATH%", "%1", "{a}", "@(1)", "#", "<a>",
        "\t", "\u0001", "\u007F", "\uFFFF", "\uFFFE", "\u8AD6\u7406\u7AEF\u672B\u540D\u3000\u306E", "\uD83D\uDE00", "\u200D\u202E", "--", "-Service x",
    ];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_definition_of_any_name_is_one_argument(string name)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Files of Windows cannot have all of these names.");
        string path = Scratch.Member(name + ".json");
        File.Copy(Service, path);
        SessionRun run = Invoke("Register-NaccsRenewalReminder -AsTaskDefinition -AutoRenew -Service $path", ("path", path));

        XElement exec = XDocument.Parse((string)run.Result().BaseObject).Descendants().Single(element => element.Name.LocalName == "Exec");
        string[] parts = Arguments(exec).Split('"');
        Assert.Equal(5, parts.Length);
        Assert.DoesNotContain('\\', parts[3][^1..]);
        HoldTo(parts[3], path);
    }

    [Theory]
    [InlineData("", @"C:\Windows\System32\conhost.exe")]
    [InlineData("-TaskHost Conhost", @"C:\Windows\System32\conhost.exe")]
    [InlineData("-TaskHost PowerShell", @"C:\Windows\System32\WindowsPowerShell\v1.0\powershell.exe")]
    public void Another_program_can_be_chosen(string options, string program)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows may lie elsewhere.");
        SessionRun run = Invoke("Register-NaccsRenewalReminder -AsTaskDefinition " + options);
        XElement exec = XDocument.Parse((string)run.Result().BaseObject).Descendants().Single(element => element.Name.LocalName == "Exec");

        Assert.Equal(program, exec.Elements().First().Value);
        Assert.Equal(!program.Contains("conhost", StringComparison.Ordinal), Arguments(exec).StartsWith("-WindowStyle Hidden ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("-AsTaskDefinition")]
    [InlineData("-WhatIf")]
    public void A_definition_that_is_not_there_is_its_own_error_and_nothing_is_registered(string options)
    {
        SessionRun run = Invoke("Register-NaccsRenewalReminder -Service nowhere " + options);

        run.Error("ServiceDefinitionNotFound", ErrorCategory.ObjectNotFound, "nowhere");
        Assert.Empty(run.Output);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-AsTaskDefinition")]
    public void A_definition_that_cannot_be_used_is_its_own_error(string options)
    {
        Redefine(json => json["enrollment"]!["url"] = "http://not.secure");

        Assert.Equal(["ServiceDefinitionInvalid"], Invoke("Register-NaccsRenewalReminder " + options).ErrorIds);
    }

    private static string Arguments(XElement exec) => exec.Elements().Last().Value;

    // Two commands; in them names, parameters and, as texts, what was given.
    private void HoldTo(string command, string service)
    {
        ScriptBlockAst script = Parser.ParseInput(command, out _, out ParseError[] errors);
        Assert.Empty(errors);
        CommandAst[] commands =
            [.. script.EndBlock.Statements.Select(statement => Assert.IsType<CommandAst>(Assert.Single(((PipelineAst)statement).PipelineElements)))];
        Assert.Equal(["Import-Module", "Invoke-NaccsRenewalReminder"], commands.Select(part => part.GetCommandName()));
        Assert.Equal(BuildPaths.StagedModule, TextOf(Assert.Single(commands[0].CommandElements.Skip(1))));
        CommandElementAst[] rest = [.. commands[1].CommandElements.Skip(1)];
        Assert.Equal(4, rest.Length);
        Assert.Equal(
            ["NonInteractive", "Service", "AutoRenew"],
            new[] { rest[0], rest[1], rest[3] }.Select(element => Assert.IsType<CommandParameterAst>(element).ParameterName));
        Assert.Equal(service, TextOf(rest[2]));
    }

    // A literal, or a sum of literals and of characters by number; what the engine makes of that can be asked safely.
    private string TextOf(Ast expression)
    {
        Assert.All(expression.FindAll(_ => true, searchNestedScriptBlocks: true), part => Assert.True(
            part is ParenExpressionAst or PipelineAst or CommandExpressionAst or TypeConstraintAst or ConstantExpressionAst
                or BinaryExpressionAst { Operator: TokenKind.Plus }
                or ConvertExpressionAst { StaticType.Name: "Char" }
                && part is not StringConstantExpressionAst { StringConstantType: not StringConstantType.SingleQuoted },
            part.Extent.Text));
        return (string)Session.Invoke(expression.Extent.Text).Result().BaseObject;
    }
}

using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation.Language;
using System.Text;
using NaccsCert.Module.Tests.Engine;
using NaccsCert.Module.Tests.Help;
using Xunit;

namespace NaccsCert.Module.Tests.Scripts;

/// <summary>
/// Every script of the repository: Windows PowerShell 5.1 has to read it, and to know what it uses. This engine is newer, so its
/// parser takes what 5.1 does not; PSScriptAnalyzer's compatibility rules say more, and are run by hand (docs/verification.md).
/// </summary>
public sealed class ScriptSourceTests
{
    private const string ByteOrderMark = "\uFEFF";

    // By command; an empty name stands for the command itself.
    private static readonly Dictionary<string, string[]> Later = new(StringComparer.OrdinalIgnoreCase)
    {
        ["ConvertFrom-Json"] = ["AsHashtable", "Depth", "NoEnumerate"],
        ["ConvertTo-Json"] = ["AsArray", "EnumsAsStrings", "EscapeHandling"],
        ["ConvertFrom-SecureString"] = ["AsPlainText"],
        ["ForEach-Object"] = ["Parallel", "ThrottleLimit", "AsJob"],
        ["Get-Content"] = ["AsByteStream"],
        ["Get-Date"] = ["AsUTC", "UnixTimeSeconds"],
        ["Get-Error"] = [""],
        ["Get-Random"] = ["Shuffle"],
        ["Group-Object"] = ["CaseInsensitive"],
        ["Invoke-RestMethod"] = ["SkipCertificateCheck", "SkipHttpErrorCheck", "StatusCodeVariable"],
        ["Invoke-WebRequest"] = ["SkipCertificateCheck", "SkipHttpErrorCheck"],
        ["Join-Path"] = ["AdditionalChildPath"],
        ["Join-String"] = [""],
        ["Remove-Service"] = [""],
        ["Select-String"] = ["Raw"],
        ["Set-Content"] = ["AsByteStream"],
        ["Start-ThreadJob"] = [""],
        ["Test-Json"] = [""],
    };

    private static readonly HashSet<string> LaterVariables =
        new(["IsWindows", "IsLinux", "IsMacOS", "IsCoreCLR", "PSStyle"], StringComparer.OrdinalIgnoreCase);

    private readonly Findings _findings = new();

    private static string Repository { get; } = Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(BuildPaths.Documentation))!;

    [Fact]
    public void Windows_PowerShell_has_what_they_use()
    {
        foreach (string script in Scripts())
        {
            ScriptBlockAst ast = Parser.ParseFile(script, out _, out ParseError[] errors);
            _findings.Expect(errors.Length == 0, $"{script}: {string.Join(' ', errors.Select(error => error.Message))}");
            foreach (Ast later in ast.FindAll(IsLater, searchNestedScriptBlocks: true))
            {
                _findings.Expect(false, $"{script}({later.Extent.StartLineNumber}): {later.Extent.Text}");
            }
        }

        _findings.AssertNone();
    }

    [Theory]
    [InlineData("$a ? 1 : 2")]
    [InlineData("$a ?? 1")]
    [InlineData("$a ??= 1")]
    [InlineData("${a}?.Length")]
    [InlineData("${a}?[0]")]
    [InlineData("hostname && hostname")]
    [InlineData("1, 2 | ForEach-Object -Parallel { $_ }")]
    [InlineData("function f { clean { } }")]
    [InlineData("& { Join-String -Separator x }")]
    [InlineData("if ($IsWindows) { }")]
    [InlineData("hostname &")]
    public void What_is_later_is_seen(string script) =>
        Assert.NotEmpty(Parser.ParseInput(script, out _, out _).FindAll(IsLater, searchNestedScriptBlocks: true));

    [Fact]
    public void Their_encoding_cannot_be_mistaken()
    {
        foreach (string script in Scripts().Concat(Directory.GetFiles(Path.Combine(BuildPaths.StagedModule, "scripts"), "*", SearchOption.AllDirectories)))
        {
            string text = new UTF8Encoding().GetString(File.ReadAllBytes(script));
            bool isMarked = text.StartsWith(ByteOrderMark, StringComparison.Ordinal);
            bool isAscii = text.All(char.IsAscii);
            bool isForAgents = Path.GetFileName(Path.GetDirectoryName(script)) is "scripts" or "dsc"
                || script.Contains($"{Path.DirectorySeparatorChar}scripts{Path.DirectorySeparatorChar}", StringComparison.Ordinal);
            _findings.Expect(isForAgents ? isAscii : isMarked, $"{script}: marked {isMarked}, ASCII {isAscii}");
        }

        _findings.AssertNone();
    }

    private static string[] Scripts()
    {
        string[] outside = ["bin", "obj", "out", ".git"];
        string[] scripts =
        [
            .. new[] { "*.ps1", "*.psm1" }
                .SelectMany(pattern => Directory.EnumerateFiles(Repository, pattern, SearchOption.AllDirectories))
                .Where(path => !Path.GetRelativePath(Repository, path).Split(Path.DirectorySeparatorChar).Intersect(outside).Any()),
        ];
        Assert.True(scripts.Length > 10, Repository);
        return scripts;
    }

    private static bool IsLater(Ast ast) => ast switch
    {
        TernaryExpressionAst => true,
        PipelineChainAst => true,
        PipelineAst { Background: true } => true,
        MemberExpressionAst { NullConditional: true } => true,
        IndexExpressionAst { NullConditional: true } => true,
        BinaryExpressionAst { Operator: TokenKind.QuestionQuestion } => true,
        AssignmentStatementAst { Operator: TokenKind.QuestionQuestionEquals } => true,
        ScriptBlockAst { CleanBlock: not null } => true,
        VariableExpressionAst variable => LaterVariables.Contains(variable.VariablePath.UserPath) && !IsLeftToLater(variable),
        CommandAst command => IsLaterCommand(command),
        _ => false,
    };

    // $PSVersionTable.PSEdition -eq 'Desktop' -or $IsWindows: Windows PowerShell does not come to the second part.
    private static bool IsLeftToLater(VariableExpressionAst variable) =>
        variable.Parent is BinaryExpressionAst { Operator: TokenKind.Or } either
        && either.Right == variable
        && either.Left.Extent.Text == "$PSVersionTable.PSEdition -eq 'Desktop'";

    private static bool IsLaterCommand(CommandAst command) =>
        command.GetCommandName() is { } name
        && Later.TryGetValue(name, out string[]? parameters)
        && (parameters.Contains(string.Empty)
            || command.CommandElements.OfType<CommandParameterAst>()
                .Any(used => parameters.Contains(used.ParameterName, StringComparer.OrdinalIgnoreCase)));
}

using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using NaccsCert.Module.Tests.Engine;
using Xunit;

namespace NaccsCert.Module.Tests.Help;

/// <summary>The words in which users are told things: one word for one thing, that of the operator's manual or of Windows.</summary>
public sealed class WordsTests
{
    private static readonly string Root = Path.GetFullPath(Path.Combine(BuildPaths.Documentation, ".."));

    private readonly Findings _findings = new();

    // Windows has a name of its own with a word that the manual writes otherwise.
    [Theory]
    [InlineData(@"ユーザー(?!\s*の構成)", "ユーザ")]
    [InlineData("利用者", "ユーザ")]
    [InlineData("サーバー", "サーバ")]
    [InlineData("ブラウザー", "ブラウザ")]
    [InlineData("フォルダ(?!ー)", "フォルダー")]
    [InlineData("コンピュータ(?!ー)", "コンピューター")]
    [InlineData("サインイン", "ログオン")]
    [InlineData("インポート", "取り込み、または読み込み")]
    [InlineData("準拠|コンプライアンス", "適合")]
    [InlineData("登録手続きID|エンロール", "手続き")]
    public void Japanese_has_the_words_of_the_manual(string other, string word) => Expect(Japanese(), other, word);

    // The name of SCEP is RFC 8894's own.
    [Theory]
    [InlineData(@"enrolment(?!\s+Protocol)", "enrollment")]
    [InlineData(@"taken in\b", "imported")]
    [InlineData("(go|goes|gone|going) on with", "resumes")]
    [InlineData("given up", "discarded")]
    [InlineData("vouch", "the chain ends in")]
    [InlineData("did not take", "rejected")]
    [InlineData("is spoken", "is used")]
    public void English_has_the_words_of_the_field(string other, string word) => Expect(English(), other, word);

    private void Expect(IEnumerable<string> files, string other, string word)
    {
        string[] all = [.. files];
        Assert.NotEmpty(all);
        foreach (string file in all)
        {
            foreach (Match match in Regex.Matches(File.ReadAllText(file), other, RegexOptions.IgnoreCase))
            {
                _findings.Expect(false, $"{Path.GetRelativePath(Root, file)}: {match.Value} instead of {word}");
            }
        }

        _findings.AssertNone();
    }

    private static IEnumerable<string> Japanese() =>
    [
        Path.Combine(Root, "README.ja.md"),
        .. InFolders(HelpLanguages.Japanese),
        .. Resources().Where(file => file.EndsWith(".ja.resx", StringComparison.Ordinal)),
        .. Directory.EnumerateFiles(BuildPaths.Documentation, "*.ja.md"),
    ];

    private static IEnumerable<string> English() =>
    [
        Path.Combine(Root, "README.md"),
        .. InFolders(HelpLanguages.English),
        .. Resources().Where(file => !file.EndsWith(".ja.resx", StringComparison.Ordinal)),
    ];

    private static IEnumerable<string> InFolders(string language) =>
    [
        .. Directory.EnumerateFiles(Path.Combine(BuildPaths.Documentation, language)),
        .. Directory.EnumerateFiles(Path.Combine(BuildPaths.StagedModule, language), "*.txt"),
        .. Directory.EnumerateFiles(Path.Combine(BuildPaths.StagedModule, "policy", language)),
    ];

    private static IEnumerable<string> Resources() => Directory.EnumerateFiles(Path.Combine(Root, "src"), "*.resx", SearchOption.AllDirectories);
}

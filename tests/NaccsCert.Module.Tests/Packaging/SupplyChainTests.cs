using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using NaccsCert.Module.Tests.Engine;
using Xunit;

namespace NaccsCert.Module.Tests.Packaging;

/// <summary>What a build takes from others is named by what it holds, not by a name that can be given to something else.</summary>
public sealed class SupplyChainTests
{
    private static readonly Regex Pinned = new(
        @"^uses: [a-z-]+/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    private static string Repository => Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(BuildPaths.Documentation))!;

    [Fact]
    public void Every_action_of_the_workflows_is_named_by_commit_with_its_tag_beside_it()
    {
        string[] uses =
        [
            .. Directory.GetFiles(Path.Combine(Repository, ".github", "workflows"))
                .SelectMany(File.ReadAllLines)
                .Select(line => line.TrimStart(' ', '-'))
                .Where(line => line.StartsWith("uses:", StringComparison.Ordinal)),
        ];
        Assert.NotEmpty(uses);
        Assert.DoesNotContain(uses, line => !Pinned.IsMatch(line));
    }

    [Fact]
    public void One_action_has_one_commit() =>
        Assert.All(
            Directory.GetFiles(Path.Combine(Repository, ".github", "workflows"))
                .SelectMany(File.ReadAllLines)
                .Where(line => line.Contains("uses:", StringComparison.Ordinal))
                .Select(line => line.Trim(' ', '-')[5..].Trim())
                .Distinct()
                .GroupBy(line => line.Split('@')[0]),
            commits => Assert.Single(commits));

    [Fact]
    public void Lock_files_hold_in_every_build_and_every_project_has_one()
    {
        XElement locked = Assert.Single(XDocument.Load(Path.Combine(Repository, "Directory.Build.props")).Descendants("RestoreLockedMode"));
        Assert.Equal("true", locked.Value);
        Assert.Null(locked.Attribute("Condition"));
        Assert.Null(locked.Parent!.Attribute("Condition"));
        IEnumerable<string> projects = new[] { "src", "module", "tests", "tools", "samples" }
            .SelectMany(folder => Directory.GetFiles(Path.Combine(Repository, folder), "*.csproj", SearchOption.AllDirectories))
            .Where(path => !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));
        Assert.All(projects, path =>
        {
            Assert.True(File.Exists(Path.Combine(Path.GetDirectoryName(path)!, "packages.lock.json")), path);
            Assert.DoesNotContain("RestoreLockedMode", File.ReadAllText(path), StringComparison.Ordinal);
        });
    }
}

using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using NaccsCert.Module.Tests.Engine;
using NaccsCert.TestSupport;
using NaccsCert.TestSupport.PowerShell;
using Xunit;

namespace NaccsCert.Module.Tests.Secrets;

/// <summary>The same commands in a process of their own: no secret in its output, its command line, its environment, or any file that it leaves.</summary>
public sealed class SecretsOnDiskTests
{
    [Fact]
    public async Task No_secret_is_in_a_file_in_the_command_line_or_in_the_output()
    {
        await using SecretWorld world = await SecretWorld.StartAsync(TestContext.Current.CancellationToken);
        using var home = new ScratchHome();
        using var script = new ScratchDirectory();
        ChildScript.Write(script.Member("scenarios.ps1"));
        string temporary = Directory.CreateDirectory(Path.Combine(home.FullPath, "tmp")).FullName;

        ProcessRun run = await PowerShellProcess.RunAsync(
            ChildScript.Input(world),
            ["-NonInteractive", "-File", script.Member("scenarios.ps1"), BuildPaths.StagedModule, temporary],
            TestContext.Current.CancellationToken,
            home);

        Assert.Equal((0, string.Empty), (run.ExitCode, run.Error));
        Assert.Equal(ChildScript.Failures, Failures(run.Output));
        Assert.Empty(Findings(world.Marks, run.Output));
        string[] files = Directory.GetFiles(home.FullPath, "*", SearchOption.AllDirectories);
        Assert.Contains(files, file => Path.GetFileName(file) == "entry.json");
        Assert.All(files, file => Assert.True(world.Marks.In(File.ReadAllBytes(file)).Count == 0, file));
        Assert.All(files, file => Assert.True(world.Marks.In(file).Count == 0, file));
    }

    [Fact]
    public void A_secret_in_any_form_would_be_found()
    {
        string secret = SecretMarks.NewSecret(1);
        var marks = new SecretMarks([secret]);
        byte[][] forms =
        [
            Encoding.UTF8.GetBytes("x" + secret.ToUpperInvariant()),
            Encoding.Unicode.GetBytes(secret),
            Encoding.BigEndianUnicode.GetBytes("x" + secret),
            .. Enumerable.Range(0, 3).Select(offset => Base64(new string('u', offset) + secret + ":password")),
            Encoding.ASCII.GetBytes(Convert.ToHexString(Encoding.UTF8.GetBytes(secret)).ToLowerInvariant()),
            Encoding.ASCII.GetBytes(Convert.ToBase64String(Encoding.Unicode.GetBytes("x" + secret))),
        ];
        Assert.All(forms, form => Assert.Equal([secret], marks.In(form)));
        Assert.Empty(marks.In("nothing of " + secret[1..]));
    }

    private static byte[] Base64(string text) =>
        Encoding.ASCII.GetBytes(Convert.ToBase64String(Encoding.UTF8.GetBytes(text)));

    private static IEnumerable<string> Failures(string output) =>
        output.Split('\n').Where(line => line.StartsWith("failed ", StringComparison.Ordinal)).Select(line => line["failed ".Length..]);

    // Each line with its scenario, so that a finding says where it comes from.
    private static IEnumerable<string> Findings(SecretMarks marks, string output)
    {
        string scenario = "before";
        foreach (string line in output.Split('\n'))
        {
            scenario = line.StartsWith("scenario ", StringComparison.Ordinal) ? line : scenario;
            if (marks.In(line).Count > 0)
            {
                yield return $"{scenario}: {line}";
            }
        }
    }
}

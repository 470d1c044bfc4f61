using System;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using NaccsCert.Module.Tests.Commands.Support;
using NaccsCert.Module.Tests.Engine;
using NaccsCert.TestSupport;
using Xunit;

namespace NaccsCert.Module.Tests.Commands;

/// <summary>What a person sees of a list while it runs and at its end.</summary>
public sealed class RowSummaryTests(PowerShellSession session, Sandboxes sandboxes) : CommandTests(session, sandboxes)
{
    private const string Request = "$rows | Request-NaccsCertificate -KeyAlgorithm EcdsaP256 -WarningAction Continue ";

    [Theory]
    [InlineData(
        "en-US",
        "6 rows: 2 enrolled, 1 already enrolled, 0 not finished, 2 failed, 1 blank.",
        "Rows to repeat: row 2 (-), row 5 (1AAA0009)",
        "row 2 (-): Enrolling a certificate")]
    [InlineData(
        "ja-JP",
        "6行: 登録完了 2、登録済み 1、未完了 0、失敗 2、空行 1",
        "再実行が必要な行: 2行目(-), 5行目(1AAA0009)",
        "2行目(-): 証明書の新規登録")]
    public void It_says_how_many_and_which_to_repeat_and_meanwhile_which_row_runs(
        string culture, string sum, string repeat, string activity)
    {
        Session.Culture = new CultureInfo(culture);
        CodeSet[] sets = [TakeCodes(), WrongCodes(), TakeCodes()];

        SessionRun run = Invoke(
            Request + "-ErrorAction SilentlyContinue",
            ("rows", new[] { Row(sets[0]), Row(sets[1]), Row(sets[2]), new PSObject(), Row(new CodeSet("1AAA0009", "", "", "")), Row(sets[0]) }));

        string[] lines = [.. run.Information.Select(record => record.MessageData.ToString()!)];
        Assert.Equal([sum, repeat], lines[..2]);
        Assert.Equal(3, lines.Length);
        Assert.All(run.Information, record => Assert.Equal(["PSHOST"], record.Tags));
        Assert.Equal(["Enrolled", "Enrolled", "AlreadyEnrolled"], run.Texts("Status"));
        Assert.Contains(activity, run.Progress.Select(record => record.Activity));
        Assert.Contains(run.Verbose, line => line.Contains(sets[2].Terminal, StringComparison.Ordinal));
    }

    [Fact]
    public void Nobody_is_told_where_nobody_is_and_of_one_row_there_is_nothing_to_sum_up()
    {
        CodeSet[] sets = [TakeCodes(), TakeCodes()];
        Assert.Empty(Invoke(Request + "-NonInteractive", ("rows", sets.Select(Row).ToArray())).Information);
        Assert.Empty(Invoke(Request, ("rows", Row(sets[0]))).Information);
    }

    // As Import-Csv yields it.
    private static PSObject Row(CodeSet set)
    {
        var row = new PSObject();
        row.Properties.Add(new PSNoteProperty("論理端末名", set.Terminal));
        row.Properties.Add(new PSNoteProperty("認証コード1", set.Code1));
        row.Properties.Add(new PSNoteProperty("認証コード2", set.Code2));
        row.Properties.Add(new PSNoteProperty("認証コード3", set.Code3));
        return row;
    }
}

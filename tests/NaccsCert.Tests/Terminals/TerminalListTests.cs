using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using NaccsCert.Compat;
using NaccsCert.Terminals;
using NaccsCert.TestSupport;
using Xunit;

namespace NaccsCert.Tests.Terminals;

/// <summary>Lists as NSS, Excel and people write them.</summary>
public sealed class TerminalListTests : IDisposable
{
    private const string Japanese = "論理端末名,担当,発行日\r\n1AAA0001,通関部,2026/10/1\r\n１ａａａ０００２,\"営業,二課\",令和8年11月1日\r\n";

    private readonly ScratchDirectory _scratch = new();
    private readonly List<NaccsException> _errors = [];

    public static TheoryData<string, string> Encodings => new()
    {
        { "utf-8", "mark" },
        { "utf-8", "bare" },
        { "utf-16", "mark" },
        { "utf-16", "bare" },
        { "utf-16BE", "mark" },
        { "utf-16BE", "bare" },
        { "cp932", "bare" },
    };

    public void Dispose() => _scratch.Dispose();

    [Theory]
    [MemberData(nameof(Encodings))]
    public void It_is_read_in_every_encoding_that_programs_in_Japan_write(string encoding, string mark)
    {
        Encoding writer = encoding == "cp932" ? CodePages.Japanese : Encoding.GetEncoding(encoding);
        byte[] content = [.. mark == "mark" ? writer.GetPreamble() : [], .. writer.GetBytes(Japanese)];

        Assert.Equal(
            [("1AAA0001", new DateTime(2026, 10, 1), 2), ("1aaa0002", new DateTime(2026, 11, 1), 3)],
            Read(content).Select(terminal => (terminal.Name, terminal.Issued!.Value, terminal.Row)));
        Assert.Empty(_errors);
    }

    [Theory]
    [InlineData("Terminal\tIssued\n1AAA0001\t2026-10-01\n")]
    [InlineData("sep=;\r\nTerminal;Issued\r\n1AAA0001;2026-10-01\r\n")]
    [InlineData("\"Terminal\" , \"Issued\"\r\"1AAA0001\" , \"2026-10-01 09:30\"")]
    [InlineData("List of terminals,\n,\nNo.,terminal ,ISSUED\n1,1AAA0001,20261001\n2,,\n", 1)]
    [InlineData("端末名,発行年月日\n=\"1AAA0001\",２０２６年１０月１日(木)\n")]
    [InlineData("Terminal,Note,Issued\n'1AAA0001,\"two\r\nlines, \"\"quoted\"\"\",R8.10.1\n")]
    public void Separators_quotation_marks_titles_and_dates_are_what_people_and_Excel_make_of_them(string text, int errors = 0)
    {
        OrderedTerminal terminal = Assert.Single(Read(Encoding.UTF8.GetBytes(text)));
        Assert.Equal(("1AAA0001", new DateTime(2026, 10, 1)), (terminal.Name, terminal.Issued!.Value));
        Assert.Equal(errors, _errors.Count);
    }

    [Fact]
    public void A_bad_row_is_told_with_its_number_and_stops_no_other()
    {
        const string Text = """
            Terminal,Issued
            1.23457E+11,2026-10-01
            #NAME?,2026-10-01
            ,2026-10-01
            1AAA0001,11/12/2026

            1AAA0002,2026-02-30
            1AAA0003,
            "1AAA0004
            """;

        IReadOnlyList<OrderedTerminal> terminals = Read(Encoding.UTF8.GetBytes(Text));

        Assert.Equal(["1AAA0001", "1AAA0002", "1AAA0003"], terminals.Select(terminal => terminal.Name));
        Assert.All(terminals, terminal => Assert.Null(terminal.Issued));
        Assert.All(_errors, error => Assert.Equal(ErrorId.TerminalRowInvalid, error.ErrorId));
        Assert.Equal(
            [2, 3, 4, 5, 7, 9],
            _errors.Select(error => Enumerable.Range(1, 9).Single(row =>
                error.Message.Contains($", row {row}:", StringComparison.Ordinal) || error.Message.Contains($"の{row}行目:", StringComparison.Ordinal))));
    }

    [Theory]
    [InlineData("No,Name\n1,2\n")]
    [InlineData("Terminal,Issued\n")]
    [InlineData("")]
    [InlineData("PK\u0003\u0004 a workbook")]
    public void What_is_no_list_is_an_error(string text) =>
        Assert.Equal(ErrorId.TerminalListInvalid, Assert.Throws<NaccsException>(() => Read(Encoding.UTF8.GetBytes(text))).ErrorId);

    [Fact]
    public void A_list_of_codes_that_was_taken_for_it_stays_secret()
    {
        NaccsException error = Assert.Throws<NaccsException>(() => Read("RCTJQS83,Q9V9Y4GY2W,HUQ99JRBECEM\n"u8.ToArray()));
        Assert.DoesNotContain("RCTJQS83", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_no_text_is_an_error() =>
        Assert.Equal(ErrorId.TerminalListInvalid, Assert.Throws<NaccsException>(() => Read([0x81, 0xFF, 0xFE])).ErrorId);

    [Fact]
    public void Other_headings_can_be_named_and_a_named_one_has_to_be_there()
    {
        byte[] content = Encoding.UTF8.GetBytes("利用端末,Terminal,証明書発行\n1AAA0001,PC01,2026/10/01\n");
        OrderedTerminal terminal = Assert.Single(Read(content, new ListColumns("利用端末", "証明書発行")));
        Assert.Equal(("1AAA0001", new DateTime(2026, 10, 1)), (terminal.Name, terminal.Issued!.Value));

        Assert.Equal(
            ErrorId.TerminalListInvalid,
            Assert.Throws<NaccsException>(() => Read(content, new ListColumns(null, "no such column"))).ErrorId);
    }

    [Fact]
    public void A_day_of_the_order_counts_where_there_is_none_of_the_issue()
    {
        OrderedTerminal[] terminals = [.. Read(Encoding.UTF8.GetBytes("端末名,申込日,発行日\nA1,2026/9/1,2026/9/8\nA2,2026/9/2,\n"))];
        Assert.Equal([new DateTime(2026, 9, 8), new DateTime(2026, 9, 2)], terminals.Select(terminal => terminal.Counted!.Value));
    }

    private IReadOnlyList<OrderedTerminal> Read(byte[] content, ListColumns? columns = null)
    {
        string path = _scratch.Member("terminals.csv");
        File.WriteAllBytes(path, content);
        return new TerminalList(columns ?? new ListColumns(null, null), _errors.Add).Read(path);
    }
}

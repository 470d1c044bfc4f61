using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Text;
using System.Threading.Tasks;
using NaccsCert.Module.Tests.Commands.Support;
using NaccsCert.Module.Tests.Engine;
using NaccsCert.TestSupport;
using Xunit;

namespace NaccsCert.Module.Tests.Commands;

/// <summary>Lists of codes as people, Excel and the sandbox write them.</summary>
public sealed class RequestRowTests(PowerShellSession session, Sandboxes sandboxes) : CommandTests(session, sandboxes)
{
    private const string Request = " | Request-NaccsCertificate -KeyAlgorithm EcdsaP256 -WarningAction Continue ";
    [Theory]
    [InlineData("AuthCode1,AuthCode2,AuthCode3")]
    [InlineData("authcode1, Code2 ,ＡｕｔｈＣｏｄｅ３")]
    [InlineData("認証コード1,認証コード2,認証コード3")]
    [InlineData("認証コード１,認証コード２,認証コード３")]
    public void Columns_have_the_names_that_people_give_them(string header)
    {
        CodeSet codes = TakeCodes();
        SessionRun run = FromCsv(header, [$"{codes.Code1},{codes.Code2},{codes.Code3}"]);
        Assert.Empty(run.Errors);
        Assert.Equal((codes.Terminal, 1), (run.Text("Terminal"), run.Result().Properties["Row"].Value));
    }

    [Fact]
    public void The_code_file_of_the_sandbox_is_such_a_list()
    {
        CodeSet[] sets = [TakeCodes(), TakeCodes()];
        CodeFile.Write(Scratch.Member("codes.csv"), sets);
        string[] lines = File.ReadAllLines(Scratch.Member("codes.csv"));
        SessionRun run = FromCsv(lines[0], lines[1..]);
        Assert.Empty(run.Errors);
        Assert.Equal(sets.Select(set => set.Terminal), run.Texts("Terminal"));
    }

    [Fact]
    public void What_Excel_wrote_in_its_own_code_page_is_read_where_the_names_are_known()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        CodeSet codes = TakeCodes();
        byte[] file = Encoding.GetEncoding(932).GetBytes(
            $"端末名,AuthCode1,AuthCode2,AuthCode3,備考\n{codes.Terminal},{codes.Code1},{codes.Code2},{codes.Code3},通関部　表示ソ");
        string[] lines = Encoding.UTF8.GetString(file).Split('\n');
        Assert.Equal("Enrolled", FromCsv(lines[0], lines[1..]).Text("Status"));
    }

    [Fact]
    public void An_error_names_row_and_terminal()
    {
        ReadInEnglish();
        CodeSet[] sets = [TakeCodes(), WrongCodes()];
        SessionRun run = FromCsv(
            "論理端末名,AuthCode1,AuthCode2,AuthCode3",
            [.. sets.Select(set => $"{set.Terminal},{set.Code1},{set.Code2},{set.Code3}"), ",,,", "1AAA0009,,,"]);
        Assert.Equal(["CodesRefused", "CodeMissing"], run.ErrorIds);
        Assert.StartsWith("In row 2 (-): ", run.Errors[0].ToString(), StringComparison.Ordinal);
        Assert.StartsWith("In row 4 (1AAA0009): ", run.Errors[1].ToString(), StringComparison.Ordinal);
        Assert.Contains("AuthCode1, Code1, 認証コード1", run.Errors[1].ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1.23457E+11")]
    [InlineData("1,2e+05")]
    [InlineData("=\"00123\"")]
    [InlineData("'00123")]
    [InlineData("#NAME?")]
    [InlineData("########")]
    public void What_Excel_made_of_a_code_is_found_before_anything_is_sent(string third)
    {
        CodeSet codes = TakeCodes();
        SessionRun run = FromCsv("Terminal;AuthCode1;AuthCode2;AuthCode3", [$"{codes.Terminal};{codes.Code1};{codes.Code2};{third}"], ';');
        run.Error("CodeReformatted", ErrorCategory.InvalidArgument, "AuthCode3");
        Assert.Contains(codes.Terminal, run.Errors[0].ToString(), StringComparison.Ordinal);
        Assert.Empty(Exchanges.In(run));
    }

    [Fact]
    public void A_missing_column_is_named_before_anything_is_sent()
    {
        CodeSet codes = TakeCodes();
        SessionRun run = FromCsv("AuthCode1,AuthCode2", [$"{codes.Code1},{codes.Code2}"]);
        run.Error("CodeMissing", ErrorCategory.InvalidArgument, "AuthCode3");
        Assert.Empty(Exchanges.In(run));
    }

    [Fact]
    public void Blank_rows_are_skipped_and_counted()
    {
        ReadInEnglish();
        CodeSet codes = TakeCodes();
        SessionRun run = FromCsv("AuthCode1,AuthCode2,AuthCode3", [",,", $"{codes.Code1},{codes.Code2},{codes.Code3}", " , ,", ",,"]);
        Assert.Empty(run.Errors);
        Assert.Equal((codes.Terminal, 2), (run.Text("Terminal"), run.Result().Properties["Row"].Value));
        Assert.Equal(["Blank rows were skipped: 3 (row 1, 3, 4)."], run.Warnings);
    }

    // The engine's own errors have the whole object as their target.
    [Theory]
    [InlineData("Code1 = $codes.Code1; Code2 = $codes.Code2")]
    [InlineData("AuthCode1 = $codes.Code1; AuthCode2 = $codes.Code2; AuthCode3 = 123456789012")]
    [InlineData("AuthCode1 = $codes.Code1; AuthCode2 = $codes.Code2; AuthCode3 = @($codes.Code3, $codes.Code3)")]
    [InlineData("AuthCode1 = $codes.Code1; AuthCode2 = $codes.Code2; AuthCode3 = ' '; StoreName = ''; Service = ''")]
    [InlineData("Terminal = $codes.Code1; AuthCode1 = $codes.Code1; AuthCode2 = $codes.Code2; AuthCode3 = '1E+11'")]
    public void No_part_of_an_error_leads_to_the_codes_of_the_row(string row)
    {
        SessionRun run = Invoke($"[pscustomobject]@{{ {row} }}" + Request + "-PassThru", ("codes", TakeCodes()));
        ErrorRecord error = Assert.Single(run.Errors);
        Assert.IsNotType<ParameterBindingException>(error.Exception, exactMatch: false);
        Assert.IsType<string>(error.TargetObject);
        Assert.All(error.InvocationInfo.BoundParameters.Values, value => Assert.Empty(TextsIn(value)));
        Assert.Equal("Failed", run.Text("Status"));
    }

    [Fact]
    public async Task With_PassThru_every_row_of_a_file_has_a_row_in_the_file_of_results()
    {
        CodeSet[] sets = [TakeCodes(), WrongCodes(), TakeCodes()];
        CodeFile.Write(Scratch.Member("codes.csv"), sets);
        string[] lines = await FullPowerShell.RunAsync(
            $$"""
            Import-Csv '{{Scratch.Member("codes.csv")}}' | Request-NaccsCertificate -KeyAlgorithm EcdsaP256 -PassThru -ErrorVariable failed -ErrorAction SilentlyContinue |
                Export-Csv '{{Scratch.Member("results.csv")}}'
            "$($failed.Count)"
            Import-Csv '{{Scratch.Member("results.csv")}}' | ForEach-Object { $_.Row, $_.Status, $_.Terminal, $_.Error, ($_.Reason -eq $failed.Exception.Message) -join ' ' }
            """,
            Service,
            StoreName);
        Assert.Equal(
            ["1", $"1 Enrolled {sets[0].Terminal}  False", "2 Failed - CodesRefused True", $"3 Enrolled {sets[2].Terminal}  False"], lines);
    }

    [Fact]
    public void Without_PassThru_an_error_is_no_result()
    {
        SessionRun run = Enroll(WrongCodes());
        Assert.Empty(run.Output);
        Assert.Equal("Failed", Enroll(WrongCodes(), "-PassThru").Text("Status"));
    }

    [Fact]
    public void A_list_can_be_run_again_and_the_same_codes_stand_in_it_twice()
    {
        CodeSet[] sets = [TakeCodes(), TakeCodes()];
        string[] rows = [.. sets.Append(sets[0]).Select(set => $"{set.Code1},{set.Code2},{set.Code3}")];
        SessionRun first = FromCsv("AuthCode1,AuthCode2,AuthCode3", rows);
        SessionRun again = FromCsv("AuthCode1,AuthCode2,AuthCode3", rows);
        Assert.Empty(first.Errors.Concat(again.Errors));
        Assert.Equal(["Enrolled", "Enrolled", "AlreadyEnrolled"], first.Texts("Status"));
        Assert.Equal(Enumerable.Repeat("AlreadyEnrolled", 3), again.Texts("Status"));
        Assert.Equal(first.Texts("Thumbprint"), again.Texts("Thumbprint"));
        Assert.Empty(Exchanges.In(again));
        Assert.Equal(first.Texts("Thumbprint").Distinct().Order(), Invoke("Get-NaccsCertificate").Texts("Thumbprint").Order());
    }

    [Fact]
    public void Codes_are_known_after_their_certificate_was_renewed_and_unknown_after_it_was_removed()
    {
        CodeSet codes = TakeCodes();
        string first = Enroll(codes).Text("Thumbprint");
        string renewed = Invoke("Update-NaccsCertificate").Text("Thumbprint");
        SessionRun known = Enroll(codes);
        Assert.Equal(("AlreadyEnrolled", renewed), (known.Text("Status"), known.Text("Thumbprint")));
        Assert.NotEqual(first, renewed);
        Assert.Empty(Invoke("Remove-NaccsCertificate * -Force -Confirm:$false").Errors);
        Enroll(codes).Error("CodesRefused", ErrorCategory.AuthenticationError, "127.0.0.1");
    }

    [Fact]
    public void What_is_kept_of_the_codes_is_too_short_to_tell_them()
    {
        Enroll(TakeCodes());
        string history = File.ReadAllText(Path.Combine(UserData.Folder, "history", ServiceName + ".json"));
        Assert.Matches("\"codeFingerprint\":\"[0-9A-F]{4}\"", history);
    }

    [Fact]
    public void Confirmation_says_which_row_is_meant()
    {
        CodeSet codes = TakeCodes();
        SessionRun run = Invoke(
            "[pscustomobject]@{ Terminal = '1AAA0001'; Code1 = $codes.Code1; Code2 = $codes.Code2; Code3 = $codes.Code3 }" + Request + "-WhatIf",
            ("codes", codes));
        Assert.Contains("1AAA0001", run.Shown, StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }

    private static IEnumerable<string> TextsIn(object? value) => value is null or SwitchParameter or Enum
        ? []
        : PSObject.AsPSObject(value).Properties.Select(property => property.Value).OfType<string>().Where(text => text.StartsWith("MARK", StringComparison.Ordinal))
            .Concat(value.ToString()!.Contains("MARK", StringComparison.Ordinal) ? [value.ToString()!] : []);

    // As Import-Csv yields the rows.
    private SessionRun FromCsv(string header, string[] rows, char delimiter = ',')
    {
        string[] names = header.Split(delimiter);
        return Invoke("$rows" + Request, ("rows", rows.Select(row => Row(names, row.Split(delimiter))).ToArray()));
    }

    private static PSObject Row(string[] names, string[] cells)
    {
        var row = new PSObject();
        foreach ((string name, string cell) in names.Zip(cells))
        {
            row.Properties.Add(new PSNoteProperty(name, cell));
        }

        return row;
    }
}

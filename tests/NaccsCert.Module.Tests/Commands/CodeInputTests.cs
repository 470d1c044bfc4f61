using System;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using System.Security;
using System.Threading.Tasks;
using NaccsCert.Module.Tests.Commands.Support;
using NaccsCert.Module.Tests.Engine;
using NaccsCert.TestSupport;
using NaccsCert.TestSupport.PowerShell;
using Xunit;

namespace NaccsCert.Module.Tests.Commands;

public sealed class CodeInputTests(PowerShellSession session, Sandboxes sandboxes) : CommandTests(session, sandboxes)
{
    private const string Request = "Request-NaccsCertificate -KeyAlgorithm EcdsaP256 ";

    [Fact]
    public void Codes_may_be_secure_strings()
    {
        CodeSet codes = TakeCodes();
        using SecureString one = SecureText.Of(codes.Code1);
        using SecureString two = SecureText.Of(codes.Code2);
        using SecureString three = SecureText.Of(codes.Code3);
        SessionRun run = Invoke(
            Request + "-AuthCode1 $one -AuthCode2 $two -AuthCode3 $three", ("one", one), ("two", two), ("three", three));
        Assert.Equal(codes.Terminal, run.Result().Properties["Terminal"].Value);
    }

    [Fact]
    public void Codes_may_have_blanks_around_them_and_full_width_letters()
    {
        CodeSet codes = TakeCodes();
        string fullWidth = new([.. codes.Code2.Select(letter => (char)(letter + 0xFEE0))]);
        SessionRun run = Invoke(
            Request + "$one $two $three", ("one", $" {codes.Code1}\t"), ("two", fullWidth), ("three", codes.Code3));
        Assert.Equal(codes.Terminal, run.Result().Properties["Terminal"].Value);
    }

    [Fact]
    public void Digits_on_the_command_line_keep_their_leading_zeros()
    {
        CodeSet codes = TakeDigits();
        SessionRun run = Invoke($"{Request} {codes.Code1} {codes.Code2} -AuthCode3:{codes.Code3}");
        Assert.Equal(codes.Terminal, run.Result().Properties["Terminal"].Value);
    }

    [Theory]
    [InlineData("Request-NaccsCertificate $number two three")]
    [InlineData("$splat = @{ AuthCode1 = 'one'; AuthCode2 = $number; AuthCode3 = 'three' }; Request-NaccsCertificate @splat")]
    [InlineData("[pscustomobject]@{ AuthCode1 = 'one'; AuthCode2 = 'two'; AuthCode3 = $number } | Request-NaccsCertificate")]
    public void A_number_that_may_have_lost_its_zeros_is_refused(string script)
    {
        ReadInEnglish();
        SessionRun run = Invoke(script, ("number", long.Parse(TakeDigits().Code1, provider: null)));
        Assert.Empty(run.Output);
        Assert.Equal(["CodeReformatted"], run.ErrorIds);
        Assert.Contains("put the code in quotes", run.Errors[0].Remedy(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_with_a_number_does_not_stop_the_rows_after_it()
    {
        SessionRun run = Invoke(
            $$"""
            [pscustomobject]@{ AuthCode1 = 1; AuthCode2 = 'two'; AuthCode3 = 'three' },
            [pscustomobject]@{ AuthCode1 = $codes.Code1; AuthCode2 = $codes.Code2; AuthCode3 = $codes.Code3 } | {{Request}}
            """,
            ("codes", TakeCodes()));
        Assert.Equal(["CodeReformatted"], run.ErrorIds);
        Assert.Equal("Enrolled", run.Text("Status"));
    }

    [Fact]
    public void Missing_codes_are_asked_for_as_secrets()
    {
        ReadInEnglish();
        CodeSet codes = TakeCodes();
        Session.Answer(codes.Code1, codes.Code2, codes.Code3);
        SessionRun run = Invoke(Request);
        Assert.Equal(codes.Terminal, run.Result().Properties["Terminal"].Value);
        Assert.Contains("契約内容の確認 > netNACCS", run.Shown, StringComparison.Ordinal);
        Assert.EndsWith("Authentication code 1: Authentication code 2: Authentication code 3: ", run.Shown, StringComparison.Ordinal);

        // Hosts read an answer of this type without showing it.
        SessionRun types = Invoke("(Get-Command Request-NaccsCertificate).Parameters.Values | Where-Object Name -like AuthCode?");
        Assert.Equal(Enumerable.Repeat(typeof(SecureString), 3), types.Values("ParameterType"));
    }

    [Fact]
    public void Only_the_codes_that_are_missing_are_asked_for()
    {
        ReadInEnglish();
        CodeSet codes = TakeCodes();
        Session.Answer(codes.Code2);
        SessionRun run = Invoke(Request + "-AuthCode1 $codes.Code1 -AuthCode3 $codes.Code3", ("codes", codes));
        Assert.Equal(codes.Terminal, run.Result().Properties["Terminal"].Value);
        Assert.EndsWith("\nAuthentication code 2: ", run.Shown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "Authentication code 1: ", "It is empty.", "There is a space inside it (character 3)", "Character 2 cannot", "Full-width characters were changed", "Lower-case letters were left")]
    [InlineData("ja", "認証コード1: ", "入力されていません。", "3文字目に空白があります", "2文字目が、認証コードに使用できない文字", "全角文字を半角に直しました", "小文字は変更していません")]
    public void Each_code_is_checked_as_it_is_entered(
        string language, string label, string blank, string inside, string impossible, string narrowed, string lowerCase)
    {
        Session.Language = CultureInfo.GetCultureInfo(language);
        CodeSet codes = TakeCodes();
        string fullWidth = new([.. codes.Code1.Select(letter => (char)(letter + 0xFEE0))]);
        Session.Answer("!?", "", "ab cd", "cあ", fullWidth, "lower", codes.Code3);
        SessionRun run = Invoke(Request + "-MaximumRetryCount 0");
        Assert.Equal(["CodesRefused"], run.ErrorIds);
        int[] places = [.. new[] { "Ctrl+C", blank, inside, impossible, narrowed, lowerCase }
            .Select(words => run.Shown.IndexOf(words, StringComparison.Ordinal))];
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
        Assert.Contains(label, run.Shown, StringComparison.Ordinal);
    }

    [Fact]
    public void Whoever_never_enters_a_code_is_not_asked_for_ever()
    {
        Session.Answer([.. Enumerable.Repeat(string.Empty, 20)]);
        SessionRun run = Invoke(Request);
        run.Error("CodeInvalid", ErrorCategory.InvalidArgument, "AuthCode1");
        Assert.DoesNotContain(Exchanges.In(run), exchange => exchange.Contains("simpleenroll", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Request-NaccsCertificate -NonInteractive", "AuthCode1, AuthCode2, AuthCode3")]
    [InlineData("Request-NaccsCertificate -AuthCode2 two -NonInteractive", "AuthCode1, AuthCode3")]
    public void Where_nobody_may_be_asked_missing_codes_are_an_error(string command, string missing)
    {
        Session.Answer("one", "two", "three");
        SessionRun run = Invoke(command);
        ErrorRecord error = run.Error("CodesRequired", ErrorCategory.InvalidArgument, "127.0.0.1");
        Assert.Contains(missing, error.ToString(), StringComparison.Ordinal);
        Assert.Equal("NotUsed", PSObject.AsPSObject(error.Exception).Properties["CodeUse"].Value.ToString());
        Assert.Empty(run.Shown);
        Assert.Empty(Exchanges.In(run));
    }

    [Fact]
    public async Task Redirected_input_is_nobody()
    {
        using var home = new ScratchHome();
        ProcessRun run = await PowerShellProcess.RunAsync(
            "one\ntwo\nthree\n",
            [
                "-Command",
                $"Import-Module '{BuildPaths.StagedModule}'; Request-NaccsCertificate -Service '{Service}' -ErrorVariable problem -ErrorAction SilentlyContinue; $problem[0].FullyQualifiedErrorId",
            ],
            TestContext.Current.CancellationToken,
            home);
        Assert.Equal("CodesRequired,NaccsCert.PowerShell.Commands.RequestNaccsCertificateCommand\n", run.Output);
    }

    [Theory]
    [InlineData("''", "'two'", "'three'", "AuthCode1")]
    [InlineData("'one'", "'t wo'", "'three'", "AuthCode2")]
    [InlineData("'one'", "'two'", "'three' + [char]0x3042", "AuthCode3")]
    public void A_code_that_cannot_be_one_is_named_by_its_number(string one, string two, string three, string target)
    {
        SessionRun run = Invoke($"{Request} ({one}) ({two}) ({three})");
        run.Error("CodeInvalid", ErrorCategory.InvalidArgument, target);
        Assert.Empty(Exchanges.In(run));
    }
}

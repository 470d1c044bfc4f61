using System;
using System.Globalization;
using System.Management.Automation;
using NaccsCert.Module.Tests.Commands.Support;
using NaccsCert.Module.Tests.Engine;
using Xunit;

namespace NaccsCert.Module.Tests.Commands;

public sealed class LanguageTests : CommandTests
{
    private const string Hiragana = @"\p{IsHiragana}";

    public LanguageTests(PowerShellSession session, Sandboxes sandboxes)
        : base(session, sandboxes) => Session.Culture = CultureInfo.GetCultureInfo("ja-JP");

    [Fact]
    public void Reasons_steps_and_progress_are_Japanese_and_names_stay()
    {
        SessionRun run = Enroll(TakeCodes());
        Assert.Equal("Enrolled", run.Text("Status"));
        Assert.Equal("Enroll", run.Text("Operation"));
        Assert.Matches(Hiragana, run.Text("Reason"));
        Assert.All(run.Verbose, line => Assert.Matches(Hiragana, line));
        Assert.All(run.Progress, record => Assert.Equal("証明書の新規登録", record.Activity));
        Assert.Contains(run.Progress, record => record.StatusDescription == "申請の送信");

        SessionRun shown = Invoke("Get-NaccsCertificate");
        Assert.Equal("RenewalDue", shown.Text("Status"));
        Assert.Matches(Hiragana, shown.Text("Reason"));
        Assert.Matches(Hiragana, Invoke("(Test-NaccsCertificate).Reason").Output[0].ToString());
        Assert.Matches(Hiragana, Invoke("(Test-NaccsConnectivity).Checks[3].Detail").Output[0].ToString());
    }

    [Fact]
    public void Errors_are_Japanese_and_ids_stay()
    {
        ErrorRecord error = Enroll(WrongCodes()).Error("CodesRefused", ErrorCategory.AuthenticationError, "127.0.0.1");
        Assert.Matches(Hiragana, error.ErrorDetails.Message);
        Assert.Matches(Hiragana, error.Remedy());
        Assert.Matches(Hiragana, error.Exception.Message);
    }

    [Fact]
    public void What_would_be_done_is_said_in_Japanese()
    {
        SessionRun run = Enroll(TakeCodes(), "-WhatIf");
        Assert.Contains("証明書の新規登録", run.Shown, StringComparison.Ordinal);
        Assert.Contains("127.0.0.1 は応答しており、鍵の種類 EcdsaP256 で申請できます。", run.Shown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Install-NaccsRootCA -WhatIf")]
    [InlineData("Invoke-NaccsRenewalReminder -WhatIf")]
    [InlineData("Unregister-NaccsRenewalReminder -WhatIf")]
    public void Also_where_the_engine_has_English_words_only(string command)
    {
        string shown = Invoke(command).Shown;
        Assert.Matches("^What if: 対象「.+」に対して操作「.+」を実行します。", shown);
        Assert.DoesNotContain("Performing", shown, StringComparison.Ordinal);
    }

    [Fact]
    public void A_number_for_a_code_is_refused_in_Japanese() =>
        Assert.Contains(
            "引用符で囲んでください",
            Invoke("Request-NaccsCertificate $number b c", ("number", 1)).Errors[0].Remedy(),
            StringComparison.Ordinal);

    [Fact]
    public void Under_the_Japanese_calendar_times_stay_Gregorian()
    {
        var japanese = new CultureInfo("ja-JP");
        japanese.DateTimeFormat.Calendar = new JapaneseCalendar();
        Session.Culture = japanese;
        PSObject enrolled = Enroll(TakeCodes()).Result();
        int year = ((DateTimeOffset)enrolled.Properties["NotAfter"].Value).ToLocalTime().Year;
        Assert.Contains($"{year.ToString(CultureInfo.InvariantCulture)}-", (string)enrolled.Properties["Reason"].Value, StringComparison.Ordinal);
        Assert.Equal("Renewed", Invoke("Update-NaccsCertificate").Text("Status"));
        Assert.Equal(2, Invoke("Get-NaccsCertificate -ExpiringWithin 'P28D' -IncludeArchived").Output.Count);
    }
}

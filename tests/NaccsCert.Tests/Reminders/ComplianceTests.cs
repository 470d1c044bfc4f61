using System;
using System.Linq;
using System.Text.Json.Nodes;
using NaccsCert.Accounts;
using NaccsCert.Renewal;
using Xunit;

namespace NaccsCert.Tests.Reminders;

/// <summary>One code and one line, for agents that keep no more.</summary>
public sealed class ComplianceTests
{
    private static readonly DateTimeOffset Now = Certificates.NotAfter.AddDays(-1);

    private static readonly ComplianceOrigin Origin =
        new("PC01", @"CORP\taro", "1.2.0", new DateTimeOffset(2026, 11, 29, 5, 6, 7, TimeSpan.Zero));

    [Theory]
    [InlineData(RenewalPlanStatus.NotDue, true, ComplianceCode.Valid, true)]
    [InlineData(RenewalPlanStatus.NotDue, false, ComplianceCode.Valid, true)]
    [InlineData(RenewalPlanStatus.Scheduled, true, ComplianceCode.Scheduled, true)]
    [InlineData(RenewalPlanStatus.RenewalDue, true, ComplianceCode.RenewalDue, false)]
    [InlineData(RenewalPlanStatus.RenewalDue, false, ComplianceCode.LeftToUser, true)]
    [InlineData(RenewalPlanStatus.ReissueRequired, true, ComplianceCode.ReissueRequired, false)]
    public void A_plan_has_its_code(RenewalPlanStatus status, bool silent, ComplianceCode code, bool isCompliant)
    {
        ComplianceResult result = Compliance.Evaluate(Account(), [Plan(status, silent)], requireCertificate: true, Origin);

        Assert.Equal((code, isCompliant), (result.Code, result.IsCompliant));
        Assert.Equal(
            $$"""{"naccs":"detect","code":"{{code}}","exit":{{(isCompliant ? 0 : 1)}},"count":1,"certificates":[{"terminal":"1TEST01","code":"{{code}}","days":1}],"time":"2026-11-29T05:06:07Z","version":"1.2.0","computer":"PC01"}""",
            result.Line);
    }

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public void No_certificate_is_a_finding_only_where_there_has_to_be_one(bool require, bool isCompliant)
    {
        ComplianceResult result = Compliance.Evaluate(Account(), [], require, Origin);
        Assert.Equal((ComplianceCode.NoCertificate, isCompliant), (result.Code, result.IsCompliant));
    }

    [Theory]
    [InlineData(true, "", false, ComplianceCode.AccountIsService)]
    [InlineData(false, "user", true, ComplianceCode.AccountElevatedAsAnother)]
    [InlineData(false, "user", false, ComplianceCode.AccountNotDesktopUser)]
    public void An_account_without_use_for_certificates_has_its_code(bool service, string desktop, bool elevated, ComplianceCode code)
    {
        AccountResult account = AccountGuard.Evaluate(new AccountFacts("S-1", "admin", desktop, service, elevated));
        ComplianceResult result = Compliance.Evaluate(account.Error, [], requireCertificate: false, Origin);
        Assert.Equal((code, false), (result.Code, result.IsCompliant));
    }

    [Fact]
    public void The_worst_decides_and_is_told_first()
    {
        ComplianceResult result = Compliance.Evaluate(
            Account(),
            [Plan(RenewalPlanStatus.NotDue), Plan(RenewalPlanStatus.ReissueRequired), Plan(RenewalPlanStatus.RenewalDue)],
            requireCertificate: true,
            Origin);

        Assert.Equal(ComplianceCode.ReissueRequired, result.Code);
        Assert.Equal(3, result.Plans.Count);
        Assert.Equal(
            ["ReissueRequired", "RenewalDue", "Valid"],
            JsonNode.Parse(result.Line)!["certificates"]!.AsArray().Select(certificate => (string?)certificate!["code"]));
    }

    [Theory]
    [InlineData("1TEST01", 20)]
    [InlineData("名古屋税関申告官署通関業者端末名古屋税関申告官署通関業者端末名古屋", 3)]
    [InlineData("a \"quoted\" \\ name\n\t", 10)]
    [InlineData("𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷", 2)]
    public void The_line_is_ASCII_JSON_of_at_most_2048_characters_however_many_and_long(string terminal, int least)
    {
        ComplianceResult result = Compliance.Evaluate(
            Account(),
            [.. Enumerable.Repeat(Plan(RenewalPlanStatus.ReissueRequired) with { Terminal = terminal, DaysLeft = -12345 }, 60)],
            requireCertificate: true,
            Origin);

        Assert.InRange(result.Line.Length, 1, 2048);
        Assert.All(result.Line, character => Assert.InRange(character, ' ', '~'));
        JsonNode line = JsonNode.Parse(result.Line)!;
        Assert.Equal((60, 1), ((int)line["count"]!, (int)line["exit"]!));
        Assert.InRange(line["certificates"]!.AsArray().Count, least, 60);
        Assert.All(line["certificates"]!.AsArray(), certificate => Assert.Equal(terminal, (string?)certificate!["terminal"]));
    }

    [Fact]
    public void Even_a_name_that_fills_the_line_alone_leaves_a_line() =>
        Assert.Empty(JsonNode.Parse(Compliance.Evaluate(
            Account(), [Plan(RenewalPlanStatus.RenewalDue) with { Terminal = new string('名', 4000) }], true, Origin).Line)!["certificates"]!.AsArray());

    [Fact]
    public void It_says_where_and_when_it_was_found()
    {
        ComplianceResult result = Compliance.Evaluate(Account(), [], requireCertificate: false, Origin);
        Assert.Equal(
            (Origin.ComputerName, Origin.UserName, Origin.ModuleVersion, Origin.Time),
            (result.ComputerName, result.UserName, result.ModuleVersion, result.Time));
        Assert.Equal(Origin.Time, Compliance.TimedOut(Origin).Time);
    }

    [Fact]
    public void The_line_for_agents_names_no_user() =>
        Assert.DoesNotContain("taro", Compliance.Evaluate(Account(), [], requireCertificate: false, Origin).Line, StringComparison.Ordinal);

    private static ErrorId? Account() => AccountGuard.Evaluate(new AccountFacts("S-1", "user", "user", IsServiceAccount: false, IsElevated: false)).Error;

    private static RenewalPlan Plan(RenewalPlanStatus status, bool silent = true) => new RenewalPlanner(
        silent ? Certificates.Silent : Certificates.Manual, Now, Certificates.Tokyo).Plan(Certificates.Of(CertificateStatus.RenewalDue, Now)) with
    {
        Status = status,
    };
}

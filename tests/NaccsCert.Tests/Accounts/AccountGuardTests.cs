using System;
using NaccsCert.Accounts;
using NaccsCert.Tests.Support;
using Xunit;

namespace NaccsCert.Tests.Accounts;

/// <summary>Which accounts a certificate may be enrolled in (manual 1.1).</summary>
public sealed class AccountGuardTests
{
    private const string Taro = @"TSUKAN\taro";
    private const string Admin = @"PC01\Administrator";
    private const string Nobody = "";
    private const string TaroSid = "S-1-5-21-1-2-3-1001";

    [Theory]
    [InlineData(Taro, Taro, false, false, AccountStatus.Suitable, null)]
    [InlineData(Taro, Taro, false, true, AccountStatus.Suitable, null)]
    [InlineData(@"tsukan\TARO", Taro, false, false, AccountStatus.Suitable, null)]
    [InlineData(Taro, Nobody, false, false, AccountStatus.NoDesktop, null)]
    [InlineData(Admin, Nobody, false, true, AccountStatus.NoDesktop, null)]
    [InlineData(Admin, Taro, false, true, AccountStatus.ElevatedAsAnother, ErrorId.AccountElevatedAsAnother)]
    [InlineData(@"PC01\taro", Taro, false, true, AccountStatus.ElevatedAsAnother, ErrorId.AccountElevatedAsAnother)]
    [InlineData(@"TSUKAN\hanako", Taro, false, false, AccountStatus.NotDesktopUser, ErrorId.AccountNotDesktopUser)]
    [InlineData(@"NT AUTHORITY\SYSTEM", Nobody, true, true, AccountStatus.ServiceAccount, ErrorId.AccountIsService)]
    [InlineData(@"NT AUTHORITY\SYSTEM", Taro, true, true, AccountStatus.ServiceAccount, ErrorId.AccountIsService)]
    [InlineData(@"NT AUTHORITY\LOCAL SERVICE", Nobody, true, false, AccountStatus.ServiceAccount, ErrorId.AccountIsService)]
    [InlineData(@"NT AUTHORITY\NETWORK SERVICE", Taro, true, false, AccountStatus.ServiceAccount, ErrorId.AccountIsService)]
    public void Accounts_are_judged_by_who_sits_at_the_desktop(
        string user, string desktop, bool service, bool elevated, AccountStatus status, ErrorId? error)
    {
        AccountFacts facts = Facts(user, desktop, service, elevated);

        AccountResult result = AccountGuard.Evaluate(facts);
        NaccsException? refusal = Record.Exception(() => AccountGuard.Require(facts)) as NaccsException;

        Assert.Equal((status, error, error is null), (result.Status, result.Error, result.CanEnroll));
        Assert.Equal((user, desktop, elevated), (result.UserName, result.DesktopUserName, result.IsElevated));
        Assert.Equal(error, refusal?.ErrorId);
        Assert.Equal(refusal is null, error is null);
    }

    [Theory]
    [InlineData(TaroSid, @"AzureAD\TaroYamadaOfTheCustomsBrokerage", @"AzureAD\taro", AccountStatus.Suitable)]
    [InlineData("S-1-12-1-1-2-3-4", Taro, Taro, AccountStatus.NotDesktopUser)]
    public void The_same_account_is_that_of_the_same_id_whatever_its_name(string desktopId, string user, string desktop, AccountStatus expected) =>
        Assert.Equal(expected, AccountGuard.Evaluate(Facts(user, desktop, service: false, elevated: false) with { DesktopUserId = desktopId }).Status);

    // The records of a session have 20 characters of a name.
    [Theory]
    [InlineData(@"AzureAD\TaroYamadaOfTheCustomsBrokerage", @"AzureAD\TaroYamadaOfTheCusto", AccountStatus.Suitable)]
    [InlineData(@"AzureAD\TaroYamadaOfTheCustoDian", @"AZUREAD\taroyamadaofthecusto", AccountStatus.Suitable)]
    [InlineData(@"AzureAD\TaroYamadaOfTheCustomsBrokerage", @"AzureAD\TaroYamadaOfTheCust", AccountStatus.NotDesktopUser)]
    [InlineData(@"PC01\TaroYamadaOfTheCustomsBrokerage", @"AzureAD\TaroYamadaOfTheCusto", AccountStatus.NotDesktopUser)]
    public void Where_the_id_cannot_be_found_a_name_may_be_cut(string user, string desktop, AccountStatus expected) =>
        Assert.Equal(expected, AccountGuard.Evaluate(Facts(user, desktop, service: false, elevated: false)).Status);

    [Theory]
    [InlineData("en-US", Taro, Taro, false, $"{Taro} is the account that is signed in at the desktop.")]
    [InlineData("ja-JP", Taro, Taro, false, $"{Taro} は、デスクトップにログオンしているアカウントです。")]
    [InlineData("en-US", Taro, Nobody, false, $"Nobody is signed in at a desktop. Make sure that {Taro} is the account used to work with NACCS.")]
    [InlineData("ja-JP", Taro, Nobody, false, $"デスクトップにログオンしているアカウントがありません。{Taro} がNACCSの業務で使用するアカウントであることを確認してください。")]
    [InlineData("en-US", Admin, Taro, true, $"This session is elevated as {Admin}, but {Taro} is signed in at the desktop. Only {Admin} could use the certificate.")]
    [InlineData("ja-JP", Admin, Taro, true, $"このPowerShellは {Admin} の管理者権限で実行されていますが、デスクトップにログオンしているのは {Taro} です。登録した証明書を使用できるのは {Admin} だけです。")]
    [InlineData("en-US", Admin, Taro, false, $"The command is running as {Admin}, but {Taro} is signed in at the desktop. Only {Admin} could use the certificate.")]
    [InlineData("ja-JP", Admin, Taro, false, $"コマンドは {Admin} で実行されていますが、デスクトップにログオンしているのは {Taro} です。登録した証明書を使用できるのは {Admin} だけです。")]
    public void The_reason_names_the_accounts(string culture, string user, string desktop, bool elevated, string reason) =>
        Cultures.Run(culture, () => Assert.Equal(reason, AccountGuard.Evaluate(Facts(user, desktop, service: false, elevated)).Reason));

    [Theory]
    [InlineData("en-US", "is a service account")]
    [InlineData("ja-JP", "サービス用のアカウントです")]
    public void An_account_of_services_is_told_what_to_do_instead(string culture, string reason) => Cultures.Run(culture, () =>
    {
        AccountFacts system = Facts(@"NT AUTHORITY\SYSTEM", Nobody, service: true, elevated: true);

        NaccsException error = Assert.Throws<NaccsException>(() => AccountGuard.Require(system));

        Assert.Contains(reason, AccountGuard.Evaluate(system).Reason, StringComparison.Ordinal);
        Assert.Equal((AccountGuard.Evaluate(system).Reason, system.UserName), (error.Message, error.Target));
        Assert.Contains("Intune", error.RecommendedAction, StringComparison.Ordinal);
        Assert.Contains("-Force", error.RecommendedAction, StringComparison.Ordinal);
    });

    private static AccountFacts Facts(string user, string desktop, bool service, bool elevated) =>
        new(TaroSid, user, desktop, service, elevated);
}

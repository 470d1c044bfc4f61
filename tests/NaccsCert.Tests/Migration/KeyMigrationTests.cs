using System;
using System.Linq;
using NaccsCert.Accounts;
using NaccsCert.Keys;
using NaccsCert.Migration;
using NaccsCert.Resources;
using Xunit;

namespace NaccsCert.Tests.Migration;

/// <summary>What each change does to a key of each kind: what Windows does cannot be had here, so that it is told by provider and account.</summary>
public sealed class KeyMigrationTests
{
    private const string Software = "Microsoft Software Key Storage Provider";
    private const string Legacy = "Microsoft Enhanced RSA and AES Cryptographic Provider";
    private const string Tpm = "Microsoft Platform Crypto Provider";
    private const string Card = "Microsoft Smart Card Key Storage Provider";
    private const string LegacyCard = "Microsoft Base Smart Card Crypto Provider";
    private const string Other = "Sample Vendor Key Storage Provider";

    // For each change, in their order: L lost, U unknown, M movable, S stays.
    [Theory]
    [InlineData(Software, false, AccountKind.Local, ProfileKind.Local, "LLSLUL")]
    [InlineData(Software, true, AccountKind.Local, ProfileKind.Local, "MMSMMM")]
    [InlineData(Software, null, AccountKind.Local, ProfileKind.Local, "UUSLUU")]
    [InlineData(Legacy, false, AccountKind.Local, ProfileKind.Temporary, "LLSLUL")]
    [InlineData(Software, false, AccountKind.Domain, ProfileKind.Local, "LLSSUL")]
    [InlineData(Software, true, AccountKind.Domain, ProfileKind.Local, "MMSSMM")]
    [InlineData(Software, false, AccountKind.Domain, ProfileKind.Roaming, "ULSSUU")]
    [InlineData(Legacy, false, AccountKind.Domain, ProfileKind.Unknown, "ULSSUU")]
    [InlineData(Software, true, AccountKind.Domain, ProfileKind.Roaming, "MMSSMM")]
    [InlineData(Software, false, AccountKind.Entra, ProfileKind.Local, "LLUUUL")]
    [InlineData(Software, true, AccountKind.Entra, ProfileKind.Local, "MMUMMM")]
    [InlineData(Software, false, AccountKind.Unknown, ProfileKind.Local, "LLUUUL")]
    [InlineData(Tpm, false, AccountKind.Local, ProfileKind.Local, "LLSUUL")]
    [InlineData(Tpm, false, AccountKind.Domain, ProfileKind.Roaming, "LLSUUL")]
    [InlineData(Card, false, AccountKind.Local, ProfileKind.Local, "MMSSSM")]
    [InlineData(LegacyCard, null, AccountKind.Entra, ProfileKind.Unknown, "MMSSSM")]
    [InlineData(Other, false, AccountKind.Local, ProfileKind.Local, "UUUUUU")]
    [InlineData(Other, true, AccountKind.Local, ProfileKind.Local, "MMUUMM")]
    [InlineData("", null, AccountKind.Local, ProfileKind.Local, "UUUUUU")]
    internal void Each_change_by_provider_export_policy_account_and_profile(
        string provider, bool? isExportable, AccountKind account, ProfileKind profile, string expected)
    {
        var key = new MigrationKey(KeyStorages.Of(provider), isExportable, new MigrationOwner(account, profile));
        Assert.Equal(
            expected,
            string.Concat(Enum.GetValues<MigrationChange>().Select(change => KeyMigration.Evaluate(key, change).Outcome.ToString()[0])));
    }

    [Theory]
    [InlineData(@"PC01\taro", "S-1-5-21-1-2-3-1001", AccountKind.Local)]
    [InlineData(@"pc01\TARO", "S-1-5-21-1-2-3-1001", AccountKind.Local)]
    [InlineData(@"TSUKAN\taro", "S-1-5-21-4-5-6-1001", AccountKind.Domain)]
    [InlineData(@"AzureAD\taro", "S-1-12-1-1-2-3-4", AccountKind.Entra)]
    [InlineData(@"NT AUTHORITY\SYSTEM", "S-1-5-18", AccountKind.Unknown)]
    [InlineData("taro", "taro", AccountKind.Unknown)]
    internal void An_account_belongs_to_whoever_its_identity_names(string name, string id, AccountKind expected) =>
        Assert.Equal(expected, AccountKinds.Of(new AccountFacts(id, name, name, IsServiceAccount: false, IsElevated: false), "PC01"));

    [Fact]
    public void A_reset_local_password_is_warned_of_before_and_a_lost_key_leads_to_NSS()
    {
        var key = new MigrationKey(KeyStorage.Profile, IsExportable: false, new MigrationOwner(AccountKind.Local, ProfileKind.Local));
        Assert.Equal(
            [StringId.MigrationStepChangeYourself, StringId.MigrationStepApply],
            MigrationSteps.Before(MigrationOutcome.Lost, MigrationChange.PasswordReset, key));
        Assert.Equal(
            [StringId.MigrationStepCodes, StringId.MigrationStepRequest, StringId.MigrationStepTest],
            MigrationSteps.After(MigrationOutcome.Lost, MigrationChange.PasswordReset, key));
        Assert.True(MigrationSteps.MayNeedReissue(MigrationOutcome.Lost, MigrationChange.PasswordReset));
        Assert.False(MigrationSteps.MayNeedReissue(MigrationOutcome.Movable, MigrationChange.PasswordReset));
        Assert.True(MigrationSteps.MayNeedReissue(MigrationOutcome.Movable, MigrationChange.Computer));
    }
}

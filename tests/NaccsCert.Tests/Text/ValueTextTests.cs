using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Reflection;
using System.Resources;
using System.Runtime.CompilerServices;
using NaccsCert.Enrollment.Journal;
using NaccsCert.Services;
using NaccsCert.Tests.Support;
using NaccsCert.Validation.Connectivity;
using Xunit;

namespace NaccsCert.Tests.Text;

/// <summary>What views show in place of values, in both languages.</summary>
public sealed class ValueTextTests
{
    private static readonly ResourceManager Texts = new(typeof(ValueText));

    private static readonly Type[] Records =
        [.. typeof(OperationResult).Assembly.GetExportedTypes().Where(type => type.GetMethod("<Clone>$") is not null && !type.IsAbstract)];

    // What Test-NaccsCertificate checks: the fixed names that its help page gives.
    private static readonly string[] CertificateChecks = ["Window", "Key", "Chain", "Revocation", "SignIn", "TrustAnchors", "Reminder", "Origin"];

    public static TheoryData<string> States =>
    [
        .. Records.SelectMany(record => record.GetProperties())
            .Select(property => Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType)
            .Where(type => type.IsEnum && type != typeof(ErrorId))
            .Distinct()
            .SelectMany(type => Enum.GetNames(type), (type, name) => $"{type.Name}_{name}"),
        .. Enum.GetNames<EnrollmentStage>()[(int)EnrollmentStage.KeyCreated..(int)EnrollmentStage.Finished].Append("Unreadable")
            .Select(name => "EnrollmentStage_" + name),
        .. Enum.GetNames<Stage>().Select(name => "Check_" + name),
        .. CertificateChecks.Select(name => "Check_" + name),
        .. Enum.GetNames<ServiceEnvironment>().Select(name => $"{nameof(HostEnvironment)}_{name}"),
        .. new ServiceDefinitionSource([]).Load(null).Hosts.Select(host => "HostRole_" + host.Role).Distinct(),
    ];

    public static TheoryData<Type> RecordTypes => [.. Records];

    [Theory]
    [MemberData(nameof(States))]
    public void A_state_has_words_in_both_languages(string key)
    {
        string? english = Texts.GetString(key, CultureInfo.GetCultureInfo("en"));
        string? japanese = Texts.GetString(key, CultureInfo.GetCultureInfo("ja"));
        Assert.False(string.IsNullOrWhiteSpace(english));
        if (key.StartsWith(nameof(BrowserKind), StringComparison.Ordinal))
        {
            // Names of products are the same in every language.
            Assert.Equal(english, japanese);
            return;
        }

        Assert.Matches(@"[\p{IsHiragana}\p{IsKatakana}\p{IsCJKUnifiedIdeographs}]", japanese);
    }

    [Fact]
    public void Both_languages_have_the_same_texts() => Assert.Equal(Keys(string.Empty), Keys("ja"));

    [Fact]
    public void A_name_that_has_no_words_is_shown_as_it_is()
    {
        Assert.Equal("Telepathy", ValueText.Of("HostRole", "Telepathy"));
        Assert.Null(ValueText.Of("CheckStatus", null));
    }

    [Theory]
    [InlineData("1AAA0001", 8, "1AAA0001")]
    [InlineData("BROKER-TOKYO-0001", 12, "BROKE..-0001")]
    [InlineData("東京通関営業所第一", 12, "東京..第一")]
    public void A_name_that_is_too_long_keeps_its_beginning_and_its_end(string name, int cells, string expected) =>
        Assert.Equal(expected, ValueText.Fit(name, cells));

    [Theory]
    [InlineData("更新してください。有効期限は 2026-12-19 14:16 です。", 28, "更新してください。有効期限は|2026-12-19 14:16 です。")]
    [InlineData("ホスト名 web-prod.nac.naccs.jp を解決できません。", 24, "ホスト名|web-prod.nac.naccs.jp を|解決できません。")]
    [InlineData("説明は「手順書」です。", 20, "説明は「手順書」で|す。")]
    [InlineData("開始は 2026-12-15 13:00 (2026-12-15 22:00 +09:00) です。", 26, "開始は 2026-12-15 13:00|(2026-12-15 22:00 +09:00)|です。")]
    [InlineData("The certificate is installed and tested.", 20, "The certificate is|installed and|tested.")]
    [InlineData("one\ntwo", 20, "one|two")]
    [InlineData("", 20, "")]
    public void Text_breaks_where_dates_and_names_stay_whole(string text, int cells, string expected) =>
        Assert.Equal(expected, ValueText.Wrap(text, cells + 1, 0)!.Replace('\n', '|'));

    [Fact]
    public void A_console_that_does_not_tell_its_width_has_80_columns() =>
        Assert.Equal(ValueText.Wrap(new string('あ', 60), 80, 10), ValueText.Wrap(new string('あ', 60), 0, 10));

    [Theory]
    [MemberData(nameof(RecordTypes))]
    public void A_record_says_in_one_line_what_it_is(Type record)
    {
        MethodInfo text = record.GetMethod(nameof(ToString), Type.EmptyTypes)!;
        Assert.Equal(record, text.DeclaringType);
        Assert.Null(text.GetCustomAttribute<CompilerGeneratedAttribute>(inherit: false));
    }

    [Fact]
    public void The_line_of_a_record_is_the_same_in_every_calendar() => Cultures.Run("ja-JP", () => Assert.Equal(
        "naccs: 2026-12-15 22:00 +09:00 - 2026-12-16 08:00 +09:00",
        MaintenanceSchedule.List(
            new ServiceDefinitionSource([]).Load(null), new DateTimeOffset(2026, 12, 1, 0, 0, 0, TimeSpan.Zero), 1, TimeZoneInfo.Utc)[0].ToString()));

    private static IEnumerable<string> Keys(string language) =>
        Texts.GetResourceSet(CultureInfo.GetCultureInfo(language), createIfNotExists: true, tryParents: false)!
            .Cast<System.Collections.DictionaryEntry>().Select(entry => (string)entry.Key).Order(StringComparer.Ordinal);
}

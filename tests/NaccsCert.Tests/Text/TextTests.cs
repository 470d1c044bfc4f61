using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Resources;
using System.Text.RegularExpressions;
using NaccsCert.Resources;
using NaccsCert.Tests.Support;
using Xunit;

namespace NaccsCert.Tests.Text;

/// <summary>Every text is there in English and Japanese, and both speak of the same things.</summary>
public sealed class TextTests
{
    private static readonly Regex Placeholder = new(@"\{(\d+)[^}]*\}");
    private static readonly Regex Japanese = new(@"[\p{IsHiragana}\p{IsKatakana}\p{IsCJKUnifiedIdeographs}]");

    private static readonly ResourceManager Errors = new(typeof(ErrorText));
    private static readonly ResourceManager Reasons = new(typeof(Strings));

    public static TheoryData<ErrorId> ErrorIds => [.. Enum.GetValues<ErrorId>()];

    public static TheoryData<string> ReasonIds => [.. Enum.GetNames<StringId>()];

    [Theory]
    [MemberData(nameof(ErrorIds))]
    public void An_error_has_message_and_action_in_both_languages(ErrorId id)
    {
        AssertBothLanguages(Errors, id + "_Message");
        AssertBothLanguages(Errors, id + "_Action");
        Assert.DoesNotContain("{", Text(Errors, id + "_Action", "en"), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(ReasonIds))]
    public void A_reason_has_a_text_in_both_languages(string id) => AssertBothLanguages(Reasons, id);

    [Fact]
    public void No_text_is_left_over()
    {
        IEnumerable<string> errors = Enum.GetNames<ErrorId>().SelectMany(id => new[] { id + "_Message", id + "_Action" });

        foreach (string language in new[] { "", "ja" })
        {
            Assert.Equal(errors.Order(StringComparer.Ordinal), Keys(Errors, language));
            Assert.Equal(Enum.GetNames<StringId>().Order(StringComparer.Ordinal), Keys(Reasons, language));
        }
    }

    [Theory]
    [InlineData("en-US", "The host name nowhere.invalid cannot be resolved.")]
    [InlineData("de-DE", "The host name nowhere.invalid cannot be resolved.")]
    [InlineData("ja-JP", "ホスト名 nowhere.invalid を解決できません。")]
    [InlineData("ja", "ホスト名 nowhere.invalid を解決できません。")]
    public void The_language_is_that_of_the_session(string culture, string expected) => Cultures.Run(culture, () =>
        Assert.Equal(expected, new NaccsException(ErrorId.HostNotFound, "nowhere.invalid").Message));

    [Theory]
    [InlineData("ar-SA")]
    [InlineData("sv-SE")]
    public void Numbers_in_texts_look_the_same_in_every_culture(string culture) => Cultures.Run(culture, () =>
        Assert.Equal("-1234567 days behind", Strings.Format(StringId.ClockDaysBehind, -1234567)));

    private static void AssertBothLanguages(ResourceManager resources, string key)
    {
        string english = Text(resources, key, "en");
        string japanese = Text(resources, key, "ja");
        Assert.NotEqual(english, japanese);
        Assert.Matches(Japanese, japanese);
        Assert.Equal(Placeholders(english), Placeholders(japanese));
        Assert.Equal(japanese.Trim(), japanese);
    }

    private static string Text(ResourceManager resources, string key, string language)
    {
        string? text = resources.GetString(key, CultureInfo.GetCultureInfo(language));
        Assert.False(string.IsNullOrWhiteSpace(text), key);
        return text;
    }

    private static string[] Placeholders(string text) =>
        [.. Placeholder.Matches(text).Cast<Match>().Select(match => match.Groups[1].Value).Distinct().Order(StringComparer.Ordinal)];

    private static IEnumerable<string> Keys(ResourceManager resources, string language) =>
        resources.GetResourceSet(CultureInfo.GetCultureInfo(language), createIfNotExists: true, tryParents: false)!
            .Cast<System.Collections.DictionaryEntry>().Select(entry => (string)entry.Key).Order(StringComparer.Ordinal);
}

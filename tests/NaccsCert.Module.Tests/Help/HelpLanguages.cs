using Xunit;

namespace NaccsCert.Module.Tests.Help;

/// <summary>The languages that help is written in.</summary>
internal static class HelpLanguages
{
    /// <summary>The one in which it is written first.</summary>
    public const string English = "en-US";

    /// <summary>That of the operators.</summary>
    public const string Japanese = "ja-JP";

    /// <summary>Each of them, for the tests that hold for all.</summary>
    public static TheoryData<string> All { get; } = [English, Japanese];
}

using System.Collections.Generic;
using NaccsCert.Resources;

namespace NaccsCert.Renewal;

/// <summary>
/// What toasts need in the user's part of the registry, below <c>Software\Classes</c>: the name under which they appear,
/// and the address behind the button that renews.
/// </summary>
internal static class UserClasses
{
    /// <summary>The scheme of the address.</summary>
    public const string Protocol = "naccscert";

    /// <summary>The identity of the sender of toasts.</summary>
    public const string ToastSender = "NaccsCert.Reminder";

    /// <summary>The keys, each of which is the reminder's own and is removed with it.</summary>
    public static IReadOnlyList<string> Keys { get; } = [$@"AppUserModelId\{ToastSender}", Protocol];

    /// <summary>The values: key, name (empty for the default value) and text.</summary>
    /// <param name="renewCommand">The command line that renews, without a place for the address: nothing in it is taken.</param>
    public static IReadOnlyList<(string Key, string Name, string Text)> Values(string renewCommand) =>
    [
        (Keys[0], "DisplayName", Strings.Format(StringId.NoticeTitle)),
        (Protocol, string.Empty, "URL:NaccsCert"),
        (Protocol, "URL Protocol", string.Empty),
        ($@"{Protocol}\shell\open\command", string.Empty, renewCommand),
    ];
}

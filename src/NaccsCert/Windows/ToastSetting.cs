using System;

namespace NaccsCert.Windows;

/// <summary>What <c>ToastNotifier.Setting</c> says (Windows.UI.Notifications, NotificationSetting).</summary>
internal static class ToastSetting
{
    // DisabledForApplication, DisabledForUser, DisabledByGroupPolicy and DisabledByManifest.
    private const int FirstDisabled = 1;
    private const int LastDisabled = 4;

    /// <summary>Whether notifications are switched off, by the user or by an administrator.</summary>
    /// <param name="read">
    /// Reads the setting. It throws for a sender without a package that has not shown a toast yet (CommunityToolkit
    /// #3626): then nothing is known, and only showing one helps.
    /// </param>
    /// <returns>True only where the setting says so.</returns>
    public static bool IsDisabled(Func<object?> read)
    {
        try
        {
            return Convert.ToInt32(read(), null) is >= FirstDisabled and <= LastDisabled;
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return false;
        }
    }
}

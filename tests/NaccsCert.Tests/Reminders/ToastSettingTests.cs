using System;
using System.Reflection;
using System.Runtime.InteropServices;
using NaccsCert.Windows;
using Xunit;

namespace NaccsCert.Tests.Reminders;

/// <summary>Only a setting that says so switches toasts off.</summary>
public sealed class ToastSettingTests
{
    // Windows.UI.Notifications.NotificationSetting, with what a later Windows might add.
    private enum NotificationSetting
    {
        Enabled,
        DisabledForApplication,
        DisabledForUser,
        DisabledByGroupPolicy,
        DisabledByManifest,
        Unknown,
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(2, true)]
    [InlineData(3, true)]
    [InlineData(4, true)]
    [InlineData(5, false)]
    [InlineData(-1, false)]
    public void A_value_is_taken_at_its_word(int value, bool isDisabled) =>
        Assert.Equal(isDisabled, ToastSetting.IsDisabled(() => (NotificationSetting)value));

    [Fact]
    public void A_throw_means_that_nothing_is_known()
    {
        // Element not found: what Windows gives for a sender that has not shown anything yet, as reflection wraps it.
        Exception[] exceptions =
        [
            new TargetInvocationException(ElementNotFound()), ElementNotFound(), new UnauthorizedAccessException(), new MissingMethodException(),
            new TypeLoadException(), new ArgumentException("Setting"),
        ];

        Assert.All(exceptions, exception => Assert.False(ToastSetting.IsDisabled(() => throw exception)));
    }

    [Fact]
    public void By_reflection_it_is_the_same()
    {
        var sender = new Sender();
        Assert.False(ToastSetting.IsDisabled(() => typeof(Sender).GetProperty("Setting")!.GetValue(sender)));
        sender.HasShown = true;
        Assert.True(ToastSetting.IsDisabled(() => typeof(Sender).GetProperty("Setting")!.GetValue(sender)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("off")]
    public void What_is_no_setting_says_nothing(object? value) => Assert.False(ToastSetting.IsDisabled(() => value));

    private static Exception ElementNotFound() => Marshal.GetExceptionForHR(unchecked((int)0x80070490))!;

    private sealed class Sender
    {
        public bool HasShown { get; set; }

        public NotificationSetting Setting => HasShown
            ? NotificationSetting.DisabledForUser
            : throw ElementNotFound();
    }
}

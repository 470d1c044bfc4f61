#if !NET
using System;
using System.Xml.Linq;
#endif
using NaccsCert.Renewal;

namespace NaccsCert.Windows;

/// <summary>
/// The toasts of Windows. .NET Framework reaches the Windows Runtime by reflection; later .NET cannot without packages
/// that would have to be shipped, and leaves it to the next way.
/// </summary>
internal sealed class ToastNotifier : INotifier
{
    /// <inheritdoc/>
    public string Name => "Toast";

#if NET
    /// <inheritdoc/>
    public NoticeResponse Show(Notice notice) => NoticeResponse.Unavailable;
#else
    private const string NotificationsNamespace = "Windows.UI.Notifications";

    /// <inheritdoc/>
    public NoticeResponse Show(Notice notice)
    {
        try
        {
            return TryShow(ToastXml.Compose(notice).ToString(SaveOptions.DisableFormatting));
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // Whatever is in the way of a toast is not in the way of the next notifier.
            return NoticeResponse.Unavailable;
        }
    }

    private static NoticeResponse TryShow(string xml)
    {
        Type? manager = Runtime(NotificationsNamespace + ".ToastNotificationManager", NotificationsNamespace);
        Type? toast = Runtime(NotificationsNamespace + ".ToastNotification", NotificationsNamespace);
        Type? document = Runtime("Windows.Data.Xml.Dom.XmlDocument", "Windows.Data.Xml.Dom.XmlDocument");
        if (manager is null || toast is null || document is null)
        {
            return NoticeResponse.Unavailable;
        }

        object content = Activator.CreateInstance(document);
        Call(content, "LoadXml", xml);
        object notifier = manager.GetMethod("CreateToastNotifier", [typeof(string)]).Invoke(null, [UserClasses.ToastSender]);
        if (ToastSetting.IsDisabled(() => notifier.GetType().GetProperty("Setting").GetValue(notifier)))
        {
            return NoticeResponse.Unavailable;
        }

        Call(notifier, "Show", Activator.CreateInstance(toast, content));
        return NoticeResponse.Shown;
    }

    private static Type? Runtime(string type, string assembly) =>
        Type.GetType($"{type}, {assembly}, ContentType=WindowsRuntime", throwOnError: false);

    private static void Call(object target, string method, object argument) =>
        target.GetType().GetMethod(method, [argument.GetType()]).Invoke(target, [argument]);
#endif
}

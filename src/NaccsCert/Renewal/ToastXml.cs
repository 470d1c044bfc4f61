using System.Xml.Linq;

namespace NaccsCert.Renewal;

/// <summary>A notice as the toast of Windows.</summary>
/// <remarks>
/// Schema: learn.microsoft.com, "Toast content schema". The button that renews opens an address without any parameter, so
/// that whoever else opens it can do nothing but what the user could.
/// </remarks>
internal static class ToastXml
{
    /// <summary>The address that renews what is due.</summary>
    public const string RenewAddress = UserClasses.Protocol + ":renew";

    /// <summary>Composes a toast that stays until it is answered or put away.</summary>
    public static XElement Compose(Notice notice) => new(
        "toast",
        new XAttribute("scenario", "reminder"),
        notice.Renew is null
            ? null
            : new object[] { new XAttribute("activationType", "protocol"), new XAttribute("launch", RenewAddress) },
        new XElement(
            "visual",
            new XElement(
                "binding",
                new XAttribute("template", "ToastGeneric"),
                new XElement("text", XmlText.From(notice.Title)),
                new XElement("text", XmlText.From(notice.Text)))),
        new XElement(
            "actions",
            notice.Renew is null ? null : Button(notice.Renew, "protocol", RenewAddress),
            Button(notice.Later, "system", "dismiss")));

    private static XElement Button(string label, string activation, string arguments) => new(
        "action",
        new XAttribute("content", XmlText.From(label)),
        new XAttribute("activationType", activation),
        new XAttribute("arguments", arguments));
}

using System;
using System.Collections.Generic;
using System.Globalization;
using NaccsCert.Html;
using NaccsCert.Resources;

namespace NaccsCert.Fleet;

/// <summary>The overview as one HTML page, for the screen, for printing, and for a mail.</summary>
internal sealed class FleetPage
{
    private static readonly HtmlAsset Style = HtmlAsset.Style("Fleet.css");

    private readonly FleetOverview _fleet;
    private readonly FleetText _text;
    private readonly FleetTables _tables;

    /// <summary>Prepares the page.</summary>
    /// <param name="fleet">What it shows.</param>
    /// <param name="text">The language and the time zone.</param>
    public FleetPage(FleetOverview fleet, FleetText text)
    {
        (_fleet, _text) = (fleet, text);
        _tables = new FleetTables(fleet, text);
    }

    /// <summary>Composes the file.</summary>
    public byte[] Compose() => new HtmlPage
    {
        Language = _text.Language,
        Title = _text[StringId.FleetTitle, _text.Date(_fleet.Options.Now)],
        Assets = [Style, HtmlAsset.TableScript],
    }.Compose(Write);

    private void Write(HtmlWriter html)
    {
        html.Element(
            "p", _text[StringId.FleetCreated, _text.Moment(_fleet.Options.Now), _text.ZoneName(_fleet.Options.Now)], ("class", "muted"));
        WriteTiles(html);
        (string Id, StringId Title, Action<HtmlWriter> Write)[] sections = [.. Sections()];
        html.Element(
            "nav",
            () => html.Element("ul", () =>
            {
                foreach ((string id, StringId title, _) in sections)
                {
                    html.Element("li", () => html.Element("a", _text[title], ("href", "#" + id)));
                }
            }),
            ("aria-label", _text[StringId.FleetContents]));
        foreach ((string id, StringId title, Action<HtmlWriter> write) in sections)
        {
            html.Element(
                "section",
                () =>
                {
                    html.Element("h2", _text[title], ("id", id));
                    write(html);
                },
                ("aria-labelledby", id));
        }

        html.Element("p", _text[StringId.FleetPrivacy], ("class", "muted"));
    }

    private IEnumerable<(string Id, StringId Title, Action<HtmlWriter> Write)> Sections()
    {
        yield return ("failures", StringId.FleetFailures, _tables.WriteFailures);
        yield return ("silence", StringId.FleetSilence, _tables.WriteSilence);
        yield return ("timeline", StringId.FleetTimeline, new FleetTimeline(_fleet, _text).Write);
        yield return ("months", StringId.FleetMonths, new FleetHistogram(_fleet, _text).Write);
        yield return ("versions", StringId.FleetVersions, _tables.WriteShares);
        yield return ("all", StringId.FleetAll, _tables.WriteAll);
        if (_fleet.Options.Unread.Count > 0)
        {
            yield return ("unread", StringId.FleetUnread, WriteUnread);
        }
    }

    private void WriteTiles(HtmlWriter html)
    {
        (StringId Label, int Count, string? Look)[] tiles =
        [
            (StringId.FleetComputers, _fleet.Computers, null),
            (StringId.FleetCertificates, _fleet.Certificates, null),
            (StringId.FleetGood, _fleet.Count(FleetGrade.Good), "good"),
            (StringId.FleetWarning, _fleet.Count(FleetGrade.Warning), "warning"),
            (StringId.FleetBad, _fleet.Count(FleetGrade.Bad), "bad"),
            (StringId.FleetSilent, _fleet.Silent.Count, "warning"),
        ];
        html.Element(
            "dl",
            () =>
            {
                foreach ((StringId label, int count, string? look) in tiles)
                {
                    html.Element("div", () =>
                    {
                        html.Element("dt", _text[label]);
                        html.Element("dd", count.ToString(CultureInfo.InvariantCulture), ("class", count > 0 ? look : null));
                    });
                }
            },
            ("class", "tiles"));
    }

    private void WriteUnread(HtmlWriter html) => html.Element("ul", () =>
    {
        foreach (string text in _fleet.Options.Unread)
        {
            html.Element("li", text);
        }
    });
}

using System;
using System.Globalization;
using System.Linq;
using NaccsCert.Html;
using NaccsCert.Resources;

namespace NaccsCert.Fleet;

/// <summary>The renewal windows that are open or open soon, as bars over the days. Those that end first come first.</summary>
/// <param name="fleet">What it shows.</param>
/// <param name="text">The language and the time zone.</param>
internal sealed class FleetTimeline(FleetOverview fleet, FleetText text)
{
    // What fits on a page. All of them are in the list below.
    private const int MaxBars = 40;

    private const int DaysBefore = 14;
    private const int DaysAfter = 70;
    private const int DaysAhead = 28;
    private const int DaysOfWeek = 7;

    private const int LabelWidth = 250;
    private const int DayWidth = 9;
    private const int RowHeight = 20;
    private const int HeadHeight = 24;
    private const int BarHeight = 12;
    private const int HalfDate = 20;

    // So many half-width characters are as wide as the labels may be.
    private const int LabelCells = 32;

    private readonly DateTime _today = text.DayOf(fleet.Options.Now);

    /// <summary>Writes the drawing.</summary>
    public void Write(HtmlWriter html)
    {
        FleetRow[] open = [.. fleet.Rows.Where(IsOpenSoon)];
        if (open.Length == 0)
        {
            html.Element("p", text[StringId.FleetTimelineNone, DaysAhead]);
            return;
        }

        FleetRow[] shown = [.. open.Take(MaxBars)];
        html.Element("figure", () =>
        {
            html.Element("figcaption", text[StringId.FleetTimelineCaption]);
            html.Element("div", () => Draw(html, shown), ("class", "drawing"), ("role", "region"), ("tabindex", "0"), ("aria-label", text[StringId.FleetTimeline]));
        });
        if (open.Length > shown.Length)
        {
            html.Element("p", text[StringId.FleetTimelineMore, open.Length - shown.Length]);
        }
    }

    private bool IsOpenSoon(FleetRow row) =>
        row.NotAfter >= fleet.Options.Now && (Opens(row) - _today).TotalDays <= DaysAhead;

    // Intune does not say when the window opens; there every bar begins four weeks before the end (manual 1.2).
    private DateTime Opens(FleetRow row) => text.DayOf(row.RenewalOpens ?? row.NotAfter!.Value.AddDays(-DaysAhead));

    private void Draw(HtmlWriter html, FleetRow[] rows)
    {
        int width = LabelWidth + ((DaysBefore + DaysAfter) * DayWidth) + HalfDate;
        int height = HeadHeight + (rows.Length * RowHeight);
        html.Element(
            "svg",
            () =>
            {
                for (int day = -DaysBefore; day <= DaysAfter; day += DaysOfWeek)
                {
                    Line(html, X(day), HeadHeight - 6, height, day == 0 ? "today" : "tick");
                    string label = day == 0 ? text[StringId.FleetToday] : _today.AddDays(day).ToString("MM-dd", CultureInfo.InvariantCulture);
                    html.Element("text", label, ("x", X(day)), ("y", "12"), ("text-anchor", "middle"), ("class", day == 0 ? "today" : null));
                }

                for (int index = 0; index < rows.Length; index++)
                {
                    DrawRow(html, rows[index], HeadHeight + (index * RowHeight));
                }
            },
            ("viewBox", $"0 0 {width} {height}"),
            ("width", HtmlWriter.Number(width)),
            ("height", HtmlWriter.Number(height)),
            ("role", "group"),
            ("aria-label", text[StringId.FleetTimelineCaption]));
    }

    private void DrawRow(HtmlWriter html, FleetRow row, int top)
    {
        string label = row.Terminal.Length > 0 ? $"{row.Terminal} ({row.ComputerName})" : row.ComputerName;
        double start = Clip((Opens(row) - _today).TotalDays);
        double end = Clip((text.DayOf(row.NotAfter!.Value) - _today).TotalDays + 1);
        html.Element("text", ValueText.Fit(label, LabelCells), ("x", "0"), ("y", HtmlWriter.Number(top + 14)));
        html.Void(
            "rect",
            ("x", X(start)),
            ("y", HtmlWriter.Number(top + 4)),
            ("width", HtmlWriter.Number(Math.Max(end - start, 0.2) * DayWidth)),
            ("height", HtmlWriter.Number(BarHeight)),
            ("class", FleetLook.Of(row.Grade)),
            ("role", "img"),
            ("aria-label", text[StringId.FleetTimelineRow, label, text.Date(row.RenewalOpens), text.Date(row.NotAfter)]));
        if (row.AutomaticRenewal is { } moment && Math.Abs((text.DayOf(moment) - _today).TotalDays) <= DaysAfter)
        {
            Line(html, X(Clip((text.DayOf(moment) - _today).TotalDays)), top + 1, top + RowHeight - 1, "automatic");
        }
    }

    private static void Line(HtmlWriter html, string x, int top, int bottom, string look) => html.Void(
        "line", ("x1", x), ("x2", x), ("y1", HtmlWriter.Number(top)), ("y2", HtmlWriter.Number(bottom)), ("class", look));

    private static string X(double day) => HtmlWriter.Number(LabelWidth + ((day + DaysBefore) * DayWidth));

    private static double Clip(double day) => Math.Min(Math.Max(day, -DaysBefore), DaysAfter);
}

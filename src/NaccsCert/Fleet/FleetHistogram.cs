using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using NaccsCert.Html;
using NaccsCert.Resources;

namespace NaccsCert.Fleet;

/// <summary>How many certificates end in each month, as columns; and the same as a table, for those who do not see the drawing.</summary>
/// <param name="fleet">What it shows.</param>
/// <param name="text">The language and the time zone.</param>
internal sealed class FleetHistogram(FleetOverview fleet, FleetText text)
{
    // Certificates are valid for five years and a month (manual 1.2); what ends later, or ended long ago, is in the table.
    private const int MonthsBefore = 6;
    private const int MonthsAfter = 63;
    private const int MonthsOfYear = 12;

    private const int ColumnWidth = 15;
    private const int Top = 16;
    private const int Height = 120;
    private const int Bottom = 36;

    /// <summary>Writes the drawing and the table.</summary>
    public void Write(HtmlWriter html)
    {
        SortedDictionary<int, int> months = Count();
        int first = MonthOf(text.DayOf(fleet.Options.Now)) - MonthsBefore;
        html.Element("figure", () =>
        {
            html.Element("figcaption", text[StringId.FleetMonthsCaption]);
            html.Element("div", () => Draw(html, months, first), ("class", "drawing"), ("role", "region"), ("tabindex", "0"), ("aria-label", text[StringId.FleetMonths]));
        });
        html.Element("details", () =>
        {
            html.Element("summary", text[StringId.FleetAsTable]);
            new HtmlTable
            {
                Caption = text[StringId.FleetMonthsCaption],
                Columns = [new HtmlColumn(text[StringId.FleetMonth]), new HtmlColumn(text[StringId.FleetCertificates], IsNumber: true)],
            }.Write(html, months.Select(month => (IReadOnlyList<HtmlCell>)[new(Name(month.Key)), new(Number(month.Value))]));
        });
    }

    private SortedDictionary<int, int> Count()
    {
        var months = new SortedDictionary<int, int>();
        foreach (FleetRow row in fleet.Rows.Where(row => row.NotAfter is not null))
        {
            int month = MonthOf(text.DayOf(row.NotAfter!.Value));
            months[month] = months.TryGetValue(month, out int count) ? count + 1 : 1;
        }

        return months;
    }

    private void Draw(HtmlWriter html, SortedDictionary<int, int> months, int first)
    {
        int total = MonthsBefore + MonthsAfter;
        int most = Enumerable.Range(first, total).Max(month => months.TryGetValue(month, out int count) ? count : 0);
        int width = (total * ColumnWidth) + ColumnWidth;
        html.Element(
            "svg",
            () =>
            {
                for (int index = 0; index < total; index++)
                {
                    int month = first + index;
                    DrawMonth(html, month, index, months.TryGetValue(month, out int count) ? count : 0, most);
                }
            },
            ("viewBox", $"0 0 {width} {Top + Height + Bottom}"),
            ("width", Number(width)),
            ("height", Number(Top + Height + Bottom)),
            ("role", "img"),
            ("aria-label", text[StringId.FleetMonthsCaption]));
    }

    private static void DrawMonth(HtmlWriter html, int month, int index, int count, int most)
    {
        double left = (ColumnWidth / 2.0) + (index * ColumnWidth);
        string middle = HtmlWriter.Number(left + ((ColumnWidth - 2) / 2.0));
        if (count > 0)
        {
            double height = Math.Max((double)count / most * Height, 1);
            html.Void(
                "rect",
                ("x", HtmlWriter.Number(left)),
                ("y", HtmlWriter.Number(Top + Height - height)),
                ("width", Number(ColumnWidth - 2)),
                ("height", HtmlWriter.Number(height)),
                ("class", index < MonthsBefore ? "bad" : "accent"));
            html.Element("text", Number(count), ("x", middle), ("y", HtmlWriter.Number(Top + Height - height - 3)), ("text-anchor", "middle"), ("class", "small"));
        }

        html.Element("text", Number((month % MonthsOfYear) + 1), ("x", middle), ("y", Number(Top + Height + 13)), ("text-anchor", "middle"), ("class", "small"));
        if (index == 0 || month % MonthsOfYear == 0)
        {
            html.Element("text", Number(month / MonthsOfYear), ("x", middle), ("y", Number(Top + Height + 30)), ("text-anchor", "middle"));
        }
    }

    // Months since the year 0, so that they can be counted on.
    private static int MonthOf(DateTime day) => (day.Year * MonthsOfYear) + day.Month - 1;

    private static string Name(int month) => FormattableString.Invariant($"{month / MonthsOfYear:0000}-{(month % MonthsOfYear) + 1:00}");

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}

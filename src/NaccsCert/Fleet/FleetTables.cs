using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using NaccsCert.Html;
using NaccsCert.Resources;

namespace NaccsCert.Fleet;

/// <summary>The tables of the page.</summary>
/// <param name="fleet">What they show.</param>
/// <param name="text">The language and the time zone.</param>
internal sealed class FleetTables(FleetOverview fleet, FleetText text)
{
    private HtmlTableControls Controls => new(text[StringId.FleetSearch], text[StringId.FleetEverything], text[StringId.FleetShown, "{0}", "{1}"]);

    /// <summary>Writes what has failed, and why.</summary>
    public void WriteFailures(HtmlWriter html)
    {
        FleetRow[] failures = [.. fleet.Rows.Where(row => row.Grade == FleetGrade.Bad)];
        if (failures.Length == 0)
        {
            html.Element("p", text[StringId.FleetFailuresNone]);
            return;
        }

        new HtmlTable
        {
            Id = "failures-table",
            Caption = text[StringId.FleetFailuresCaption],
            Columns = Columns(
                StringId.FleetComputer, StringId.FleetUser, StringId.FleetTerminal, StringId.FleetState, StringId.FleetReason, StringId.FleetNotAfter, StringId.FleetReported),
            Controls = failures.Length > 1 ? Controls : null,
        }.Write(html, failures.Select(row => (IReadOnlyList<HtmlCell>)
        [
            new(row.ComputerName), new(row.UserName), new(row.Terminal), State(row), new(text.Reason(row)),
            Whole(text.Date(row.NotAfter)), Whole(text.Date(row.Reported)),
        ]));
    }

    /// <summary>Writes who has not reported, and since when.</summary>
    public void WriteSilence(HtmlWriter html)
    {
        object days = (int)fleet.Options.StaleAfter.TotalDays;
        if (fleet.Silent.Count == 0)
        {
            html.Element("p", text[StringId.FleetSilenceNone, days]);
            return;
        }

        new HtmlTable
        {
            Id = "silence-table",
            Caption = text[StringId.FleetSilenceCaption, days],
            Columns = Columns(StringId.FleetComputer, StringId.FleetUser, StringId.FleetLastReport),
            Controls = fleet.Silent.Count > 1 ? Controls : null,
        }.Write(html, fleet.Silent.Select(silence => (IReadOnlyList<HtmlCell>)
        [
            new(silence.ComputerName), new(silence.UserName),
            silence.LastReport is null ? new(text[StringId.FleetNever], "0", "bad") : Whole(text.Moment(silence.LastReport)),
        ]));
    }

    /// <summary>Writes on how many computers there is which version of the module, and which root.</summary>
    public void WriteShares(HtmlWriter html)
    {
        WriteShares(html, StringId.FleetVersionsCaption, StringId.FleetVersion, fleet.Versions);
        if (fleet.Roots.Count == 0)
        {
            html.Element("p", text[StringId.FleetRootsNone]);
            return;
        }

        WriteShares(html, StringId.FleetRootsCaption, StringId.FleetName, fleet.Roots);
    }

    /// <summary>Writes every row.</summary>
    public void WriteAll(HtmlWriter html) => new HtmlTable
    {
        Id = "all-table",
        Caption = text[StringId.FleetAllCaption],
        Columns =
        [
            .. Columns(StringId.FleetComputer, StringId.FleetUser, StringId.FleetTerminal),
            new HtmlColumn(text[StringId.FleetState], IsChoice: true),
            new HtmlColumn(text[StringId.FleetDays], IsNumber: true),
            .. Columns(StringId.FleetNotAfter, StringId.FleetRenewalOpens, StringId.FleetAutomatic, StringId.FleetReported),
            new HtmlColumn(text[StringId.FleetVersion], IsChoice: true),
        ],
        Controls = Controls,
    }.Write(html, fleet.Rows.Select(row => (IReadOnlyList<HtmlCell>)
    [
        new(row.ComputerName), new(row.UserName), new(row.Terminal), State(row), new(row.DaysLeft?.ToString(CultureInfo.InvariantCulture)),
        Whole(text.Date(row.NotAfter)), Whole(text.Date(row.RenewalOpens)), Whole(text.Moment(row.AutomaticRenewal)),
        new(text.Moment(row.Reported), null, row.IsStale ? "warning" : "whole"), new(row.ModuleVersion),
    ]));

    private void WriteShares(HtmlWriter html, StringId caption, StringId name, IReadOnlyList<FleetShare> shares) => new HtmlTable
    {
        Caption = text[caption],
        Columns = [new HtmlColumn(text[name]), new HtmlColumn(text[StringId.FleetComputers], IsNumber: true)],
    }.Write(html, shares.Select(share => (IReadOnlyList<HtmlCell>)
        [new(share.Name), new(share.Computers.ToString(CultureInfo.InvariantCulture))]));

    private HtmlColumn[] Columns(params StringId[] titles) => [.. titles.Select(title => new HtmlColumn(text[title]))];

    private static HtmlCell Whole(string moment) => new(moment, null, "whole");

    private HtmlCell State(FleetRow row) => new(text.State(row.State), null, FleetLook.Of(row.Grade));
}

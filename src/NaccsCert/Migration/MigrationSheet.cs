using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using NaccsCert.Html;
using NaccsCert.Resources;
using NaccsCert.Time;

namespace NaccsCert.Migration;

/// <summary>Composes the hand-over sheet: what each change does, the steps with check boxes, and room to write by hand. No code is on it.</summary>
/// <param name="origin">Where the results come from.</param>
/// <param name="language">The language of the sheet.</param>
internal sealed class MigrationSheet(MigrationSheetOrigin origin, CultureInfo language)
{
    private const string CheckBox = "☐ ";
    private const string ToWrite = "write";

    // Full-width in Japanese fonts too: a comma would stand in Japanese sentences.
    private const string BetweenNames = " / ";

    /// <summary>Composes it.</summary>
    /// <param name="results">The results in their order.</param>
    /// <returns>An HTML file in UTF-8.</returns>
    public byte[] Compose(IReadOnlyList<MigrationResult> results) => new HtmlPage
    {
        Language = language,
        Title = Text(StringId.MigrationSheetTitle),
        Assets = [HtmlAsset.Style("Sheet.css")],
    }.Compose(html =>
    {
        html.Element("p", Text(
            StringId.MigrationSheetOrigin, origin.ComputerName, origin.UserName, origin.Service, LocalTime.Text(origin.Created), origin.ModuleVersion));
        html.Element("p", () => html.Element("strong", Text(StringId.MigrationSheetSecrets)));
        html.Element("p", Text(StringId.MigrationSheetSource), ("class", "muted"));
        foreach (IGrouping<MigrationChange, MigrationResult> change in results.GroupBy(result => result.Change))
        {
            html.Element("section", () => WriteChange(html, change.Key, [.. change]));
        }

        html.Element("section", () => WriteTerminals(html, results));
    });

    private void WriteChange(HtmlWriter html, MigrationChange change, IReadOnlyList<MigrationResult> results)
    {
        string title = ValueText.Of(change);
        html.Element("h2", title);
        WriteTable(
            html,
            Text(StringId.MigrationSheetPlan),
            [StringId.MigrationSheetWho, StringId.MigrationSheetWhen, StringId.MigrationSheetDone],
            [[Blank, Blank, Blank]]);
        WriteTable(
            html,
            title,
            [
                StringId.MigrationSheetState, StringId.MigrationSheetItem, StringId.MigrationSheetName, StringId.MigrationSheetReissue,
                StringId.MigrationSheetReason,
            ],
            results.Select(result => new HtmlCell[]
            {
                new(ValueText.Of(result.Status), Look: LookOf(result.Status)), new(ValueText.Of(result.Item)), new(result.Name),
                new(Reissue(result)), new(result.Reason),
            }));
        WriteSteps(html, StringId.MigrationSheetBefore, results, result => result.StepsBefore);
        WriteSteps(html, StringId.MigrationSheetAfter, results, result => result.StepsAfter);
    }

    // Terminals for which the same is to be done share the steps: what was done for each is written below.
    private void WriteSteps(
        HtmlWriter html, StringId heading, IReadOnlyList<MigrationResult> results, Func<MigrationResult, IReadOnlyList<string>> stepsOf)
    {
        foreach (IGrouping<string, MigrationResult> same in results
            .Where(result => stepsOf(result).Count > 0)
            .GroupBy(result => string.Join("\n", stepsOf(result)), StringComparer.Ordinal))
        {
            html.Element("h3", Text(heading, string.Join(BetweenNames, same.Select(result => result.Name).Distinct())));
            html.Element(
                "ol",
                () =>
                {
                    foreach (string step in stepsOf(same.First()))
                    {
                        html.Element("li", CheckBox + step);
                    }
                },
                ("class", "steps"));
        }
    }

    private void WriteTerminals(HtmlWriter html, IReadOnlyList<MigrationResult> results)
    {
        html.Element("h2", Text(StringId.MigrationSheetTerminals));
        html.Element("p", () => html.Element("strong", Text(StringId.MigrationSheetSecrets)));
        WriteTable(
            html,
            Text(StringId.MigrationSheetTerminals),
            [
                StringId.MigrationSheetTerminal, StringId.MigrationSheetValidUntil, StringId.MigrationSheetApplied,
                StringId.MigrationSheetCodes, StringId.MigrationSheetInstalled, StringId.MigrationSheetTested, StringId.MigrationSheetBy,
            ],
            results
                .Where(result => result.Item == MigrationItem.Certificate && result.Status != MigrationOutcome.NotInUse)
                .GroupBy(result => result.Thumbprint).Select(same => same.First())
                .OrderBy(result => result.Name, StringComparer.Ordinal)
                .Select(result => new[]
                {
                    new HtmlCell(result.Name), new HtmlCell(LocalTime.Text(result.NotAfter!.Value)), Blank, Answer, Answer, Answer, Blank,
                }));
    }

    private void WriteTable(HtmlWriter html, string caption, StringId[] columns, IEnumerable<IReadOnlyList<HtmlCell>> rows) =>
        new HtmlTable { Caption = caption, Columns = [.. columns.Select(column => new HtmlColumn(Text(column)))] }.Write(html, rows);

    private static HtmlCell Blank => new(null, Look: ToWrite);

    private HtmlCell Answer => new(Text(StringId.MigrationSheetYesNo), Look: ToWrite);

    private string Reissue(MigrationResult result)
    {
        if (result.Item != MigrationItem.Certificate || result.Status == MigrationOutcome.NotInUse)
        {
            return "-";
        }

        if (result.ReissueBusinessDays is not { } days)
        {
            return Text(StringId.MigrationSheetNoReissue);
        }

        return Text(
            result.Status == MigrationOutcome.Lost ? StringId.MigrationSheetReissueNeeded : StringId.MigrationSheetReissueDays, days);
    }

    private static string LookOf(MigrationOutcome outcome) => outcome switch
    {
        MigrationOutcome.Lost => "bad",
        MigrationOutcome.Unknown or MigrationOutcome.Movable => "warning",
        MigrationOutcome.Stays => "good",
        _ => "muted",
    };

    private string Text(StringId text, params object[] arguments) => Strings.FormatIn(language, text, arguments);
}

using System.Collections.Generic;
using System.Linq;

namespace NaccsCert.Html;

/// <summary>A table with a caption. It can be read and printed as it is; where scripts run, an interactive one is sorted and filtered.</summary>
internal sealed record HtmlTable
{
    /// <summary>What the table shows.</summary>
    public required string Caption { get; init; }

    /// <summary>Its columns.</summary>
    public required IReadOnlyList<HtmlColumn> Columns { get; init; }

    /// <summary>The name by which the page can refer to it; null for none.</summary>
    public string? Id { get; init; }

    /// <summary>What <see cref="HtmlAsset.TableScript"/> says of it; null for a table that stays as it is.</summary>
    public HtmlTableControls? Controls { get; init; }

    /// <summary>Whether the table is sorted and filtered where scripts run.</summary>
    public bool IsInteractive => Controls is not null;

    /// <summary>Writes the table.</summary>
    /// <param name="html">The page.</param>
    /// <param name="rows">A cell for each column.</param>
    public void Write(HtmlWriter html, IEnumerable<IReadOnlyList<HtmlCell>> rows) => html.Element(
        "div",
        () => html.Element(
            "table",
            () =>
            {
                html.Element("caption", Caption);
                html.Element("thead", () => html.Element("tr", () => WriteHeads(html)));
                html.Element("tbody", () =>
                {
                    foreach (IReadOnlyList<HtmlCell> row in rows)
                    {
                        html.Element("tr", () => WriteCells(html, row));
                    }
                });
            },
            ("id", Id),
            ("data-filter", Controls?.Filter),
            ("data-all", Controls?.All),
            ("data-count", Controls?.Count)),
        ("class", "table"),

        // What is wider than the window is scrolled by the keyboard too.
        ("role", "region"),
        ("tabindex", "0"),
        ("aria-label", Caption));

    private void WriteHeads(HtmlWriter html)
    {
        foreach (HtmlColumn column in Columns)
        {
            html.Element(
                "th",
                column.Title,
                ("scope", "col"),
                ("class", column.IsNumber ? "number" : null),
                ("data-kind", column.IsNumber ? "number" : null),
                ("data-choice", column.IsChoice ? column.Title : null));
        }
    }

    private void WriteCells(HtmlWriter html, IReadOnlyList<HtmlCell> row)
    {
        foreach ((HtmlCell cell, HtmlColumn column) in row.Zip(Columns, (cell, column) => (cell, column)))
        {
            string? look = column.IsNumber ? "number" : cell.Look;
            html.Element("td", cell.Text, ("class", look), ("data-key", cell.Key));
        }
    }
}

/// <summary>A column of a table.</summary>
/// <param name="Title">Its heading.</param>
/// <param name="IsNumber">Whether it is set and sorted as numbers.</param>
/// <param name="IsChoice">Whether there is a list of its texts to choose from.</param>
internal sealed record HtmlColumn(string Title, bool IsNumber = false, bool IsChoice = false);

/// <summary>A cell of a table.</summary>
/// <param name="Text">What it shows.</param>
/// <param name="Key">What it is sorted by, where that is not the text.</param>
/// <param name="Look">The class of the style sheet: <c>good</c>, <c>warning</c>, <c>bad</c>, <c>muted</c>, or <c>whole</c> for what stays on one line; null for none.</param>
internal readonly record struct HtmlCell(string? Text, string? Key = null, string? Look = null);

/// <summary>What an interactive table says, in the language of the page.</summary>
/// <param name="Filter">The label of the field to search in.</param>
/// <param name="All">The choice that leaves nothing out.</param>
/// <param name="Count">How many rows are shown, with <c>{0}</c> for these and <c>{1}</c> for all.</param>
internal sealed record HtmlTableControls(string Filter, string All, string Count);

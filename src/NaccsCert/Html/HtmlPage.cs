using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace NaccsCert.Html;

/// <summary>The frame of a page that is one file: it loads nothing, sends nothing, and runs nothing but what came with it.</summary>
internal sealed record HtmlPage
{
    /// <summary>The language that the page is in.</summary>
    public required CultureInfo Language { get; init; }

    /// <summary>The title, which is the heading too.</summary>
    public required string Title { get; init; }

    /// <summary>The style sheets and scripts besides <see cref="HtmlAsset.PageStyle"/>.</summary>
    public IReadOnlyList<HtmlAsset> Assets { get; init; } = [];

    /// <summary>Composes the file, in UTF-8.</summary>
    /// <param name="main">Writes what the page has below its heading.</param>
    public byte[] Compose(Action<HtmlWriter> main)
    {
        var html = new HtmlWriter();
        html.Element(
            "html",
            () =>
            {
                html.Element("head", () => WriteHead(html));
                html.Element("body", () =>
                {
                    html.Element("header", () => html.Element("h1", Title));
                    html.Element("main", () => main(html));

                    // At the end, where the elements are there that it works on.
                    WriteAssets(html, "script");
                });
            },
            ("lang", Language.TwoLetterISOLanguageName));
        return html.ToBytes();
    }

    private void WriteHead(HtmlWriter html)
    {
        html.Void("meta", ("charset", "utf-8"));
        html.Void("meta", ("http-equiv", "Content-Security-Policy"), ("content", Policy()));
        html.Void("meta", ("name", "referrer"), ("content", "no-referrer"));
        html.Void("meta", ("name", "viewport"), ("content", "width=device-width"));
        html.Element("title", Title);
        WriteAssets(html, "style");
    }

    private void WriteAssets(HtmlWriter html, string element)
    {
        foreach (HtmlAsset asset in Of(element))
        {
            html.Asset(asset);
        }
    }

    private string Policy() =>
        $"default-src 'none'; style-src {Sources("style")}; script-src {Sources("script")}; base-uri 'none'; form-action 'none'";

    private string Sources(string element) =>
        Of(element).Any() ? string.Join(" ", Of(element).Select(asset => asset.Source)) : "'none'";

    private IEnumerable<HtmlAsset> Of(string element) =>
        new[] { HtmlAsset.PageStyle }.Concat(Assets).Where(asset => asset.Element == element);
}

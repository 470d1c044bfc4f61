using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace NaccsCert.Html;

/// <summary>
/// Writes HTML in which text stays text: names of elements and attributes come from a short list, everything else is escaped, and every
/// element is closed. Nothing that is written here can run or load anything; only an <see cref="HtmlAsset"/> of this assembly can.
/// </summary>
internal sealed class HtmlWriter
{
    private static readonly HashSet<string> Elements = new(StringComparer.Ordinal)
    {
        "html", "head", "meta", "title", "body", "header", "main", "section", "footer", "h1", "h2", "h3", "p", "ul", "ol", "li", "dl", "dt",
        "dd", "div", "span", "strong", "code", "time", "br", "figure", "figcaption", "details", "summary", "table", "caption", "thead", "tbody", "tr", "th", "td",
        "svg", "g", "rect", "line", "text", "a", "nav",
    };

    private static readonly HashSet<string> Attributes = new(StringComparer.Ordinal)
    {
        "lang", "charset", "name", "content", "http-equiv", "id", "class", "scope", "role", "hidden", "tabindex", "datetime", "href",
        "data-kind", "data-key", "data-filter", "data-choice", "data-all", "data-count", "aria-label", "aria-labelledby", "aria-hidden",
        "viewBox", "width", "height", "x", "y", "x1", "y1", "x2", "y2", "text-anchor",
    };

    // Those that HTML never closes. Elements of drawings are closed even where they are empty.
    private static readonly HashSet<string> Unclosed = new(StringComparer.Ordinal) { "meta", "br" };

    private readonly StringBuilder _html = new("<!DOCTYPE html>\n");

    /// <summary>Writes text. Characters that steer, hide or reorder what is read are left out.</summary>
    /// <param name="text">The text, whoever wrote it; null for none.</param>
    public void Text(string? text)
    {
        foreach (char character in ForeignText.ToMessage(text, int.MaxValue))
        {
            switch (character)
            {
                case '&':
                    _html.Append("&amp;");
                    break;
                case '<':
                    _html.Append("&lt;");
                    break;
                case '>':
                    _html.Append("&gt;");
                    break;
                case '"':
                    _html.Append("&quot;");
                    break;
                case '\'':
                    _html.Append("&#39;");
                    break;
                default:
                    _html.Append(character);
                    break;
            }
        }
    }

    /// <summary>Writes an element that holds a text.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="text">The text; null for none.</param>
    /// <param name="attributes">Its attributes; those whose value is null are left out.</param>
    public void Element(string name, string? text, params (string Name, string? Value)[] attributes)
    {
        Open(name, attributes);
        Text(text);
        Close(name);
    }

    /// <summary>Writes an element that holds others.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="content">Writes what it holds.</param>
    /// <param name="attributes">Its attributes; those whose value is null are left out.</param>
    public void Element(string name, Action content, params (string Name, string? Value)[] attributes)
    {
        Open(name, attributes);
        content();
        Close(name);
    }

    /// <summary>Writes an element that holds nothing, such as <c>meta</c> or <c>rect</c>.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="attributes">Its attributes; those whose value is null are left out.</param>
    public void Void(string name, params (string Name, string? Value)[] attributes) => Element(name, null as string, attributes);

    /// <summary>Writes a style sheet or a script, in an element of its own.</summary>
    public void Asset(HtmlAsset asset) =>
        _html.Append('<').Append(asset.Element).Append('>').Append(asset.Text).Append("</").Append(asset.Element).Append(">\n");

    /// <summary>A number of the drawing, to a tenth.</summary>
    public static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);

    /// <summary>The whole document in UTF-8.</summary>
    public byte[] ToBytes() => Encoding.UTF8.GetBytes(_html.Append('\n').ToString());

    private void Open(string name, (string Name, string? Value)[] attributes)
    {
        Require(Elements, name);
        _html.Append('<').Append(name);
        foreach ((string attribute, string? value) in attributes)
        {
            Require(Attributes, attribute);
            if (value is null)
            {
                continue;
            }

            // A reference within the page is the only one there is.
            if (attribute == "href" && !value.StartsWith("#", StringComparison.Ordinal))
            {
                throw new ArgumentException(value, nameof(attributes));
            }

            _html.Append(' ').Append(attribute).Append("=\"");
            Text(value);
            _html.Append('"');
        }

        _html.Append('>');
    }

    private void Close(string name)
    {
        if (!Unclosed.Contains(name))
        {
            _html.Append("</").Append(name).Append('>');
        }

        if (name is "tr" or "section" or "p" or "h1" or "h2" or "table" or "svg" or "meta" or "head" or "li")
        {
            _html.Append('\n');
        }
    }

    private static void Require(HashSet<string> names, string name)
    {
        if (!names.Contains(name))
        {
            throw new ArgumentOutOfRangeException(nameof(name), name, null);
        }
    }
}

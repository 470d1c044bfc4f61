using System;
using System.IO;
using System.Security.Cryptography;
using System.Text;

namespace NaccsCert.Html;

/// <summary>
/// A style sheet or a script that is built into this assembly. It stands in the page itself, and the policy of the page names it by its
/// hash: no other one is applied or run.
/// </summary>
internal sealed class HtmlAsset
{
    private const string ResourcePrefix = "NaccsCert.Html.";

    private HtmlAsset(string element, string fileName)
    {
        using Stream resource = typeof(HtmlAsset).Assembly.GetManifestResourceStream(ResourcePrefix + fileName)
            ?? throw new ArgumentOutOfRangeException(nameof(fileName), fileName, null);
        using var reader = new StreamReader(resource, Encoding.UTF8);

        // Browsers read CR LF as LF before they take the hash.
        Text = reader.ReadToEnd().Replace("\r\n", "\n");
        Element = element;
        using var algorithm = SHA256.Create();
        Source = $"'sha256-{Convert.ToBase64String(algorithm.ComputeHash(Encoding.UTF8.GetBytes(Text)))}'";
    }

    /// <summary>The style sheet that all pages share.</summary>
    public static HtmlAsset PageStyle { get; } = new("style", "Page.css");

    /// <summary>Sorts and filters the tables that say they can be, <see cref="HtmlTable.IsInteractive"/>.</summary>
    public static HtmlAsset TableScript { get; } = new("script", "Table.js");

    /// <summary>The element that it stands in, <c>style</c> or <c>script</c>.</summary>
    public string Element { get; }

    /// <summary>The content.</summary>
    public string Text { get; }

    /// <summary>The content as a policy names it (Content Security Policy Level 3, hash-source).</summary>
    public string Source { get; }

    /// <summary>A style sheet that one kind of page has besides.</summary>
    /// <param name="fileName">The name of the file, which the project embeds.</param>
    public static HtmlAsset Style(string fileName) => new("style", fileName);
}

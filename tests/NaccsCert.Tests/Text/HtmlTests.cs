using System;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using NaccsCert.Html;
using Xunit;

namespace NaccsCert.Tests.Text;

/// <summary>Pages in which text stays text, and nothing is loaded or run but what came with them.</summary>
public sealed class HtmlTests
{
    [Theory]
    [InlineData("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;")]
    [InlineData("\" onload='x' &amp;", "&quot; onload=&#39;x&#39; &amp;amp;")]
    [InlineData("a\u202Eb\u0000c", "abc")]
    [InlineData("名古屋税関", "名古屋税関")]
    public void Text_stays_text_in_elements_and_in_attributes(string text, string expected)
    {
        string page = Page(html => html.Element("p", text, ("aria-label", text)));
        Assert.Contains($"<p aria-label=\"{expected}\">{expected}</p>", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("script", "id", "x")]
    [InlineData("img", "id", "x")]
    [InlineData("p", "onclick", "x")]
    [InlineData("p", "style", "x")]
    [InlineData("a", "href", "javascript:x")]
    [InlineData("a", "href", "//elsewhere")]
    public void What_could_run_or_load_something_cannot_be_written(string element, string attribute, string value) =>
        Assert.ThrowsAny<ArgumentException>(() => Page(html => html.Element(element, "x", (attribute, value))));

    [Fact]
    public void The_policy_names_each_style_sheet_and_script_by_its_hash()
    {
        string page = Page(_ => { });
        foreach (string element in new[] { "style", "script" })
        {
            string content = Regex.Match(page, $"<{element}>(.*?)</{element}>", RegexOptions.Singleline).Groups[1].Value;
            string hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(content)));
            Assert.Contains($"{element}-src &#39;sha256-{hash}&#39;;", page, StringComparison.Ordinal);
        }

        Assert.Contains("default-src &#39;none&#39;;", page, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", page, StringComparison.Ordinal);
    }

    private static string Page(Action<HtmlWriter> main) => Encoding.UTF8.GetString(new HtmlPage
    {
        Language = CultureInfo.GetCultureInfo("ja"),
        Title = "T",
        Assets = [HtmlAsset.TableScript],
    }.Compose(main));
}

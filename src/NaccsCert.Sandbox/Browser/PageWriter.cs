using System;
using System.Globalization;
using System.Linq;
using System.Net;
using System.Resources;
using Microsoft.AspNetCore.Http;

namespace NaccsCert.Sandbox.Browser;

/// <summary>Writes the page in one language. It works without script.</summary>
/// <param name="culture">The language.</param>
internal sealed class PageWriter(CultureInfo culture)
{
    /// <summary>The style sheet, which the policy of the page names by its hash.</summary>
    public const string Style =
        "body{max-width:34em;margin:2em auto;padding:0 1em;font:1rem/1.6 system-ui,sans-serif}h1{font-size:1.5rem}label{display:block;margin-top:1em}"
        + "input{width:100%;box-sizing:border-box;font:inherit;padding:.4em}button{margin-top:1.5em;font:inherit;padding:.5em 1.5em}"
        + "[role=alert]{border-left:.3em solid #b00;padding-left:.8em}output,code{font-family:monospace;font-size:1.1em;overflow-wrap:anywhere}";

    /// <summary>The names of the fields, which are those of their labels too.</summary>
    public static readonly string[] Codes = ["code1", "code2", "code3"];

    private const string Japanese = "ja";

    private static readonly ResourceManager Texts = new("NaccsCert.Sandbox.Resources.PageTexts", typeof(PageWriter).Assembly);

    /// <summary>A writer in the language that the browser prefers: Japanese or English.</summary>
    public static PageWriter For(HttpContext context)
    {
        string[] languages = [.. context.Request.GetTypedHeaders().AcceptLanguage
            .OrderByDescending(language => language.Quality ?? 1)
            .Select(language => language.Value.ToString())];
        string? first = languages.FirstOrDefault(language => IsIn(language, Japanese) || IsIn(language, "en"));
        return new PageWriter(first is not null && IsIn(first, Japanese) ? CultureInfo.GetCultureInfo(Japanese) : CultureInfo.InvariantCulture);
    }

    /// <summary>The form.</summary>
    /// <param name="message">The name of what is to be said above it, or null.</param>
    public string Form(string? message)
    {
        string above = message is null ? $"<p>{Text("Introduction")}</p>" : $"<p role=\"alert\">{Text(message)}</p>";
        return Page(
            $"{above}<form method=\"post\" action=\"/\" autocomplete=\"off\">{string.Concat(Codes.Select(Field))}"
            + $"<button>{Text("Submit")}</button></form>");
    }

    /// <summary>The file and its password.</summary>
    public string Download(string terminal, CertificateFile file)
    {
        string name = FileName(terminal);
        return Page(
            $"<p>{Text("Ready", terminal)}</p>"
            + $"<p>{Text("Password")}: <output id=\"password\">{file.Password}</output></p><p>{Text("Once")}</p>"
            + $"<p><a id=\"download\" download=\"{name}\" href=\"data:application/x-pkcs12;base64,{Convert.ToBase64String(file.Content)}\">{Text("Download", name)}</a></p>"
            + $"<p>{Text("Next")}</p><p><code>Import-NaccsCertificate {name}</code></p>");
    }

    private string Field(string code) =>
        $"<label for=\"{code}\">{Text(code)}</label>"
        + $"<input id=\"{code}\" name=\"{code}\" required maxlength=\"64\" autocomplete=\"off\" autocapitalize=\"off\" spellcheck=\"false\">";

    private string Page(string body) =>
        $"<!DOCTYPE html><html lang=\"{(culture.Name == Japanese ? Japanese : "en")}\"><head><meta charset=\"utf-8\">"
        + $"<meta name=\"viewport\" content=\"width=device-width\"><title>{Text("Title")}</title><style>{Style}</style></head>"
        + $"<body><h1>{Text("Title")}</h1>{body}</body></html>\n";

    private string Text(string name, params object[] values) =>
        WebUtility.HtmlEncode(string.Format(culture, Texts.GetString(name, culture)!, values));

    // A terminal may have any letters, the name of a file only some.
    private static string FileName(string terminal) =>
        (terminal.All(char.IsAsciiLetterOrDigit) ? terminal : "certificate") + ".p12";

    private static bool IsIn(string tag, string language) =>
        tag.Equals(language, StringComparison.OrdinalIgnoreCase) || tag.StartsWith(language + "-", StringComparison.OrdinalIgnoreCase);
}

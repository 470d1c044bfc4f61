using System.Collections.Generic;
using System.Linq;
using System.Text;
using NaccsCert.IO.Json;
using NaccsCert.Resources;

namespace NaccsCert.Services;

/// <summary>Writes a service definition as a text for people to go on with: with a comment at each field, in the language of the session.</summary>
internal static class DefinitionTemplate
{
    private const int MaxLineLength = 120;

    // By the path of the field; what follows is fields that the definition may have and has not, to be uncommented.
    private static readonly Dictionary<string, StringId> Comments = new()
    {
        ["name"] = StringId.TemplateName,
        ["displayName"] = StringId.TemplateDisplayName,
        ["enrollment"] = StringId.TemplateEnrollment,
        ["enrollment.url"] = StringId.TemplateUrl,
        ["enrollment.user"] = StringId.TemplateUser,
        ["enrollment.challengePassword"] = StringId.TemplateChallengePassword,
        ["enrollment.plainHttp"] = StringId.TemplatePlainHttp,
        ["enrollment.legacyAlgorithms"] = StringId.TemplateLegacyAlgorithms,
        ["issuer"] = StringId.TemplateIssuer,
        ["validity"] = StringId.TemplateValidity,
        ["renewalWindow"] = StringId.TemplateRenewalWindow,
        ["hosts"] = StringId.TemplateHosts,
        ["maintenance"] = StringId.TemplateMaintenance,
        ["trustAnchors"] = StringId.TemplateTrustAnchors,
        ["terminalAttribute"] = StringId.TemplateTerminalAttribute,
        ["network"] = StringId.TemplateNetwork,
        ["officialTool"] = StringId.TemplateOfficialTool,
    };

    private static readonly (string Name, string Example)[] Optional =
    [
        ("terminalAttribute", """ "OU" """),
        ("network", """ { "proxy": "http://proxy.example.co.jp:8080", "proxyAuthentication": "Any", "tlsInspection": "refuse" } """),
        ("officialTool", """ { "displayName": "Certificate Tool", "installer": "CertificateTool.msi" } """),
    ];

    /// <summary>Writes a definition.</summary>
    /// <param name="definition">The definition.</param>
    /// <returns>Its text, in UTF-8.</returns>
    public static byte[] Write(JsonValue definition)
    {
        var text = new StringBuilder("// ").Append(Strings.Format(StringId.TemplateHeader)).Append('\n');
        WriteObject(text, definition, string.Empty, string.Empty);
        return new UTF8Encoding(encoderShouldEmitUTF8Identifier: false).GetBytes(text.Append('\n').ToString());
    }

    private static void WriteObject(StringBuilder text, JsonValue value, string path, string indent)
    {
        text.Append("{\n");
        for (int index = 0; index < value.Names.Count; index++)
        {
            string name = value.Names[index];
            string inner = indent + "  ";
            if (path.Length == 0 && name == "hosts")
            {
                WriteOptional(text, value, inner);
            }

            string place = path.Length == 0 ? name : $"{path}.{name}";
            WriteComment(text, place, inner);
            text.Append(inner).Append(JsonText.QuoteReadably(name)).Append(": ");
            WriteValue(text, value.Values[index], place, inner);
            text.Append(index + 1 < value.Names.Count ? ",\n" : "\n");
        }

        text.Append(indent).Append('}');
    }

    private static void WriteOptional(StringBuilder text, JsonValue definition, string indent)
    {
        foreach ((string name, string example) in Optional.Where(optional => !definition.Names.Contains(optional.Name)))
        {
            WriteComment(text, name, indent);
            text.Append(indent).Append("// \"").Append(name).Append("\": ").Append(example.Trim()).Append(",\n");
        }
    }

    private static void WriteComment(StringBuilder text, string path, string indent)
    {
        if (Comments.TryGetValue(path, out StringId comment))
        {
            text.Append('\n').Append(indent).Append("// ").Append(Strings.Format(comment)).Append('\n');
        }
    }

    private static void WriteValue(StringBuilder text, JsonValue value, string path, string indent)
    {
        if (value.Type is "string")
        {
            text.Append(JsonText.QuoteReadably(value.Text));
        }
        else if (value.Type is "array")
        {
            WriteArray(text, value, indent);
        }
        else if (value.Type is not "object")
        {
            text.Append(value.Text);
        }
        else if (!path.EndsWith("]", System.StringComparison.Ordinal))
        {
            WriteObject(text, value, path, indent);
        }
        else
        {
            WriteItem(text, value, path, indent);
        }
    }

    private static void WriteArray(StringBuilder text, JsonValue value, string indent)
    {
        text.Append("[\n");
        for (int index = 0; index < value.Values.Count; index++)
        {
            text.Append(indent).Append("  ");
            WriteValue(text, value.Values[index], "[]", indent + "  ");
            text.Append(index + 1 < value.Values.Count ? ",\n" : "\n");
        }

        text.Append(indent).Append(']');
    }

    // On one line, where it has room there: tables are easier to read and to compare.
    private static void WriteItem(StringBuilder text, JsonValue value, string path, string indent)
    {
        var line = new StringBuilder("{ ");
        for (int index = 0; index < value.Names.Count; index++)
        {
            line.Append(index > 0 ? ", " : string.Empty).Append(JsonText.QuoteReadably(value.Names[index])).Append(": ");
            WriteValue(line, value.Values[index], path, string.Empty);
        }

        if (indent.Length + line.Append(" }").Length <= MaxLineLength)
        {
            text.Append(line);
        }
        else
        {
            WriteObject(text, value, path, indent);
        }
    }
}

using NaccsCert.IO.Json;
using NaccsCert.Resources;

namespace NaccsCert.Services;

/// <summary>The texts of a service definition.</summary>
internal static class DefinitionText
{
    /// <summary>Reads a text. What cannot be seen, or turns the order of what can, would show another name than the one that is used.</summary>
    public static string Read(JsonElement json)
    {
        string text = json.Text();
        return ForeignText.IsMessage(text) ? text : json.Refuse(Strings.Format(StringId.DefinitionInvisible), text);
    }

    /// <summary>Reads a template for the codes.</summary>
    public static string ReadTemplate(JsonElement json)
    {
        string template = Read(json);
        return CodeTemplate.IsValid(template)
            ? template
            : json.Refuse(Strings.Format(StringId.DefinitionPlaceholder, "{code1}, {code2}, {code3}"), template);
    }

    /// <summary>Reads whether something is allowed: <c>refuse</c> or <c>allow</c>.</summary>
    public static bool ReadAllowed(JsonElement json) => json.Text() switch
    {
        "refuse" => false,
        "allow" => true,
        _ => json.Refuse(Strings.Format(StringId.JsonChoice, "refuse, allow"), false),
    };
}

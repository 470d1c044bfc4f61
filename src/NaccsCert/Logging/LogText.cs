using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Reflection;
using System.Resources;
using NaccsCert.Diagnostics;

namespace NaccsCert.Logging;

/// <summary>The sentences that tell people of what is in the log, in the language of the session.</summary>
internal static class LogText
{
    private static readonly ResourceManager Resources = new(typeof(LogText));

    /// <summary>The sentence for an event.</summary>
    /// <param name="name">The name of the event.</param>
    /// <param name="fields">Its fields by name.</param>
    /// <returns>The sentence; for an event that this version does not know, its name and its fields.</returns>
    public static string Format(string name, IReadOnlyList<KeyValuePair<string, string>> fields)
    {
        if (Resources.GetString(name, CultureInfo.CurrentUICulture) is not { } text || FieldsOf(name) is not { } wanted)
        {
            return ForeignText.ToMessage(
                string.Join(" ", fields.Select(field => $"{field.Key}={field.Value}").Prepend(name)), ForeignText.MaxMessageLength);
        }

        object[] values = [.. wanted.Select(field => fields.FirstOrDefault(given => given.Key == field).Value ?? string.Empty)];
        return ForeignText.Format(text, values).TrimEnd();
    }

    // An event is a method of the source, and its fields are the parameters, in their order.
    private static IEnumerable<string>? FieldsOf(string name) => typeof(NaccsCertEventSource)
        .GetMethod(name, BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)?
        .GetParameters().Select(parameter => parameter.Name!);
}

using System;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;

namespace NaccsCert.Module.Tests.Engine.Prompts;

/// <summary>Asks for mandatory parameters that were not given.</summary>
internal static class FieldPrompt
{
    private const string ArraySuffix = "[]";

    /// <summary>
    /// Asks for every field in turn. Answers stay text, which the engine converts to the parameter's type, except
    /// secrets and credentials; an array is asked for item by item until an empty line.
    /// </summary>
    /// <returns>The answers by the names of the fields.</returns>
    public static Dictionary<string, PSObject> Ask(
        PSHostUserInterface userInterface,
        string caption,
        string message,
        Collection<FieldDescription> fields)
    {
        Heading.Write(userInterface, caption, message);
        var answers = new Dictionary<string, PSObject>(StringComparer.OrdinalIgnoreCase);
        foreach (FieldDescription field in fields)
        {
            answers[field.Name] = PSObject.AsPSObject(AskField(userInterface, field));
        }

        return answers;
    }

    private static object AskField(PSHostUserInterface userInterface, FieldDescription field)
    {
        string label = string.IsNullOrEmpty(field.Label) ? field.Name : Heading.SplitLabel(field.Label).Text;
        string type = field.ParameterTypeFullName ?? string.Empty;
        return type.EndsWith(ArraySuffix, StringComparison.Ordinal)
            ? AskItems(userInterface, label, type[..^ArraySuffix.Length])
            : AskItem(userInterface, label, type);
    }

    private static object[] AskItems(PSHostUserInterface userInterface, string label, string type)
    {
        var items = new List<object>();
        while (true)
        {
            object item = AskItem(userInterface, $"{label}[{items.Count}]", type);
            if (item is "" or SecureString { Length: 0 })
            {
                return [.. items];
            }

            items.Add(item);
        }
    }

    private static object AskItem(PSHostUserInterface userInterface, string label, string type)
    {
        if (type == typeof(PSCredential).FullName)
        {
            return userInterface.PromptForCredential(label, string.Empty, string.Empty, string.Empty);
        }

        userInterface.Write($"{label}: ");
        return type == typeof(SecureString).FullName
            ? userInterface.ReadLineAsSecureString()
            : userInterface.ReadLine();
    }
}

using System;
using System.Text;

namespace NaccsCert.PowerShell.Assistant;

/// <summary>A choice of a menu.</summary>
/// <param name="label">What it is called, with the key that stands for it behind an ampersand, as for the choices of PowerShell's prompts.</param>
/// <param name="help">What it does.</param>
internal sealed class MenuItem(string label, string help)
{
    /// <summary>What it does.</summary>
    public string Help { get; } = help;

    /// <summary>The key that stands for it.</summary>
    public string Key { get; } = label.Substring(label.IndexOf('&') + 1, 1).ToUpperInvariant();

    /// <summary>What it is called; a label in English has its key in it, one in Japanese behind it.</summary>
    public string Name { get; } = label.IndexOf("(&", StringComparison.Ordinal) is >= 0 and int end
        ? label.Substring(0, end)
        : label.Replace("&", string.Empty);

    /// <summary>Whether an answer means it: by its key or its name, in whatever width a Japanese keyboard has written it.</summary>
    /// <param name="answer">What was typed.</param>
    public bool IsMeantBy(string answer)
    {
        string typed = ForeignText.ToMessage(answer).Trim().Normalize(NormalizationForm.FormKC);
        return string.Equals(typed, Key, StringComparison.OrdinalIgnoreCase)
            || string.Equals(typed, Name.Normalize(NormalizationForm.FormKC), StringComparison.OrdinalIgnoreCase);
    }
}

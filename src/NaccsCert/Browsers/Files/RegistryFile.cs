using System;
using System.Collections.Generic;
using System.Linq;
using NaccsCert.Policies;

namespace NaccsCert.Browsers.Files;

/// <summary>Writes entries as a text for the registry editor of Windows.</summary>
internal static class RegistryFile
{
    private const string NewLine = "\r\n";

    /// <summary>Writes it.</summary>
    /// <param name="policies">The entries.</param>
    /// <param name="scope">For the computer or for the user.</param>
    /// <returns>The text, of ASCII characters alone; its lines end as those of Windows.</returns>
    public static string Write(IEnumerable<NaccsBrowserPolicy> policies, PolicySource scope) => string.Join(
        NewLine,
        policies.GroupBy(policy => policy.Browser)
            .SelectMany(entries => (string[])
            [
                string.Empty,
                $"[{PolicyHive.Of(scope)}\\{BrowserProduct.Of(entries.Key).PolicyKey}]",
                .. entries.Select(Line),
            ])
            .Prepend("Windows Registry Editor Version 5.00"));

    private static string Line(NaccsBrowserPolicy entry) => FormattableString.Invariant($"\"{entry.Number}\"=\"{Escape(entry.Value)}\"");

    private static string Escape(string value) => value.Replace("\\", "\\\\").Replace("\"", "\\\"");
}

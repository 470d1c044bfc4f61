using System.Collections.Generic;
using System.Linq;
using NaccsCert.IO.Json;

namespace NaccsCert.Browsers.Files;

/// <summary>Writes entries as a text for the folder of managed policies on Linux. It is the same for every browser.</summary>
internal static class ManagedPolicyFile
{
    private const string NewLine = "\n";

    /// <summary>Writes it.</summary>
    /// <param name="policies">The entries.</param>
    /// <returns>The text, of ASCII characters alone, with a line for each entry.</returns>
    public static string Write(IEnumerable<NaccsBrowserPolicy> policies) => string.Join(
        NewLine,
        "{",
        $"  {JsonText.Quote(BrowserProduct.PolicyName)}: [",
        string.Join("," + NewLine, policies.Select(policy => policy.Value).Distinct().Select(entry => "    " + JsonText.Quote(entry))),
        "  ]",
        "}");
}

using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using NaccsCert.IO;
using NaccsCert.IO.Json;

namespace NaccsCert.Browsers;

/// <summary>The JSON files of mandatory policies, as browsers on Linux read them.</summary>
/// <param name="folder">The folder to look in instead of those of the browsers; null for those.</param>
internal sealed class ManagedPolicyFolder(string? folder) : IBrowserPolicyStore
{
    /// <inheritdoc/>
    public string ListFor(BrowserProduct browser, PolicySource scope, string service) =>
        Path.Combine(FolderOf(browser), service + ".json");

    /// <inheritdoc/>
    public string Locate(string list, int number) => list;

    /// <inheritdoc/>
    /// <remarks>Browsers read every file, whatever its name ends in.</remarks>
    public IReadOnlyList<FoundEntry> Read(BrowserProduct browser)
    {
        try
        {
            return Directory.Exists(FolderOf(browser))
                ? [.. Directory.GetFiles(FolderOf(browser)).OrderBy(file => file, StringComparer.Ordinal).SelectMany(Read)]
                : [];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return [new FoundEntry(FolderOf(browser), FolderOf(browser), null)];
        }
    }

    private string FolderOf(BrowserProduct browser) => folder ?? browser.ManagedFolder;

    // A file that cannot be read is told of as one that has something unreadable: browsers pass over it as well.
    private static IEnumerable<FoundEntry> Read(string file)
    {
        try
        {
            JsonValue policies = JsonDocument.ReadValue(
                RegularFile.Read(file, JsonDocument.MaxDocumentBytes), JsonNotation.WithComments);
            return policies.Member(BrowserProduct.PolicyName) is { } list
                ? list.Values.Select((entry, index) => new FoundEntry(file, $"{file}[{index}]", entry.Type == "string" ? entry.Text : null))
                : [];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or FormatException or JsonFormatException)
        {
            return [new FoundEntry(file, file, null)];
        }
    }
}

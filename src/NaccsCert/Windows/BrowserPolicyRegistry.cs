using System;
using System.Collections.Generic;
using System.Linq;
using System.Security;
using Microsoft.Win32;
using NaccsCert.Browsers;
using NaccsCert.Policies;

namespace NaccsCert.Windows;

/// <summary>The policies of browsers in the registry of Windows, alike for 32-bit and 64-bit processes.</summary>
internal sealed class BrowserPolicyRegistry : IBrowserPolicyStore
{
    private static readonly PolicySource[] Scopes = [PolicySource.Computer, PolicySource.User];

    /// <summary>The place on this platform where browsers find their policies.</summary>
    /// <param name="folder">A folder of policies as on Linux, to look in instead; null for this computer's own.</param>
    public static IBrowserPolicyStore Open(string? folder) =>
        folder is null && Environment.OSVersion.Platform == PlatformID.Win32NT ? new BrowserPolicyRegistry() : new ManagedPolicyFolder(folder);

    /// <inheritdoc/>
    public string ListFor(BrowserProduct browser, PolicySource scope, string service) => $@"{PolicyHive.Of(scope)}\{browser.PolicyKey}";

    /// <inheritdoc/>
    public string Locate(string list, int number) => $@"{list}\{number}";

    /// <inheritdoc/>
    public IReadOnlyList<FoundEntry> Read(BrowserProduct browser) => [.. Scopes.SelectMany(scope => Read(browser, scope))];

    private List<FoundEntry> Read(BrowserProduct browser, PolicySource scope)
    {
        string list = ListFor(browser, scope, string.Empty);
#if NET
        if (!OperatingSystem.IsWindows())
        {
            return [];
        }
#endif
        try
        {
            using RegistryKey? key = (scope == PolicySource.Computer ? Registry.LocalMachine : Registry.CurrentUser).OpenSubKey(browser.PolicyKey);
            var found = new List<FoundEntry>();
            foreach (string name in key?.GetValueNames() ?? [])
            {
                found.Add(new FoundEntry(list, $@"{list}\{name}", key?.GetValue(name) as string) { Name = name });
            }

            return found;
        }
        catch (Exception exception) when (exception is SecurityException or UnauthorizedAccessException)
        {
            return [new FoundEntry(list, list, null)];
        }
    }
}

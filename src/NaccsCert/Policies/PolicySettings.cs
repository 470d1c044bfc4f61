using System;
using System.Collections.Generic;
using System.Linq;
using NaccsCert.IO;
using NaccsCert.Services;

namespace NaccsCert.Policies;

/// <summary>Every setting that Group Policy can make; <c>NaccsCert.admx</c> names the same.</summary>
internal static class PolicySettings
{
    /// <summary>The longest time in days after which an archived certificate is removed: ten years.</summary>
    public const int MaxRemovalDays = 3650;

    /// <summary>The service definition to use where <c>-Service</c> names none: a name, or the path of a JSON file.</summary>
    public static readonly PolicySetting ServiceDefinition =
        new("ServiceDefinition", ServiceDefinitionSource.BuiltInName, Text);

    /// <summary>The proxy to go through.</summary>
    public static readonly PolicySetting Proxy =
        new("Proxy", null, value => Text(value) is { } text && ProxyAddress.TryParse(text, out Uri? address) ? address : null);

    /// <summary>How to sign in to it.</summary>
    public static readonly PolicySetting ProxyAuthentication = new("ProxyAuthentication", null, Choice<ProxyAuthentication>);

    /// <summary>Whether certificates that are due are renewed without asking.</summary>
    public static readonly PolicySetting AutoRenew = new("AutoRenew", false, Switch);

    /// <summary>Over how many days, from the opening of the window on, silent renewals are spread.</summary>
    public static readonly PolicySetting RenewalSpreadDays = new("RenewalSpreadDays", 21, value => Number(value, 1, 60));

    /// <summary>How many days before the end of validity notices begin (manual 1.2).</summary>
    public static readonly PolicySetting ReminderDays = new("ReminderDays", 28, value => Number(value, 1, 28));

    /// <summary>Who reminds where the operator's own tool is installed too. Of this module it can be known whether it does.</summary>
    public static readonly PolicySetting ReminderProvider =
        new("ReminderProvider", NaccsCert.ReminderProvider.Module, Choice<ReminderProvider>);

    /// <summary>Whether a certificate is archived once its renewal has been tested.</summary>
    public static readonly PolicySetting ArchiveSuperseded = new("ArchiveSuperseded", true, Switch);

    /// <summary>How many days after its renewal an archived certificate is removed.</summary>
    public static readonly PolicySetting RemoveArchivedDays = new("RemoveArchivedDays", null, value => Number(value, 1, MaxRemovalDays));

    /// <summary>What becomes of the root of the client certificate.</summary>
    public static readonly PolicySetting RootCA = new("RootCA", RootCAHandling.Ask, Choice<RootCAHandling>);

    /// <summary>The program of the reminder's task.</summary>
    public static readonly PolicySetting TaskHost = new("TaskHost", ReminderTaskHost.Conhost, Choice<ReminderTaskHost>);

    /// <summary>The folder in which logon scripts leave a report on each user and computer.</summary>
    public static readonly PolicySetting ReportPath =
        new("ReportPath", null, value => Text(value) is { } text && FullPaths.IsFull(text) ? text : null);

    /// <summary>All of them, in the order in which they are shown.</summary>
    public static IReadOnlyList<PolicySetting> All { get; } =
    [
        ServiceDefinition, Proxy, ProxyAuthentication, AutoRenew, RenewalSpreadDays, ReminderDays, ReminderProvider, ArchiveSuperseded,
        RemoveArchivedDays, RootCA, TaskHost, ReportPath,
    ];

    private static string? Text(object value) => value is string text && text.Trim().Length > 0 ? text.Trim() : null;

    private static object? Switch(object value) => value is 0 or 1 ? value is 1 : null;

    private static int? Number(object value, int least, int most) =>
        value is int number && number >= least && number <= most ? number : null;

    // By its name alone: TryParse takes numbers too, and of several names between commas it makes another value.
    private static object? Choice<T>(object value)
        where T : struct, Enum =>
        Enum.GetNames(typeof(T)).FirstOrDefault(name => string.Equals(name, Text(value), StringComparison.OrdinalIgnoreCase)) is { } found
            ? Enum.Parse(typeof(T), found)
            : null;
}

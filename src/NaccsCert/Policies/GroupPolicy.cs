using System;
using System.Collections.Generic;
using System.Linq;
using NaccsCert.Resources;
using NaccsCert.Transport;

namespace NaccsCert.Policies;

/// <summary>
/// What the administrator has settled. For each setting the value of the computer goes before that of the user, as with
/// all policies; a value that cannot be used counts as not set.
/// </summary>
internal sealed class GroupPolicy
{
    private static readonly PolicySource[] ByPrecedence = [PolicySource.Computer, PolicySource.User];

    private readonly IPolicyStore _store;

    /// <summary>Reads from a place.</summary>
    internal GroupPolicy(IPolicyStore store) => _store = store;

    /// <summary>The service definition to use where none is named: a name or a path.</summary>
    public string ServiceDefinition => (string)ValueOf(PolicySettings.ServiceDefinition)!;

    /// <summary>What is settled about the way to the service.</summary>
    public NetworkPolicy Network => new(
        (Uri?)ValueOf(PolicySettings.Proxy), (ProxyAuthentication?)ValueOf(PolicySettings.ProxyAuthentication));

    /// <summary>Whether due certificates are renewed silently; null where the user decides.</summary>
    public bool? AutoRenew => (bool?)Find(PolicySettings.AutoRenew).Value;

    /// <summary>Over how many days silent renewals are spread.</summary>
    public int RenewalSpreadDays => (int)ValueOf(PolicySettings.RenewalSpreadDays)!;

    /// <summary>How many days before the end of validity notices begin.</summary>
    public int ReminderDays => (int)ValueOf(PolicySettings.ReminderDays)!;

    /// <summary>Who reminds where the operator's own tool is installed too.</summary>
    public ReminderProvider ReminderProvider => (ReminderProvider)ValueOf(PolicySettings.ReminderProvider)!;

    /// <summary>Whether a certificate is archived once its renewal has been tested, where the user does not choose.</summary>
    public bool ArchiveSuperseded => (bool)ValueOf(PolicySettings.ArchiveSuperseded)!;

    /// <summary>How many days after its renewal an archived certificate is removed, where the user does not choose; null for never.</summary>
    public int? RemoveArchivedDays => (int?)ValueOf(PolicySettings.RemoveArchivedDays);

    /// <summary>What becomes of the root of the client certificate.</summary>
    public RootCAHandling RootCA => (RootCAHandling)ValueOf(PolicySettings.RootCA)!;

    /// <summary>The program of the reminder's task, where the user chooses none.</summary>
    public ReminderTaskHost TaskHost => (ReminderTaskHost)ValueOf(PolicySettings.TaskHost)!;

    /// <summary>The folder for reports of compliance, where a logon script is given none; null for no reports.</summary>
    public string? ReportPath => (string?)ValueOf(PolicySettings.ReportPath);

    /// <summary>Every setting with what holds and where it comes from.</summary>
    /// <returns>One record for each setting, set or not.</returns>
    public IReadOnlyList<NaccsPolicy> List() => [.. PolicySettings.All.Select(Describe)];

    private NaccsPolicy Describe(PolicySetting setting)
    {
        (PolicySource source, object? value) = Find(setting);
        string[] unusable = [.. ByPrecedence.Where(scope => IsUnusable(scope, setting)).Select(scope => _store.Locate(scope, setting.Name))];
        return new NaccsPolicy
        {
            Name = setting.Name,
            Value = source == PolicySource.Default ? setting.Default : value,
            Source = source,
            Reason = unusable.Length > 0 ? Strings.Format(StringId.PolicyUnusable, string.Join(", ", unusable))
                : source == PolicySource.Default ? Strings.Format(StringId.PolicyNotSet)
                : Strings.Format(StringId.PolicySet, _store.Locate(source, setting.Name)),
        };
    }

    private object? ValueOf(PolicySetting setting) =>
        Find(setting) is { Source: not PolicySource.Default } found ? found.Value : setting.Default;

    // A loop: queries over tuples are compiled anew in each process, and detection scripts come by here.
    private (PolicySource Source, object? Value) Find(PolicySetting setting)
    {
        foreach (PolicySource scope in ByPrecedence)
        {
            if (_store.Read(scope, setting.Name) is { } raw && setting.Parse(raw) is { } value)
            {
                return (scope, value);
            }
        }

        return (PolicySource.Default, null);
    }

    private bool IsUnusable(PolicySource scope, PolicySetting setting) =>
        _store.Read(scope, setting.Name) is { } raw && setting.Parse(raw) is null;
}

using System;
using System.Collections.Generic;
using System.Linq;
using NaccsCert.Accounts;
using NaccsCert.Diagnostics;
using NaccsCert.Enrollment;
using NaccsCert.Logging;
using NaccsCert.Messages;
using NaccsCert.Renewal;
using NaccsCert.Resources;
using NaccsCert.Services;
using NaccsCert.Support;
using NaccsCert.Validation.Installed;

namespace NaccsCert.Sessions;

/// <summary>Collects what a support desk needs to know of this user: files and records, no code, no key, no password.</summary>
/// <param name="services">What the command works with.</param>
/// <param name="service">The service definition, a name or a full path; null for the built-in one.</param>
/// <param name="storeName">The store of the user.</param>
internal sealed class SupportCollector(SessionServices services, string? service, string storeName)
{
    // Listed once: every key is asked for a signature. What fails, fails for each part that needs it.
    private readonly Lazy<(NaccsCertificate[] Records, string[] Unreadable)> _installed = new(() => List(services, service, storeName));

    /// <summary>Makes the bundle.</summary>
    /// <param name="path">The full path at which it will be.</param>
    /// <param name="environment">What the command knows of PowerShell and the computer, by name.</param>
    /// <param name="connectivity">Tests the hosts of the service; null to leave that out.</param>
    /// <returns>The archive to write there, and the record of it.</returns>
    public (byte[] Archive, NaccsSupportBundle Record) Collect(
        string path, IReadOnlyList<KeyValuePair<string, object?>> environment, Func<object?>? connectivity)
    {
        IReadOnlyList<CollectedPart> parts = SupportArchive.Collect(Parts(environment, connectivity));
        DateTimeOffset now = TimeZoneInfo.ConvertTime(services.Clock.UtcNow, services.Zone);
        var index = new SupportIndex(Environment.MachineName, services.Account.Value.UserName, ModuleVersion.Text, now);
        (string Name, byte[] Content)[] files =
        [
            .. Strings.Languages.Select(language => (SupportIndex.NameOf(language), index.Compose(parts, language))),
            .. parts.Where(part => part.Content is not null).Select(part => (part.Part.Name, part.Content!)),
        ];
        byte[] archive = SupportArchive.Compose(files, now);
        return (archive, new NaccsSupportBundle
        {
            Path = path,
            Length = archive.Length,
            Sha256 = Fingerprint.Sha256(archive),
            Created = now.ToUniversalTime(),
            Entries = [.. files.Select(file => file.Name)],
            Missing = [.. parts.Where(part => part.Content is null).Select(part => $"{part.Part.Name}: {part.Reason}")],
        });
    }

    /// <summary>The file name that nobody has to think of.</summary>
    public string FileName => FormattableString.Invariant(
        $"naccscert-support-{Environment.MachineName}-{services.Clock.UtcNow.UtcDateTime:yyyyMMdd'T'HHmmss'Z'}.zip");

    private IEnumerable<SupportPart> Parts(IReadOnlyList<KeyValuePair<string, object?>> environment, Func<object?>? connectivity) =>
    [
        SupportPart.Of("environment.json", StringId.SupportEnvironment, () => environment),
        SupportPart.Of("account.json", StringId.SupportAccount, () => AccountGuard.Evaluate(services.Account.Value)),
        SupportPart.Of("policy.json", StringId.SupportPolicy, services.Policy.List),
        SupportPart.Of("service.json", StringId.SupportService, DescribeService),
        new("service-definition.json", StringId.SupportDefinition, () => Redaction.OfDefinition(services.Definitions.ReadContent(service).Content)),
        SupportPart.Of("certificates.json", StringId.SupportCertificates, Certificates),
        SupportPart.Of("renewal-plans.json", StringId.SupportPlans, Plans),
        SupportPart.Of(
            "enrollments.json", StringId.SupportEnrollments, () => PendingEnrollments.List(services.Journal, services.Clock.UtcNow)),
        SupportPart.Of("reminder.json", StringId.SupportReminder, ShowReminder),
        .. connectivity is null ? [] : new[] { SupportPart.Of("connectivity.json", StringId.SupportConnectivity, connectivity) },
        .. Logs(),
    ];

    // Of one that is not valid, just that is what the support desk looks for.
    private object DescribeService()
    {
        (string origin, byte[] content) = services.Definitions.ReadContent(service);
        return new KeyValuePair<string, object?>[]
        {
            new("Service", service ?? ServiceDefinitionSource.BuiltInName),
            new("Origin", origin),
            new("Sha256", Fingerprint.Sha256(content)),
            new("Checks", services.Definitions.Check(service)),
        };
    }

    private object Certificates() => new KeyValuePair<string, object?>[]
    {
        new("StoreName", storeName),
        new("Certificates", _installed.Value.Records),
        new("Unreadable", _installed.Value.Unreadable),
    };

    private NaccsRenewalReminder ShowReminder() =>
        services.NewReminderInspector(services.TryFindOfficialTool(() => services.Definitions.Load(service))).Show();

    private IReadOnlyList<RenewalPlan> Plans()
    {
        var settings = ReminderSettings.From(services.Policy, services.Reminder.Read().AutoRenew);
        return new RenewalPlanner(settings, services.Clock.UtcNow, services.Zone).Plan(_installed.Value.Records);
    }

    private static (NaccsCertificate[] Records, string[] Unreadable) List(SessionServices services, string? service, string storeName)
    {
        using InstalledCertificates installed = new CertificateInventory(services.Stores, services.Histories, services.Clock)
            .List(storeName, services.Definitions.Load(service));
        return (
            [.. installed.Certificates.Select(certificate => certificate.Record)],
            [.. installed.Errors.Select(error => error.Message)]);
    }

    private IEnumerable<SupportPart> Logs()
    {
        const string Folder = "log/";
        try
        {
            IReadOnlyList<(string Name, byte[] Content)> files = new LogFiles(services.LogFolder).Read();
            return files.Count > 0
                ? files.Select(file => new SupportPart(Folder + file.Name, StringId.SupportLog, () => file.Content))
                : [Unavailable(Strings.Format(StringId.SupportNoLog))];
        }
        catch (NaccsException exception)
        {
            return [Unavailable(exception.Message)];
        }

        static SupportPart Unavailable(string reason) =>
            new(Folder + RollingLog.NameOf(0), StringId.SupportLog, () => throw new InvalidOperationException(reason));
    }
}

using System;
using System.IO;
using NaccsCert.Accounts;
using NaccsCert.Enrollment.Journal;
using NaccsCert.IO;
using NaccsCert.Keys.Providers;
using NaccsCert.Policies;
using NaccsCert.Renewal;
using NaccsCert.Services;
using NaccsCert.Stores;
using NaccsCert.Time;
using NaccsCert.Transport;
using NaccsCert.Validation.Origin;
using NaccsCert.Windows;

namespace NaccsCert.Sessions;

/// <summary>The one place where the library is put together for this computer and its logged-on user.</summary>
internal static class CompositionRoot
{
    // The one thing that outlives a command: whoever has signed in to a proxy is not asked again before PowerShell is closed.
    private static readonly ProxyMemory ProxyMemory = new();

    /// <summary>Composes the services of a command. Nothing is read or opened before it is used.</summary>
    public static SessionServices Compose()
    {
        IFilePermissions permissions = FilePermissions.OfThisPlatform;
        return Compose(new PrivateFolder(DataFolders.User, permissions), permissions);
    }

    private static SessionServices Compose(PrivateFolder data, IFilePermissions permissions) => new()
    {
        Clock = new SystemClock(),
        Zone = TimeZoneInfo.Local,
        HttpHandlers = new PlatformHttpHandlerFactory(),
        ProxyMemory = ProxyMemory,
        Keys = new KeyProviders(data.Sub("keys")).Open,
        Stores = name => new UserCertificateStore(name, ArchiveMarks.OfThisPlatform(data.Sub("archive"))),
        MachineStores = name => new MachineCertificateStore(name),
        Policy = new GroupPolicy(new PolicyRegistry()),
        BrowserPolicies = BrowserPolicyRegistry.Open,
        Account = new Lazy<AccountFacts>(AccountReader.Read),
        Profile = ProfileReader.Read,
        Notifiers = Notifiers.All,
        LogFolder = data.Sub("logs"),
        OutcomeLog = new ApplicationLog(),
        Scheduler = new WindowsTaskScheduler(data),
        Toasts = new UserClassesRegistry(),
        Programs = new UninstallRegistry(),
        StartMenu = new StartMenu(),
        Journal = new EnrollmentJournal(data.Sub("enrollments")),
        Histories = new EnrollmentHistoryFile(data.Sub("history")),
        Reminder = new ReminderFile(data.Sub("reminder")),
        Reporter = new ComplianceReporter(data.Sub("report"), TimeZoneInfo.Local, ShareServer.Answers),
        DefinitionFolder = data.Sub("services"),
        Definitions = new ServiceDefinitionSource(
        [
            new DefinitionFolder(Path.Combine(DataFolders.Machine, "services"), FileOwner.Administrator, permissions),
            new DefinitionFolder(Path.Combine(DataFolders.User, "services"), FileOwner.User, permissions),
        ]),
    };
}

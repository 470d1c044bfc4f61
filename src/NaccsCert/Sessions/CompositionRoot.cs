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
    /// <summary>Composes the services of a command. Nothing is read or opened before it is used.</summary>
    public static SessionServices Compose() => new()
    {
        Clock = new SystemClock(),
        Zone = TimeZoneInfo.Local,
        HttpHandlers = new PlatformHttpHandlerFactory(),
        Keys = new KeyProviders(Path.Combine(DataFolders.User, "keys")).Open,
        Stores = name => new UserCertificateStore(name),
        MachineStores = name => new MachineCertificateStore(name),
        Policy = new GroupPolicy(new PolicyRegistry()),
        Account = new Lazy<AccountFacts>(AccountReader.Read),
        Notifiers = Notifiers.All,
        OutcomeLog = new ApplicationLog(),
        Scheduler = new WindowsTaskScheduler(DataFolders.User),
        Toasts = new UserClassesRegistry(),
        Journal = new EnrollmentJournal(Path.Combine(DataFolders.User, "enrollments")),
        Histories = new EnrollmentHistoryFile(Path.Combine(DataFolders.User, "history")),
        Reminder = new ReminderFile(Path.Combine(DataFolders.User, "reminder")),
        Definitions = new ServiceDefinitionSource(
            [Path.Combine(DataFolders.Machine, "services"), Path.Combine(DataFolders.User, "services")]),
    };
}

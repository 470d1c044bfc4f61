using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using NaccsCert.Accounts;
using NaccsCert.Browsers;
using NaccsCert.Enrollment.Journal;
using NaccsCert.IO;
using NaccsCert.Keys;
using NaccsCert.Logging;
using NaccsCert.Policies;
using NaccsCert.Renewal;
using NaccsCert.Services;
using NaccsCert.Stores;
using NaccsCert.Time;
using NaccsCert.Transport;
using NaccsCert.Validation.Origin;

namespace NaccsCert.Sessions;

/// <summary>Everything outside the library that a command works with, handed in once.</summary>
internal sealed record SessionServices
{
    /// <summary>The present moment.</summary>
    public required IClock Clock { get; init; }

    /// <summary>The time zone in which the user works.</summary>
    public required TimeZoneInfo Zone { get; init; }

    /// <summary>The HTTP stack.</summary>
    public required IHttpHandlerFactory HttpHandlers { get; init; }

    /// <summary>The credentials that proxies have accepted in this process.</summary>
    public ProxyMemory ProxyMemory { get; init; } = new();

    /// <summary>Opens a key storage provider by name, null for the platform's software provider.</summary>
    public required Func<string?, IKeyProvider> Keys { get; init; }

    /// <summary>Opens a certificate store of the user by name.</summary>
    public required Func<string, IUserCertificateStore> Stores { get; init; }

    /// <summary>Opens a certificate store of the computer by name.</summary>
    public required Func<string, ICertificateStore> MachineStores { get; init; }

    /// <summary>What Group Policy settles.</summary>
    public required GroupPolicy Policy { get; init; }

    /// <summary>Opens the policies of browsers: those in a folder, null for those of this computer.</summary>
    public required Func<string?, IBrowserPolicyStore> BrowserPolicies { get; init; }

    /// <summary>The account of this process and that of the desktop, read when it is first needed.</summary>
    public required Lazy<AccountFacts> Account { get; init; }

    /// <summary>Asks where the profile of the user stays.</summary>
    public required Func<ProfileKind> Profile { get; init; }

    /// <summary>The ways to tell the user something outside the console, the best first.</summary>
    public required IReadOnlyList<INotifier> Notifiers { get; init; }

    /// <summary>The folder of the log.</summary>
    public required PrivateFolder LogFolder { get; init; }

    /// <summary>Takes what matters most of the log.</summary>
    public required IOutcomeLog OutcomeLog { get; init; }

    /// <summary>Keeps the scheduled task of the reminder.</summary>
    public required ITaskScheduler Scheduler { get; init; }

    /// <summary>Registers the sender of toasts.</summary>
    public required IToastRegistration Toasts { get; init; }

    /// <summary>The programs that are installed beside this module.</summary>
    public required IInstalledPrograms Programs { get; init; }

    /// <summary>Keeps the entry of the assistant in the Start menu.</summary>
    public required IStartMenu StartMenu { get; init; }

    /// <summary>The unfinished enrollments.</summary>
    public required EnrollmentJournal Journal { get; init; }

    /// <summary>What this user's enrollments have proven.</summary>
    public required EnrollmentHistoryFile Histories { get; init; }

    /// <summary>What the reminder remembers.</summary>
    public required ReminderFile Reminder { get; init; }

    /// <summary>Writes reports of compliance.</summary>
    public required ComplianceReporter Reporter { get; init; }

    /// <summary>Finds service definitions.</summary>
    public required ServiceDefinitionSource Definitions { get; init; }

    /// <summary>The folder of the user's own service definitions.</summary>
    public required PrivateFolder DefinitionFolder { get; init; }

    /// <summary>Registers the reminder of the user.</summary>
    public ReminderRegistration NewReminderRegistration() => new(Reminder, Scheduler, Toasts, Account.Value.UserId, Clock);

    /// <summary>Shows the reminder of the user.</summary>
    /// <param name="tool">The operator's own tool, as it is installed now; null where it is not, or makes no difference.</param>
    public ReminderInspector NewReminderInspector(InstalledTool? tool = null) =>
        new(Reminder, Policy, Scheduler, ReminderTask.NameFor(Account.Value.UserId), Clock, tool);

    /// <summary>Finds the operator's own tool.</summary>
    /// <param name="definition">The service definition, which names it.</param>
    /// <returns>The tool, as it is installed now; null where it is not.</returns>
    public InstalledTool? FindOfficialTool(ServiceDefinition definition) =>
        definition.OfficialTool is { } tool ? InstalledTool.Find(tool, Programs.List()) : null;

    /// <summary>Finds the operator's own tool for what holds whether or not it is known.</summary>
    /// <param name="load">Loads the service definition.</param>
    /// <returns>The tool, as it is installed now; null where it is not, or the definition cannot be used, which others say.</returns>
    public InstalledTool? TryFindOfficialTool(Func<ServiceDefinition> load)
    {
        try
        {
            return FindOfficialTool(load());
        }
        catch (NaccsException)
        {
            return null;
        }
    }

    /// <summary>Has a new task of the reminder run once.</summary>
    public ReminderFirstRun NewReminderFirstRun() => new(Scheduler, NewReminderInspector(), Clock, Task.Delay);
}

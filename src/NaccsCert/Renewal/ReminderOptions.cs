namespace NaccsCert.Renewal;

/// <summary>What the user chooses for the task of the reminder.</summary>
/// <param name="ModuleFolder">The folder of the module: the one that has the manifest.</param>
/// <param name="Service">The service definition, a name or a full path; null for the effective one when the task runs.</param>
/// <param name="AutoRenew">Whether due certificates are to be renewed silently.</param>
/// <param name="TaskHost">The program of the task.</param>
internal sealed record ReminderOptions(
    string ModuleFolder, string? Service = null, bool AutoRenew = false, ReminderTaskHost TaskHost = ReminderTaskHost.Conhost);

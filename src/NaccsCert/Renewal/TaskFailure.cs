using NaccsCert.Resources;
using NaccsCert.Time;

namespace NaccsCert.Renewal;

/// <summary>Why the task of the reminder did not get to the reminder, and what to do about it.</summary>
internal static class TaskFailure
{
    /// <summary>Describes a run that has ended without one of the reminder.</summary>
    /// <param name="task">The run.</param>
    public static string Describe(TaskReport task) => Strings.Format(
        StringId.ReminderTaskFailed,
        task.LastRun is { } last ? LocalTime.Text(last) : string.Empty,
        $"0x{task.Result:X8}",
        Strings.Format(Cause(task.Result)));

    // HRESULTs of Win32 errors, and exit codes that are NTSTATUS values ([MS-ERREF], sections 2.2 and 2.3).
    private static StringId Cause(int result)
    {
        switch (unchecked((uint)result))
        {
            // ERROR_ACCESS_DENIED, ERROR_VIRUS_INFECTED, ERROR_ACCESS_DISABLED_BY_POLICY,
            // ERROR_SYSTEM_INTEGRITY_POLICY_VIOLATION, STATUS_ACCESS_DENIED.
            case 0x80070005 or 0x800700E1 or 0x800704EC or 0x800711C7 or 0xC0000022:
                return StringId.TaskCauseBlocked;

            // ERROR_FILE_NOT_FOUND, ERROR_PATH_NOT_FOUND.
            case 0x80070002 or 0x80070003:
                return StringId.TaskCauseFileMissing;

            default:
                return StringId.TaskCauseUnknown;
        }
    }
}

using System.Collections.Generic;

namespace NaccsCert.Harnesses.Wine.Checks;

/// <summary>Functions of Windows that no command of a short session calls. Their classes are internal.</summary>
internal static class FunctionChecks
{
    private const string Area = "functions";

    private const string Library =
        "$library = [AppDomain]::CurrentDomain.GetAssemblies() | Where-Object { $_.GetName().Name -eq 'NaccsCert' }; ";

    /// <summary>The checks.</summary>
    public static IEnumerable<GuestCheck> List() =>
    [
        new(
            Area,
            "an entry of the Application log is taken, where there is a source",
            Library + """
            $key = 'SYSTEM\CurrentControlSet\Services\EventLog\Application\NaccsCert'
            [Microsoft.Win32.Registry]::LocalMachine.CreateSubKey($key).Dispose()
            $type = $library.GetType('NaccsCert.Windows.ApplicationLog')
            $log = [Activator]::CreateInstance($type)
            $null = $type.GetMethod('Write').Invoke($log, @([Diagnostics.Tracing.EventLevel]::Error, 26, 'text'))
            "error number $([Runtime.InteropServices.Marshal]::GetLastPInvokeError())"
            """,
            "error number 0"),

        // Wine has the function, which says that it cannot.
        new(
            Area,
            "a message box that cannot be shown counts as none",
            Library + """
            $kind = [Enum]::Parse($library.GetType('NaccsCert.Renewal.NoticeKind'), 'RenewalDue')
            $notice = [Activator]::CreateInstance($library.GetType('NaccsCert.Renewal.Notice'), @($kind, 'title', 'text', $null, 'later'))
            $type = $library.GetType('NaccsCert.Windows.MessageBoxNotifier')
            "$($type.GetMethod('Show').Invoke([Activator]::CreateInstance($type), @($notice)))"
            """,
            "Unavailable"),
        new(
            Area,
            "the profile stays on this computer, which keeps the account",
            Library + """
            $library.GetType('NaccsCert.Windows.ProfileReader').GetMethod('Read').Invoke($null, @())
            $account = $library.GetType('NaccsCert.Windows.AccountReader').GetMethod('Read').Invoke($null, @())
            $library.GetType('NaccsCert.Accounts.AccountKinds').GetMethod('Of').Invoke($null, @($account, [Environment]::MachineName))
            """,
            "Local, Local"),
    ];
}

namespace NaccsCert;

/// <summary>The program that the scheduled task of the reminder starts.</summary>
public enum ReminderTaskHost : long
{
    /// <summary><c>conhost.exe --headless</c>, which starts Windows PowerShell without any window.</summary>
    Conhost,

    /// <summary>
    /// <c>powershell.exe -WindowStyle Hidden</c>, whose window is seen for a moment: for computers whose security product blocks
    /// the other.
    /// </summary>
    PowerShell,
}

namespace NaccsCert.TestSupport.PowerShell;

/// <summary>What a process gave. Line ends are single line feeds.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">Standard output.</param>
/// <param name="Error">Standard error.</param>
internal sealed record ProcessRun(int ExitCode, string Output, string Error);

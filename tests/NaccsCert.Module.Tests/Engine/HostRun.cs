namespace NaccsCert.Module.Tests.Engine;

/// <summary>What a host process gave. Line ends are single line feeds.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">Standard output.</param>
/// <param name="Error">Standard error.</param>
internal sealed record HostRun(int ExitCode, string Output, string Error);

using System;
using System.Text;
using NaccsCert.PSHost;

// The engine would otherwise report module names to its maker.
Environment.SetEnvironmentVariable("POWERSHELL_TELEMETRY_OPTOUT", "1");

var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
(Encoding input, Encoding output) = (Console.InputEncoding, Console.OutputEncoding);
Console.InputEncoding = utf8;
Console.OutputEncoding = utf8;
try
{
    using var session = new EngineSession(CommandLine.Parse(args));
    return session.Run();
}
catch (UsageException usage)
{
    Console.Error.WriteLine(usage.Message);
    Console.Error.WriteLine(CommandLine.Usage);
    return ExitCode.Usage;
}
finally
{
    // A Windows console keeps its code page when the process has gone.
    if (OperatingSystem.IsWindows())
    {
        Console.InputEncoding = input;
        Console.OutputEncoding = output;
    }
}

using System;
using System.Globalization;
using NaccsCert.Sandbox.CommandLine;

// The parser of the command line would speak the machine's language, and everything else English.
CultureInfo.CurrentUICulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.InvariantCulture;
return await SandboxCommand.RunAsync(args, Console.Out, Console.Error);

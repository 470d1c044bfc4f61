using System;
using NaccsCert.Durability;
using NaccsCert.Durability.KilledProcesses;

return args is [KilledProgram.Name]
    ? await KilledProgram.RunAsync()
    : await HarnessCommand.RunAsync(args, Console.Out);

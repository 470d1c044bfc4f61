using System;
using NaccsCert.Harnesses;
using NaccsCert.Harnesses.Durability.KilledProcesses;

return args is [KilledProgram.Name]
    ? await KilledProgram.RunAsync()
    : await HarnessProgram.RunAsync(args, Console.Out);

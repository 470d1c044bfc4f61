using System;
using NaccsCert.Durability;
using NaccsCert.Durability.Victims;

return args is [VictimProgram.Name]
    ? await VictimProgram.RunAsync()
    : await HarnessCommand.RunAsync(args, Console.Out);

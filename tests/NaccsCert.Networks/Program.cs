using System;
using NaccsCert.Networks;

return await HarnessCommand.RunAsync(args, Console.Out);

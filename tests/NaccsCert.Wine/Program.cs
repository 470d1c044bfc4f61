using System;
using NaccsCert.Wine;

return await HarnessCommand.RunAsync(args, Console.Out);

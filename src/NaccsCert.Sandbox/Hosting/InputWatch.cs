using System;
using System.IO;
using System.Threading.Tasks;
using Microsoft.Extensions.Hosting;

namespace NaccsCert.Sandbox.Hosting;

/// <summary>Ends the service with its standard input.</summary>
internal static class InputWatch
{
    public static void Start(IHostApplicationLifetime lifetime) => _ = Task.Run(() => Watch(lifetime));

    private static void Watch(IHostApplicationLifetime lifetime)
    {
        try
        {
            using Stream input = Console.OpenStandardInput();
            input.CopyTo(Stream.Null);
        }
        catch (IOException)
        {
            // An input that breaks has ended too.
        }

        lifetime.StopApplication();
    }
}

using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Xml;

namespace NaccsCert.TestSupport;

/// <summary>The sandbox's command line.</summary>
internal static class SandboxProgram
{
    private const string AssemblyName = "NaccsCert.Sandbox.dll";

    /// <summary>How to run the sandbox that lies beside this assembly.</summary>
    /// <param name="arguments">Its arguments.</param>
    public static ProcessStartInfo Start(IEnumerable<string> arguments)
    {
        ProcessStartInfo startInfo = DotnetProgram.StartInfo(AssemblyName, arguments);
        startInfo.RedirectStandardInput = true;
        startInfo.RedirectStandardOutput = true;
        startInfo.RedirectStandardError = true;
        return startInfo;
    }

    /// <summary>The arguments of <c>serve</c>.</summary>
    /// <param name="options">What is wanted.</param>
    /// <param name="dataDirectory">The data folder.</param>
    public static IEnumerable<string> Serve(SandboxOptions options, string dataDirectory)
    {
        yield return "serve";
        yield return "--stop-with-input";
        foreach ((string name, string? value) in new[]
        {
            ("--data", dataDirectory),
            ("--port", options.Port.ToString(CultureInfo.InvariantCulture)),
            ("--codes", options.CodesFile),
            ("--now", options.Now?.ToString("yyyy-MM-dd'T'HH:mm:ssK", CultureInfo.InvariantCulture)),
            ("--validity", options.Validity),
            ("--protocol", options.Protocol),
            ("--label", options.Label),
            ("--approval-delay", options.ApprovalDelay is { } delay ? XmlConvert.ToString(delay) : null),
            ("--wanted-key", options.WantedKey),
        })
        {
            if (value is not null)
            {
                yield return name;
                yield return value;
            }
        }

        foreach (string argument in options.Behavior)
        {
            yield return argument;
        }
    }
}

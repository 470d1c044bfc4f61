using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using NaccsCert.Tests.Fuzzing.Parsers;
using SharpFuzz;

namespace NaccsCert.Harnesses.Fuzzing;

/// <summary>Does the steps of a fuzzing run.</summary>
internal static class FuzzActions
{
    private const string SettingsFile = "NaccsCert.Harnesses.runtimeconfig.json";

    // The code that reads what comes from outside.
    private static readonly string[] Instrumented = ["NaccsCert.dll", "BouncyCastle.Cryptography.dll"];

    private static string Uncompiled => Path.Combine(AppContext.BaseDirectory, "uncompiled");

    /// <summary>Lists the names of the parsers, one a line.</summary>
    public static int List(TextWriter output)
    {
        ParserSet.All.ToList().ForEach(parser => output.WriteLine(parser.Name));
        return 0;
    }

    /// <summary>Copies this program into a folder, with the instrumentation by which AFL++ sees its branches.</summary>
    public static int Instrument(string folder)
    {
        Directory.CreateDirectory(folder);
        CopyFiles(AppContext.BaseDirectory, folder);

        // The build compiles what runs often for this machine, in which no branch could be marked.
        if (Directory.Exists(Uncompiled))
        {
            CopyFiles(Uncompiled, folder);
        }

        foreach (string assembly in Instrumented)
        {
            Fuzzer.Instrument(Path.Combine(folder, assembly), _ => true, Options.Value);
        }

        CompileFully(Path.Combine(folder, SettingsFile));
        return 0;
    }

    /// <summary>Writes the corpus to start from: what the parser takes, nothing, and each sample cut in half.</summary>
    public static int WriteSeeds(Parser parser, string folder)
    {
        Directory.CreateDirectory(folder);
        int number = 0;
        foreach (byte[] seed in parser.Samples.Where(sample => sample.Length > 0))
        {
            File.WriteAllBytes(Path.Combine(folder, $"{parser.Name}-{++number}"), seed);
        }

        return 0;
    }

    /// <summary>Runs as the target of AFL++.</summary>
    public static int Run(string parser)
    {
        // Instrumented code must not run before the fuzzer has given it memory to trace in, and samples are made by such code.
        var named = new Lazy<Parser>(() => ParserSet.Named(parser));
        Fuzzer.OutOfProcess.Run(stream => Once(named.Value, stream));
        return 0;
    }

    /// <summary>Puts files through a parser under the limits of the property tests.</summary>
    /// <returns>0 when nothing is wrong with any, else 1.</returns>
    public static int Replay(Parser parser, IEnumerable<string> files, TextWriter output)
    {
        int findings = 0;
        foreach (string file in files)
        {
            if (Limits.Check(parser, File.ReadAllBytes(file)) is { } finding)
            {
                findings++;
                output.WriteLine($"{file}: {finding}");
            }
        }

        output.WriteLine($"{parser.Name}: {findings} findings");
        return findings == 0 ? 0 : 1;
    }

    /// <summary>A file, or the files of a folder.</summary>
    public static IEnumerable<string> Files(string path) =>
        Directory.Exists(path) ? Directory.EnumerateFiles(path).Order(StringComparer.Ordinal) : [path];

    private static void CopyFiles(string source, string destination)
    {
        foreach (string file in Directory.EnumerateFiles(source))
        {
            File.Copy(file, Path.Combine(destination, Path.GetFileName(file)), overwrite: true);
        }
    }

    // A fuzzer runs the same code millions of times: it is to be compiled well from the start.
    private static void CompileFully(string settingsPath)
    {
        JsonNode settings = JsonNode.Parse(File.ReadAllText(settingsPath))!;
        JsonObject properties = settings["runtimeOptions"]!["configProperties"]!.AsObject();
        properties["System.Runtime.TieredCompilation"] = false;
        File.WriteAllText(settingsPath, settings.ToJsonString());
    }

    // AFL++ watches the time; the memory it cannot see, for the runtime reserves far more than it uses.
    private static void Once(Parser parser, Stream stream)
    {
        using var content = new MemoryStream();
        stream.CopyTo(content);
        byte[] input = content.ToArray();
        long before = GC.GetAllocatedBytesForCurrentThread();
        parser.Try(input);
        if (GC.GetAllocatedBytesForCurrentThread() - before > Limits.MaxBytes)
        {
            throw new InsufficientMemoryException($"more than {Limits.MaxBytes} bytes");
        }
    }
}

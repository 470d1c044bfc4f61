using System;
using System.IO;
using NaccsCert.TestSupport;
using Xunit;

namespace NaccsCert.Tests.Paths;

/// <summary>Files that end late or never.</summary>
internal static class EndlessFiles
{
    private const long HugeBytes = 1_500_000_000;

    /// <summary>A file of 1.5 GB, which takes no room.</summary>
    public const string Huge = "1.5 GB";

    /// <summary>A pipe that nobody writes to.</summary>
    public const string Pipe = "pipe";

    /// <summary>A link to a device that is never read to its end.</summary>
    public const string Device = "/dev/zero";

    /// <summary>Puts such a file somewhere.</summary>
    /// <param name="kind">One of the constants.</param>
    /// <param name="path">Where.</param>
    public static void Make(string kind, string path)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() && kind != Huge, "Windows has no such thing in a folder.");
        switch (kind)
        {
            case Pipe:
                UnixNodes.MakePipe(path);
                break;
            case Device:
                File.CreateSymbolicLink(path, Device);
                break;
            default:
                using (FileStream stream = File.Create(path))
                {
                    stream.SetLength(HugeBytes);
                }

                break;
        }
    }
}

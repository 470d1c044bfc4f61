using System;
using System.IO;
using Xunit;

namespace NaccsCert.Tests.Support;

/// <summary>What only its owner may read. On Windows the folder's rights are inherited, and nothing is checked.</summary>
internal static class PrivateFilesChecks
{
    private const UnixFileMode OfFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>The folder has the mode 0700, and each of these files 0600.</summary>
    public static void AssertOwnerOnly(string folder, params string[] files)
    {
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(OfFile | UnixFileMode.UserExecute, File.GetUnixFileMode(folder));
            foreach (string file in files)
            {
                Assert.Equal(OfFile, File.GetUnixFileMode(file));
            }
        }
    }
}

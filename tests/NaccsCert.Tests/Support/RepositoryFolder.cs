using System;
using System.IO;

namespace NaccsCert.Tests.Support;

/// <summary>The folder that the tests were built from.</summary>
internal static class RepositoryFolder
{
    /// <summary>Its full path.</summary>
    public static string FullPath { get; } = Find(AppContext.BaseDirectory);

    private static string Find(string folder) =>
        File.Exists(Path.Combine(folder, "NaccsCert.sln")) ? folder : Find(Path.GetDirectoryName(folder)!);
}

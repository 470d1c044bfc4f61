using System;
using System.IO;

namespace NaccsCert.TestSupport;

/// <summary>A temporary folder that only its owner can read, removed with all that is in it when disposed.</summary>
public sealed class ScratchDirectory : IDisposable
{
    /// <summary>Makes the folder.</summary>
    public ScratchDirectory()
    {
        FullPath = Directory.CreateTempSubdirectory("naccscert-").FullName;
    }

    /// <summary>The folder's full path.</summary>
    public string FullPath { get; }

    /// <summary>The path of a member of the folder, which need not be there.</summary>
    /// <param name="name">Its name, relative to the folder.</param>
    public string Member(string name) => Path.Combine(FullPath, name);

    /// <summary>Removes the folder.</summary>
    public void Dispose()
    {
        if (Directory.Exists(FullPath))
        {
            Directory.Delete(FullPath, recursive: true);
        }
    }
}

using System;
using System.Collections.Generic;
using System.IO;
using System.Management.Automation;

namespace NaccsCert.PowerShell.Pipeline;

/// <summary>Paths as users write them, with PowerShell's drives and wildcards.</summary>
/// <param name="paths">The drives and the current location of the session.</param>
internal sealed class UserPaths(PathIntrinsics paths)
{
    private const string FileSystemProvider = "FileSystem";

    /// <summary>The full path of a file; it need not be there.</summary>
    /// <param name="path">What the user wrote.</param>
    /// <exception cref="NaccsException"><see cref="ErrorId.PathInvalid"/>.</exception>
    public string FullPath(string path)
    {
        try
        {
            string full = paths.GetUnresolvedProviderPathFromPSPath(path, out ProviderInfo provider, out _);
            return provider.Name == FileSystemProvider ? full : throw new NaccsException(ErrorId.PathInvalid, path, provider.Name);
        }
        catch (Exception exception) when (exception is SessionStateException or ArgumentException or NotSupportedException)
        {
            throw new NaccsException(ErrorId.PathInvalid, path, exception, exception.Message);
        }
    }

    /// <summary>The files that a path means: the one of just that name, or those that its wildcards match.</summary>
    /// <param name="path">What the user wrote.</param>
    /// <exception cref="NaccsException"><see cref="ErrorId.PathInvalid"/> or <see cref="ErrorId.FileNotFound"/>.</exception>
    public IReadOnlyList<string> FilesAt(string path)
    {
        // Browsers save files under names such as scrca2[1].txt.
        string literal = FullPath(path);
        if (File.Exists(literal))
        {
            return [literal];
        }

        try
        {
            return [.. paths.GetResolvedProviderPathFromPSPath(path, out _)];
        }
        catch (SessionStateException exception)
        {
            throw new NaccsException(ErrorId.FileNotFound, path, exception);
        }
    }
}

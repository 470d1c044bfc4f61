using System;
using System.IO;
using NaccsCert.Compat;

namespace NaccsCert.IO;

/// <summary>
/// A file that the user asked for. It is written beside its place, and takes it at the end: a run that fails leaves what was there as it
/// was.
/// </summary>
internal sealed class OutputFile : IDisposable
{
    private readonly string _path;
    private readonly bool _overwrite;
    private readonly FileStream _stream;

    private OutputFile(string path, bool overwrite, FileStream stream) => (_path, _overwrite, _stream) = (path, overwrite, stream);

    /// <summary>Opens the file before anything else is done.</summary>
    /// <param name="path">Its full path.</param>
    /// <param name="overwrite">Whether a file that is there may be replaced.</param>
    /// <param name="isPrivate">Whether it is for its owner alone, where the folder does not settle that.</param>
    /// <returns>The file, still empty.</returns>
    /// <exception cref="NaccsException">
    /// <see cref="ErrorId.FileExists"/>, <see cref="ErrorId.FileNotRegular"/> or <see cref="ErrorId.FileUnwritable"/>.
    /// </exception>
    public static OutputFile Create(string path, bool overwrite, bool isPrivate = false)
    {
        try
        {
            RequirePlace(path, overwrite);

            // A name of its own, that no link can have been laid out for.
            string beside = Path.Combine(Path.GetDirectoryName(path) ?? path, $".naccscert-{Guid.NewGuid():N}.tmp");

            // Without a buffer there is nothing left to be written when the file is closed.
            return new OutputFile(
                path,
                overwrite,
                isPrivate
                    ? FileModes.CreateFile(beside)
                    : new FileStream(beside, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 1));
        }
        catch (Exception exception) when (IsOfFiles(exception))
        {
            throw Unwritable(path, exception);
        }
    }

    /// <summary>Writes the content, and puts the file in its place.</summary>
    /// <param name="content">The whole content.</param>
    /// <exception cref="NaccsException">As for <see cref="Create"/>: the disk is full, for example.</exception>
    public void Write(byte[] content)
    {
        try
        {
            _stream.Write(content, 0, content.Length);
            _stream.Flush(flushToDisk: true);
            _stream.Dispose();

            // Looked at again: a service may have taken its time.
            RequirePlace(_path, _overwrite);
            Place();
        }
        catch (Exception exception) when (IsOfFiles(exception))
        {
            throw Unwritable(_path, exception);
        }
    }

    /// <summary>Closes the file. One that has not come to its place is removed.</summary>
    public void Dispose()
    {
        try
        {
            _stream.Dispose();
            File.Delete(_stream.Name);
        }
        catch (Exception exception) when (IsOfFiles(exception))
        {
            // A folder that is gone, or a share: what went wrong before is what has to be told.
            return;
        }
    }

    private void Place() => SharingViolations.Retry(() =>
    {
        if (_overwrite)
        {
            FileModes.Replace(_stream.Name, _path);
        }
        else
        {
            File.Move(_stream.Name, _path);
        }
    });

    // A link would be replaced by the file, and a device node too; whoever named it may have meant what it leads to.
    private static void RequirePlace(string path, bool overwrite)
    {
        if (PathKinds.Of(path) is not { } kind)
        {
            return;
        }

        if (kind != PathKind.File)
        {
            throw new NaccsException(ErrorId.FileNotRegular, path);
        }

        if (!overwrite)
        {
            throw new NaccsException(ErrorId.FileExists, path);
        }
    }

    private static bool IsOfFiles(Exception exception) =>
        exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException;

    private static NaccsException Unwritable(string path, Exception exception) =>
        new(ErrorId.FileUnwritable, path, exception, exception.Message);
}

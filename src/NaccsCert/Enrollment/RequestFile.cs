using System;
using System.IO;
using System.Text;

namespace NaccsCert.Enrollment;

/// <summary>The file that a request goes out in.</summary>
internal sealed class RequestFile : IDisposable
{
    private readonly FileStream _stream;
    private bool _hasRequest;

    private RequestFile(FileStream stream) => _stream = stream;

    /// <summary>Opens the file before anything else is done.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="overwrite">Whether a file that is there may be written over.</param>
    /// <returns>The file, empty.</returns>
    /// <exception cref="NaccsException"><see cref="ErrorId.FileExists"/> or <see cref="ErrorId.FileUnwritable"/>.</exception>
    public static RequestFile Create(string path, bool overwrite)
    {
        if (File.Exists(path) && !overwrite)
        {
            throw new NaccsException(ErrorId.FileExists, path);
        }

        try
        {
            // Without a buffer there is nothing left to be written when the file is closed.
            return new RequestFile(
                new FileStream(path, overwrite ? FileMode.Create : FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 1));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new NaccsException(ErrorId.FileUnwritable, path, exception, exception.Message);
        }
    }

    /// <summary>Writes the request.</summary>
    /// <param name="pem">The request as PEM, which is ASCII.</param>
    /// <exception cref="NaccsException"><see cref="ErrorId.FileUnwritable"/>: the disk is full, for example.</exception>
    public void Write(string pem)
    {
        byte[] text = Encoding.ASCII.GetBytes(pem);
        try
        {
            _stream.Write(text, 0, text.Length);
            _stream.Flush(flushToDisk: true);
        }
        catch (IOException exception)
        {
            throw new NaccsException(ErrorId.FileUnwritable, _stream.Name, exception, exception.Message);
        }

        _hasRequest = true;
    }

    /// <summary>Closes the file. One that no request came into is removed: it would stand in the next one's way.</summary>
    public void Dispose()
    {
        _stream.Dispose();
        if (!_hasRequest)
        {
            File.Delete(_stream.Name);
        }
    }
}

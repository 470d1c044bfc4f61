using System;
using System.Globalization;
using System.IO;
using System.Linq;

namespace NaccsCert.Sandbox.State;

/// <summary>The folder that holds all that a sandbox keeps, and the names in it.</summary>
internal sealed class DataFolder
{
    private const string DatabaseName = "sandbox.db";

    private DataFolder(string path)
    {
        Path = System.IO.Path.GetFullPath(path);
    }

    public string Path { get; }

    public string DatabaseFile => Member(DatabaseName);

    public string CodesFile => Member("codes.csv");

    public string ServiceDefinitionFile => Member("service.json");

    public string ClientCaFile => Member("client-ca.pem");

    public string OldClientCaFile => Member("client-ca-old.pem");

    public string RegistrationAuthorityFile => Member("client-ra.pem");

    public string TlsCaFile => Member("tls-ca.pem");

    public string TlsCaTwinFile => Member("tls-ca-twin.pem");

    public string TlsRootFile => Member("tls-root.pem");

    public string TlsServerFile => Member("tls-server.pem");

    /// <summary>The client CA that stands so far below the root.</summary>
    public string IntermediateCaFile(int depth) => Member($"client-ca-{depth.ToString(CultureInfo.InvariantCulture)}.pem");

    /// <summary>The folder, made if it is not there.</summary>
    public static DataFolder Create(string path)
    {
        try
        {
            if (IsShared(path))
            {
                throw new SandboxException($"The folder {path} holds other things and is open to others; give one that is empty or absent.");
            }

            PrivateFiles.CreateFolder(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new SandboxException($"The data folder {path} cannot be used: {exception.Message}", exception);
        }

        return new DataFolder(path);
    }

    /// <summary>The folder of a sandbox that has run before.</summary>
    public static DataFolder Existing(string path)
    {
        var folder = new DataFolder(path);
        return File.Exists(folder.DatabaseFile)
            ? folder
            : throw new SandboxException($"There is no sandbox in {folder.Path}.");
    }

    /// <summary>Keeps a second sandbox out until disposed; the system lets go when the process dies.</summary>
    public IDisposable Lock()
    {
        try
        {
            return new FileStream(Member("lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException exception)
        {
            throw new SandboxException($"The data folder {Path} is in use by another sandbox.", exception);
        }
    }

    // The folder will be closed to everyone else, which would be a bad turn for one that others use.
    private static bool IsShared(string path) =>
        Directory.Exists(path)
        && !PrivateFiles.IsOwnerOnly(path)
        && !File.Exists(System.IO.Path.Combine(path, DatabaseName))
        && Directory.EnumerateFileSystemEntries(path).Any();

    private string Member(string name) => System.IO.Path.Combine(Path, name);
}

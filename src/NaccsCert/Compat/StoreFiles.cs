#if NET
using System;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace NaccsCert.Compat;

/// <summary>
/// What .NET leaves open about the stores that it keeps in files, one PKCS#12 file for each certificate with its key: it
/// neither flushes a file, nor replaces one that is there in part.
/// </summary>
internal static class StoreFiles
{
    // As much as a certificate of RSA 4096 takes with its key.
    private const int TrialBytes = 8 * 1024;

    private static readonly bool AreFiles = RuntimeInformation.IsOSPlatform(OSPlatform.Linux);

    /// <summary>Removes what a process left that died, or ran out of space, while it wrote a certificate.</summary>
    /// <param name="storeName">The store of the user.</param>
    /// <param name="thumbprint">The certificate.</param>
    public static void RemoveTorn(string storeName, string thumbprint)
    {
        foreach (string path in Of(storeName, thumbprint).Where(IsTorn))
        {
            File.Delete(path);
        }
    }

    /// <summary>Tells a store that may not be looked at from one that is empty; .NET does not.</summary>
    /// <param name="storeName">The store of the user.</param>
    /// <exception cref="UnauthorizedAccessException">It may not be looked at.</exception>
    public static void Check(string storeName)
    {
        try
        {
            _ = AreFiles ? Directory.GetFiles(FolderOf(storeName)) : [];
        }
        catch (DirectoryNotFoundException)
        {
            return;
        }
    }

    /// <summary>Writes a file where the store would write one, and removes it: opening a store to change it proves nothing.</summary>
    /// <param name="storeName">The store of the user.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public static void ProveWritable(string storeName)
    {
        if (!AreFiles)
        {
            return;
        }

        FileModes.CreateFolder(FolderOf(storeName));
        Array.ForEach(Directory.GetFiles(FolderOf(storeName), TrialName("*")), File.Delete);
        string file = Path.Combine(FolderOf(storeName), TrialName(Guid.NewGuid().ToString("N")));
        try
        {
            using FileStream stream = FileModes.CreateFile(file);
            stream.Write(new byte[TrialBytes]);
            stream.Flush(flushToDisk: true);
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>Makes a certificate in a store, and the folders down to it, survive a crash of the computer.</summary>
    /// <param name="storeName">The store of the user.</param>
    /// <param name="thumbprint">The certificate.</param>
    public static void Flush(string storeName, string thumbprint)
    {
        string[] files = Of(storeName, thumbprint);
        Array.ForEach(files, DirectorySync.Run);
        string home = Home();
        string? folder = files.Length > 0 ? FolderOf(storeName) : null;
        while (folder is not null && folder.StartsWith(home, StringComparison.Ordinal))
        {
            DirectorySync.Run(folder);
            folder = Path.GetDirectoryName(folder);
        }
    }

    // One that a process left that died meanwhile is found by its name, and removed with the next trial.
    private static string TrialName(string unique) => $".naccscert-{unique}.tmp";

    private static string[] Of(string storeName, string thumbprint) =>
        AreFiles && Directory.Exists(FolderOf(storeName))
            ? Directory.GetFiles(FolderOf(storeName), thumbprint + "*.pfx")
            : [];

    private static bool IsTorn(string path)
    {
        try
        {
            // Whoever is writing it now holds a lock, which this does not get past.
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.None);
            using var content = new MemoryStream();
            stream.CopyTo(content);
            return content.Length == 0 || X509Certificate2.GetCertContentType(content.ToArray()) != X509ContentType.Pfx;
        }
        catch (CryptographicException)
        {
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static string FolderOf(string storeName) =>
        Path.Combine(Home(), ".dotnet", "corefx", "cryptography", "x509stores", storeName.ToLowerInvariant());

    private static string Home() => Path.TrimEndingDirectorySeparator(
        Environment.GetFolderPath(Environment.SpecialFolder.UserProfile, Environment.SpecialFolderOption.DoNotVerify));
}
#else
namespace NaccsCert.Compat;

/// <summary>The stores of Windows are no files of ours.</summary>
internal static class StoreFiles
{
    public static void RemoveTorn(string storeName, string thumbprint)
    {
    }

    public static void Check(string storeName)
    {
    }

    public static void ProveWritable(string storeName)
    {
    }

    public static void Flush(string storeName, string thumbprint)
    {
    }
}
#endif

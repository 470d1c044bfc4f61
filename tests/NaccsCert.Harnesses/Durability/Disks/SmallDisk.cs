using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;

namespace NaccsCert.Harnesses.Durability.Disks;

/// <summary>A small file system in memory in the place of a folder, which can be filled up and made read-only.</summary>
internal sealed class SmallDisk : IAsyncDisposable
{
    /// <summary>The smallest unit of its space, in bytes.</summary>
    public const int Page = 4096;

    private const int Size = 512 * 1024;
    private const int Files = 96;

    private readonly string _folder;

    private SmallDisk(string folder) => _folder = folder;

    private string Ballast => Path.Combine(_folder, "ballast");

    /// <summary>Puts a disk in the place of a folder.</summary>
    /// <param name="folder">The folder, empty.</param>
    /// <returns>The disk, or why there is none.</returns>
    public static async Task<(SmallDisk? Disk, string? Refusal)> TryMountAsync(string folder)
    {
        string? refusal = await Tool.RunAsync("mount", "-t", "tmpfs", "-o", $"size={Size},nr_inodes={Files},mode=0700", "tmpfs", folder);
        return refusal is null ? (new SmallDisk(folder), null) : (null, refusal);
    }

    /// <summary>Fills it up to a few pages.</summary>
    public void FillSpace(int pagesLeft)
    {
        long left = new DriveInfo(_folder).AvailableFreeSpace - ((long)pagesLeft * Page);
        if (left > 0)
        {
            File.WriteAllBytes(Ballast, new byte[left]);
        }
    }

    /// <summary>Fills it up with files, until there is room for a few more.</summary>
    public void FillFiles(int filesLeft)
    {
        string folder = Directory.CreateDirectory(Ballast).FullName;
        int made = 0;
        try
        {
            for (; made < Files; made++)
            {
                File.WriteAllBytes(Path.Combine(folder, $"{made}"), []);
            }
        }
        catch (IOException)
        {
            // It is full.
        }

        foreach (string path in Directory.GetFiles(folder).Take(filesLeft))
        {
            File.Delete(path);
        }
    }

    /// <summary>Makes room.</summary>
    public void Empty()
    {
        if (Directory.Exists(Ballast))
        {
            Directory.Delete(Ballast, recursive: true);
        }

        File.Delete(Ballast);
    }

    /// <summary>Lets nobody write, not even root; or lets everybody write again.</summary>
    public async Task SetReadOnlyAsync(bool readOnly)
    {
        if (await Tool.RunAsync("mount", "-o", readOnly ? "remount,ro" : "remount,rw", _folder) is { } refusal)
        {
            throw new IOException(refusal);
        }
    }

    public async ValueTask DisposeAsync()
    {
        // Lazily: who still has a file open there must not keep the folder from being removed.
        if (await Tool.RunAsync("umount", "-l", _folder) is { } refusal)
        {
            throw new IOException(refusal);
        }
    }
}

using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.IO;
using System.Security.Cryptography;
using System.Threading;
using System.Threading.Tasks;
using NaccsCert.TestSupport;

namespace NaccsCert.Harnesses.BrowserChoice;

/// <summary>The user's certificates as Chromium on Linux has them: NSS's database in a home.</summary>
/// <param name="home">The home.</param>
internal sealed class CertificateDatabase(ScratchHome home)
{
    /// <summary>The programs, of Debian's package libnss3-tools.</summary>
    public static IReadOnlyList<string> Programs { get; } = ["/usr/bin/certutil", "/usr/bin/pk12util"];

    private string Name => $"sql:{Path.Combine(home.FullPath, ".pki", "nssdb")}";

    /// <summary>Makes the database.</summary>
    public Task CreateAsync(CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.Combine(home.FullPath, ".pki", "nssdb"));
        return RunAsync(Programs[0], ["-N", "-d", Name, "--empty-password"], cancellationToken);
    }

    /// <summary>Puts a certificate in, with its key.</summary>
    /// <param name="file">The file, PKCS#12 without a password.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task AddAsync(string file, CancellationToken cancellationToken) =>
        RunAsync(Programs[1], ["-i", file, "-d", Name, "-W", string.Empty], cancellationToken);

    /// <summary>Takes a certificate out, with its key.</summary>
    /// <param name="key">Its public key. Certificates of one subject share their name in the database; NSS tells keys apart by their SHA-1.</param>
    /// <param name="cancellationToken">Gives up.</param>
    [SuppressMessage("Security", "CA5350", Justification = "An identifier of NSS, not a protection.")]
    public Task RemoveAsync(byte[] key, CancellationToken cancellationToken) =>
        RunAsync(Programs[0], ["-F", "-d", Name, "-k", Convert.ToHexString(SHA1.HashData(key)).ToLowerInvariant()], cancellationToken);

    private static async Task RunAsync(string program, IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        using Process process = Process.Start(
            new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        string error = await process.StandardError.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program}: {error}{await output}");
        }
    }
}

using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
#if NET
using System.Runtime.Versioning;
#endif
using System.Security.AccessControl;
using System.Security.Principal;
using NaccsCert.IO;

namespace NaccsCert.Windows;

/// <summary>
/// Owners and access lists of Windows. The folders above those of this module are Windows' own, in which nobody may rename what
/// belongs to another.
/// </summary>
#if NET
[SupportedOSPlatform("windows")]
#endif
internal sealed class WindowsFilePermissions : IFilePermissions
{
    private const AccessControlSections Sections = AccessControlSections.Owner | AccessControlSections.Access;

    private static readonly Lazy<string> User = new(() =>
    {
        using WindowsIdentity identity = WindowsIdentity.GetCurrent();
        return identity.User!.Value;
    });

    /// <inheritdoc/>
    public FileFlaw? Find(string path, FileOwner owner)
    {
        bool isFolder = Directory.Exists(path);
        if (!isFolder && !File.Exists(path))
        {
            return null;
        }

        try
        {
            // Symbolic links and junctions, and whatever else is not what it looks like.
            FileFlawKind? kind = File.GetAttributes(path).HasFlag(FileAttributes.ReparsePoint)
                ? FileFlawKind.Link
                : Judge(path, isFolder, owner);
            return kind is { } found ? new FileFlaw(path, found) : null;
        }
        catch (UnauthorizedAccessException)
        {
            // What this user may not even look at is of somebody else.
            return new FileFlaw(path, FileFlawKind.ForeignOwner);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            // Another process was faster.
            return null;
        }
    }

    /// <inheritdoc/>
    public FileFlaw? FindAbove(string path, FileOwner owner) => null;

    private static FileFlawKind? Judge(string path, bool isFolder, FileOwner owner)
    {
        FileSystemSecurity security = isFolder
            ? new DirectoryInfo(path).GetAccessControl(Sections)
            : new FileInfo(path).GetAccessControl(Sections);
        return AccessList.Judge(
            security.GetOwner(typeof(SecurityIdentifier))?.Value ?? string.Empty, RulesOf(security), isFolder, owner, User.Value);
    }

    private static IEnumerable<AccessRule> RulesOf(FileSystemSecurity security) =>
        security.GetAccessRules(includeExplicit: true, includeInherited: true, typeof(SecurityIdentifier))
            .Cast<FileSystemAccessRule>()
            .Where(rule => rule.AccessControlType == AccessControlType.Allow
                && !rule.PropagationFlags.HasFlag(PropagationFlags.InheritOnly))
            .Select(rule => new AccessRule(rule.IdentityReference.Value, (int)rule.FileSystemRights));
}
